"""The obligations of a later version follow the text they were read out of: they come with what is accepted, and stay out with what is not."""

import pytest

from followups.models import FollowUp
from minutes import services
from minutes.differences import accept, differences
from reader import facts
from tests.importing.documents import simple

WANTED = "Rådet ønsker en status i maj 2025."
WANTED_LATER = "Rådet ønsker en status i juni 2025."
PROMISED = "Forvaltningen vender tilbage i august 2025."
PROMISED_LATER = "Forvaltningen vender tilbage i oktober 2025."


def task(sentence: str) -> facts.FollowUpFacts:
    return facts.FollowUpFacts("task", sentence, None, None, None, None, quote=sentence, rule="wants a status")


def version(decided: str, told: str, *, title: str = "Varmestue") -> facts.Minutes:
    """An item that decides `decided` and tells `told`, each of which is an obligation; nothing is told of an empty one."""
    decision = f"Godkendt. {decided}".strip()
    texts = {"Sagsfremstilling": f"Det går godt. {told}".strip(), "Beslutning": decision}
    sections = [facts.SectionFacts(heading, text, facts.TextPlace(1, 3, 3)) for heading, text in texts.items()]
    return simple(title, decision=decision, sections=sections, follow_ups=[task(sentence) for sentence in (decided, told) if sentence])


def asked(minutes: facts.Minutes) -> list[str]:
    return [one.quote for one in minutes.items[0].follow_ups]


DECISION, SECTIONS = "item/1/decision", "item/1/sections"
ACCEPTED = [
    ({DECISION, SECTIONS}, [WANTED_LATER, PROMISED_LATER]),
    ({DECISION}, [PROMISED, WANTED_LATER]),
    ({SECTIONS}, [WANTED, PROMISED_LATER]),
    (set(), [WANTED, PROMISED]),
]


@pytest.mark.parametrize(("accepted", "expected"), ACCEPTED)
def test_obligations_come_with_the_text_that_is_accepted(accepted, expected):
    before, after = version(WANTED, PROMISED), version(WANTED_LATER, PROMISED_LATER)
    assert asked(accept(before, after, accepted)) == expected


def test_an_obligation_that_is_new_in_a_refused_text_does_not_come():
    assert asked(accept(version("", ""), version(WANTED, ""), set())) == []


def test_one_that_a_refused_text_no_longer_tells_stays():
    assert asked(accept(version(WANTED, ""), version("", ""), set())) == [WANTED]


def test_a_sentence_that_moved_from_a_refused_text_to_one_that_is_taken_is_one_obligation():
    assert asked(accept(version(WANTED, ""), version("", WANTED), {SECTIONS})) == [WANTED]


def test_where_the_texts_say_the_same_a_better_reading_is_taken():
    before, after = version(WANTED, PROMISED), version(WANTED, PROMISED, title="Varmestuen")
    after.items[0].follow_ups[0].responsible = "Forvaltningen"
    assert [one.path for one in differences(before, after)] == ["item/1/title"]
    assert accept(before, after, set()).items[0].follow_ups == after.items[0].follow_ups


@pytest.mark.django_db
def test_the_register_keeps_the_row_of_a_decision_that_is_left_as_it_was(reviewed, now):
    services.apply(import_=reviewed(version(WANTED, PROMISED)), by=None, now=now, publish=True)
    row = FollowUp.objects.get(quote=WANTED)
    services.apply(import_=reviewed(version(WANTED_LATER, PROMISED_LATER)), by=None, now=now, publish=True, accepted={SECTIONS})
    assert set(FollowUp.objects.values_list("quote", flat=True)) == {WANTED, PROMISED_LATER}
    assert FollowUp.objects.get(quote=WANTED) == row
