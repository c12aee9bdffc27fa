"""A later document adds and corrects. What only the register has goes when that is asked for by name, and never by an agenda."""

import datetime as dt
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.differences import accept, defaults, differences
from minutes.storing import snapshot
from reader import facts
from tests import factories as f
from tests.importing.documents import minutes as documents
from tests.importing.documents import simple

PLACE = facts.TextPlace(1, 1, 1)
RICH = {
    "case_number": "27.15.00-A08-1-25",
    "decision": "Godkendt.",
    "sections": [
        facts.SectionFacts("Resumé", "Vi mødes."),
        facts.SectionFacts("Sagsfremstilling", "Det går."),
        facts.SectionFacts("Beslutning", "Godkendt."),
    ],
    "outcomes": [facts.OutcomeFacts(None, "approved")],
    "attachments": [facts.AttachmentFacts("Plan over lokalerne"), facts.AttachmentFacts("Budget")],
    "votes": [facts.VoteFacts(5, 2, None, [], ["Agnete Bregnholt", "Birger Elmelund"])],
    "absences": [facts.Absence("Dorthea Havbro", "absent")],
    "guests": [facts.GuestFacts("Tine Lyngsøe", "leder")],
}


def held(*titles: str, **changes) -> facts.Minutes:
    minutes = simple(*(titles or ("Varmestue", "Rejsekort")), **(RICH | changes))
    minutes.meeting.end = dt.time(18)
    minutes.meeting.attendees = ["Agnete Bregnholt", "Birger Elmelund"]
    minutes.meeting.absent = [facts.Absence("Dorthea Havbro", "absent")]
    minutes.time_plan = [facts.TimePlanRowFacts(dt.time(16), dt.time(17), "Varmestue", 1)]
    return minutes


def agenda(*titles: str, supplement: bool = False, number: int = 1, **changes) -> facts.Minutes:
    minutes = simple(*titles, number=number, **changes)
    minutes.kind = "agenda"
    minutes.meeting.title_line = "Tillægsdagsorden Udsatterådet" if supplement else "Dagsorden Udsatterådet"
    return minutes


def by_default(before: facts.Minutes, after: facts.Minutes) -> facts.Minutes:
    return accept(before, after, defaults(differences(before, after)))


LATER = {
    "a supplement": agenda("Nyt værested", supplement=True, number=3),
    "a supplement that counts from 1": agenda("Nyt værested", supplement=True),
    "the agenda of a meeting that was held": agenda("Varmestue", "Rejsekort"),
    "an agenda with an item less": agenda("Varmestue"),
    "minutes with an item less": simple("Varmestue", decision="Godkendt."),
    "minutes that tell less": simple("Varmestue", "Rejsekort"),
    "minutes without an item": simple(),
}


@pytest.mark.parametrize("after", LATER.values(), ids=LATER)
def test_nothing_that_the_register_has_goes_by_default(after):
    before = held()
    result = by_default(before, after)
    kept = {item.title: item for item in result.items}
    for item in before.items:
        for part in RICH:
            assert getattr(kept[item.title], part) == getattr(item, part), part
    assert (result.kind, result.meeting, result.time_plan) == ("minutes", before.meeting, before.time_plan)


@pytest.mark.parametrize("name", ["a supplement", "a supplement that counts from 1"])
def test_a_supplement_adds_its_items_after_the_others(name):
    assert [item.title for item in by_default(held(), LATER[name]).items] == ["Varmestue", "Rejsekort", "Nyt værested"]


@pytest.mark.parametrize("name", [name for name in LATER if "minutes" not in name])
def test_an_agenda_removes_nothing_whatever_is_asked_for(name):
    before, after = held(), LATER[name]
    everything = {one.path for one in differences(before, after)}
    assert not [one.path for one in differences(before, after) if one.removes]
    assert [item.votes for item in accept(before, after, everything).items[:2]] == [item.votes for item in before.items]


def test_the_supplements_own_words_of_an_item_are_there_to_be_taken_and_not_taken_by_default():
    told = [facts.SectionFacts("Sagsfremstilling", "Der er kommet nyt."), facts.SectionFacts("Høringssvar", "Ingen.")]
    before, after = held("Varmestue"), agenda("Varmestue", supplement=True, sections=told)
    sections = {one.path: one.is_default for one in differences(before, after)}
    assert sections == {"item/1/sections": True, "item/1/sections/changed": False}
    assert [one.heading for one in by_default(before, after).items[0].sections] == [
        "Resumé",
        "Sagsfremstilling",
        "Beslutning",
        "Høringssvar",
    ]
    assert by_default(before, after).items[0].sections[1].text == "Det går."


LESS = {
    "attachments": [facts.AttachmentFacts("Budget")],
    "guests": [facts.GuestFacts("Rigmor Tang", None)],
    "absences": [facts.Absence("Ejvind Ålund", "absent")],
    "sections": [facts.SectionFacts("Resumé", "Vi mødes."), facts.SectionFacts("Beslutning", "Godkendt.")],
}


@pytest.mark.parametrize("part", LESS)
def test_what_is_left_out_of_a_list_has_a_tick_of_its_own_that_nobody_has_made(part):
    before, after = held("Varmestue"), held("Varmestue", **{part: LESS[part]})
    removal = next(one for one in differences(before, after) if one.removes)
    assert (removal.path, removal.is_default) == (f"item/1/{part}/removed", False)
    kept, gone = (accept(before, after, paths).items[0] for paths in (set(), {removal.path}))
    assert len(getattr(kept, part)) == len(RICH[part])
    assert len(getattr(gone, part)) == len(RICH[part]) - len(removal.before)


def test_a_vote_that_lacks_a_name_is_not_taken_by_default():
    fewer = [facts.VoteFacts(5, 2, None, [], ["Agnete Bregnholt"])]
    found = differences(held("Varmestue"), held("Varmestue", votes=fewer))
    assert [(one.path, one.removes, one.is_default) for one in found] == [("item/1/votes/changed", True, False)]


def test_who_was_called_and_did_not_come_moves_to_those_away():
    before, after = held(), held()
    before.kind = "agenda"
    after.meeting.attendees, after.meeting.absent = ["Agnete Bregnholt"], [facts.Absence("Birger Elmelund", "absent")]
    result = by_default(before, after)
    assert result.meeting.attendees == ["Agnete Bregnholt"]
    assert [one.name for one in result.meeting.absent] == ["Dorthea Havbro", "Birger Elmelund"]


SPACED = [("Vi mødes kl.15.30", "Vi mødes kl. 15.30"), ("tilstand", "til\nstand"), ("Vi  mødes", "Vi\u00a0mødes"), ("a\tb", "a b ")]


@pytest.mark.parametrize(("one", "other"), SPACED)
def test_white_space_alone_is_no_difference(one, other):
    texts = [held("Varmestue", decision=text, sections=[facts.SectionFacts("Resumé", text)]) for text in (one, other)]
    assert differences(*texts) == []


def test_with_an_item_more_every_item_stays_its_own():
    before, after = held("Varmestue", "Rejsekort"), held("Varmestue", "Nyt værested", "Rejsekort")
    assert {one.path for one in differences(before, after)} == {"numbering", "item/2"}
    result = by_default(before, after)
    assert [(item.number, item.title) for item in result.items] == [(1, "Varmestue"), (2, "Nyt værested"), (3, "Rejsekort")]


def test_the_time_plan_of_the_agenda_follows_its_items_to_their_new_numbers():
    before, after = held("Varmestue", "Sagsstyringsliste", "Rejsekort"), held("Varmestue", "Rejsekort")
    for row, item in enumerate(before.items, start=7):
        item.row = row
    before.time_plan = [facts.TimePlanRowFacts(None, None, item.title, item.number) for item in before.items]
    result = by_default(before, after)
    numbers = {item.title: item.number for item in result.items}
    assert numbers["Rejsekort"] == 2
    assert [(row.title, row.item) for row in result.time_plan] == [(item.title, numbers[item.title]) for item in before.items]


def test_an_item_of_another_title_under_the_number_of_a_closed_one_is_that_one_and_stays_closed():
    before, after = held("Lukket punkt", closed=True), held("Klage over støj", closed=False)
    (item,) = by_default(before, after).items
    assert (item.title, item.closed) == ("Klage over støj", True)


@pytest.mark.django_db
def test_an_item_of_another_case_under_a_number_in_use_keeps_it_as_printed(reviewed, now):
    services.apply(import_=reviewed(simple("Varmestue", "Rejsekort")), by=None, now=now, publish=True)
    services.apply(import_=reviewed(simple("Varmestue", "Nyt værested")), by=None, now=now, publish=True)
    assert list(AgendaItem.objects.order_by("position").values_list("title", "number", "label")) == [
        ("Varmestue", 1, "1"),
        ("Nyt værested", None, "2"),
        ("Rejsekort", 2, "2"),
    ]


@pytest.mark.django_db
def test_what_stays_keeps_its_place_in_the_document_it_was_read_from(reviewed, now):
    plan, answer = (
        facts.AttachmentFacts(title, at=facts.TextPlace(page, 7, 7)) for title, page in [("Plan over lokalerne", 2), ("Høringssvar", 3)]
    )
    first = services.apply(import_=reviewed(held("Varmestue", attachments=[plan])), by=None, now=now, publish=True)
    second = services.apply(import_=reviewed(held("Varmestue", attachments=[answer])), by=None, now=now, publish=True)
    assert [(one.title, one.source, one.source_page) for one in AgendaItem.objects.get().attachments.all()] == [
        ("Plan over lokalerne", first.document, 2),
        ("Høringssvar", second.document, 3),
    ]


def _texts(minutes: facts.Minutes) -> set[str]:
    """Every title, decision, section, attachment and name there is."""
    found = set(minutes.meeting.attendees) | {one.name for one in minutes.meeting.absent}
    for item in minutes.items:
        found |= {item.title, item.decision or ""}
        found |= {one.title for one in item.attachments} | {one.text for one in item.sections}
    return found - {""}


@pytest.mark.django_db
@given(documents(), documents(), st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_of_the_differences_can_be_accepted_and_nothing_else_is_lost(reviewed, now, before, after, data):
    # A name like no other: a body spelled nearly as this one would be taken for it.
    before.meeting.body = after.meeting.body = f"Rådet {sha256(str(f.BodyFactory().pk).encode()).hexdigest()}"
    after.meeting.date, after.meeting.start = before.meeting.date, before.meeting.start
    meeting = services.apply(import_=reviewed(before), by=None, now=now, publish=False).meeting
    held_before = snapshot(Meeting.objects.get(pk=meeting.pk))
    found = differences(held_before, after)
    paths = {one.path for one in found if not one.removes}
    accepted = data.draw(st.sets(st.sampled_from(sorted(paths)))) if paths else set()
    later = reviewed(after)
    services.say_which(import_=later, meeting=meeting)
    services.apply(import_=later, by=None, now=now, publish=False, accepted=accepted)
    now_held = snapshot(Meeting.objects.get(pk=meeting.pk))
    replaced = {text for one in found if one.path in accepted for text in _said(one.before)}
    assert _texts(held_before) - _texts(now_held) <= replaced


def _said(value) -> set[str]:
    if isinstance(value, str):
        return {value}
    entries = value if isinstance(value, list) else []
    return {one if isinstance(one, str) else getattr(one, "title", getattr(one, "text", getattr(one, "name", ""))) for one in entries}
