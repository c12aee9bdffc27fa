"""A later document moves, renumbers, retitles, unmarks or merges what the register has as closed: none of it is read by everybody unasked."""

import pytest

from cases.access import PUBLIC
from meetings import confidentiality
from meetings.models import AgendaItem, Meeting
from meetings.unsettled import NotSettled
from minutes import services
from minutes.wording import say
from reader import format
from reader.pipeline import understand
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SECRET = "kvistgaard"
HEAD = "{kind} Udsatterådet d. 05-03-2025\n\nMødedato Onsdag d. 05-03-2025 kl. 16:00\n\nMødested Salen\n\n"
RAMP = "Punkt 1: Rampe ved Havnegade\n\nBeslutning\n\nGodkendt.\n\n"
BENCH = "Punkt 2: Borde i Lunden\n\nResume\n\nDer stilles seks borde op.\n\nBeslutning\n\nTaget til efterretning.\n\n"
TALK = "Punkt 4: Gensidig orientering\n\nBeslutning\n\nIntet.\n\n"
CLAIM = (
    "Resume\n\nKravet fra Kvistgaard forelægges.\n\nIndstilling\n\nForvaltningen indstiller,\n\n1. at Kvistgaard får en advarsel.\n\n"
    "Beslutning\n\nKvistgaard fik medhold med 4 stemmer for og 1 stemme imod.\n\n"
)
NUMBER = "29.01.00-K02-3-25\n\n"
FIRST = RAMP + BENCH + "Punkt 3: Aftale med Kvistgaard (lukket)\n\n" + NUMBER + CLAIM + TALK
TALK_LATER = TALK.replace("Punkt 4", "Punkt 8")

LATER = {
    "unmarked": RAMP + BENCH + "Punkt 3: Aftale med Kvistgaard\n\n" + NUMBER + CLAIM + TALK,
    "unmarked under another number": RAMP + BENCH + "Punkt 7: Aftale med Kvistgaard\n\n" + NUMBER + CLAIM + TALK_LATER,
    "unmarked without its case": RAMP + BENCH + "Punkt 7: Aftale med Kvistgaard\n\n" + CLAIM + TALK_LATER,
    "retitled": RAMP + BENCH + "Punkt 3: Sag om godtgørelse\n\n" + CLAIM + TALK,
    "retitled under another number": RAMP + BENCH + "Punkt 7: Sag om godtgørelse\n\n" + CLAIM + TALK_LATER,
    "in other words under another number": RAMP
    + BENCH
    + "Punkt 7: Godtgørelse\n\nResume\n\nEn borger, Kvistgaard, gør krav.\n\nBeslutning\n\nDer betales til Kvistgaard.\n\n"
    + TALK_LATER,
    "numbers swapped": RAMP + BENCH + TALK.replace("4", "3") + "Punkt 4: Aftale med Kvistgaard\n\n" + CLAIM,
    "number swapped, heading gone": RAMP + BENCH + TALK.replace("4", "3") + "Kravet fra Kvistgaard forelægges.\n\n",
    "run into the item above": RAMP + BENCH + "Aftale med Kvistgaard\n\nKravet fra Kvistgaard forelægges.\n\n" + TALK,
    "two sentences of it above": RAMP + BENCH + "Kravet fra Kvistgaard forelægges. Kvistgaard får en advarsel.\n\n" + TALK,
    "its decision in the one above": RAMP
    + BENCH.replace("efterretning.", "efterretning. Kvistgaard fik medhold med 4 stemmer for og 1 stemme imod.")
    + TALK,
    "titles merged": RAMP + BENCH.replace("i Lunden", "i Lunden og aftale med Kvistgaard") + TALK,
    "under the last item": RAMP + BENCH + TALK.replace("Intet.", "Kvistgaard får en advarsel."),
    "its recommendation in the next": RAMP
    + BENCH
    + "Punkt 3: Aftale med Kvistgaard (lukket)\n\nResume\n\nKort.\n\n"
    + TALK
    + "Forvaltningen indstiller,\n\n1. at Kvistgaard får en advarsel.\n\n",
    "copied, and kept closed": FIRST.replace("seks borde op.", "seks borde op. Kvistgaard fik medhold med 4 stemmer for og 1 stemme imod."),
    "two closed items joined under an open title": RAMP + BENCH.replace("Borde i Lunden", "Andre sager") + CLAIM + TALK,
}


@pytest.fixture
def secretary():
    return UserFactory(administrator=True)


@pytest.fixture
def brought(reviewed):
    """Makes an import of a document of the text."""

    def bring(text: str, kind: str = "REFERAT"):
        _document, minutes = understand((HEAD.format(kind=kind) + text).encode(), "referat.txt")
        return reviewed(minutes)

    return bring


@pytest.fixture
def applied(brought, secretary, now):
    def apply(text: str, kind: str = "REFERAT", *, publish: bool = False, **how) -> Meeting:
        return services.apply(import_=brought(text, kind), by=secretary, now=now, publish=publish, may_be_public=True, **how).meeting

    return apply


def shown(meeting: Meeting) -> str:
    """All that everybody can read of the meeting's items."""
    minutes = services.lookup.snapshot(meeting)
    public = set(AgendaItem.objects.visible_to(PUBLIC).values_list("pk", flat=True))
    minutes.items = [item for item in minutes.items if item.row in public]
    minutes.time_plan = []
    return str(format.to_json(minutes, places=True, say=say)).casefold()


@pytest.mark.parametrize(
    ("first", "later", "published"),
    [("REFERAT", "REFERAT", True), ("REFERAT", "REFERAT", False), ("DAGSORDEN", "REFERAT", True)],
)
@pytest.mark.parametrize("case", LATER)
def test_no_word_of_it_is_read_by_everybody_and_nothing_published_vanishes(applied, case, first, later, published):
    applied(FIRST, first, publish=published)
    public = AgendaItem.objects.visible_to(PUBLIC).count()
    meeting = applied(LATER[case], later)
    assert SECRET not in shown(meeting)
    assert AgendaItem.objects.visible_to(PUBLIC).count() >= public
    opened = meeting.items.filter(closed=False)
    assert SECRET not in " ".join(f"{one.title} {one.decision} {[s.text for s in one.sections.all()]}" for one in opened).casefold()


# The item is known again, and stays closed: there is nothing to ask.
KNOWN_AGAIN = {"unmarked", "unmarked under another number", "unmarked without its case", "retitled", "numbers swapped"}


@pytest.mark.parametrize("case", KNOWN_AGAIN)
def test_an_item_that_is_known_again_stays_closed_without_a_question(applied, case):
    applied(FIRST, "DAGSORDEN", publish=True)
    meeting = applied(LATER[case], publish=True)
    assert meeting.items.get(closed=True).in_doubt is False
    assert SECRET not in shown(meeting)


@pytest.mark.parametrize("case", [case for case in LATER if case not in KNOWN_AGAIN])
def test_it_is_not_published_before_somebody_has_answered(brought, applied, secretary, now, case):
    applied(FIRST, "DAGSORDEN", publish=True)
    with pytest.raises(NotSettled):
        services.apply(import_=brought(LATER[case]), by=secretary, now=now, publish=True)


def test_a_supplement_that_brings_it_back_is_in_doubt_and_another_is_not(applied):
    applied(FIRST, "DAGSORDEN", publish=True)
    meeting = applied("Punkt 5: Aftale med Kvistgaard, ny indstilling\n\n" + CLAIM, "TILLÆGSDAGSORDEN")
    meeting = applied("Punkt 6: Hegn ved åen\n\nResume\n\nHegnet males grønt.\n\n", "TILLÆGSDAGSORDEN")
    assert list(meeting.items.order_by("position").values_list("in_doubt", flat=True)) == [False, False, False, False, True, False]
    assert SECRET not in shown(meeting)


def test_the_doubt_says_why_and_takes_an_answer_that_stands(brought, applied, secretary, now):
    applied(FIRST, publish=True)
    text = LATER["in other words under another number"]
    import_ = brought(text)
    minutes = services.doubted(import_)
    item = next(item for item in minutes.items if item.title == "Godtgørelse")
    (doubt,) = services.doubts_in(import_, minutes)[item.key]
    assert say(doubt.code, doubt.params).startswith("Et punkt, der er lukket i registret")
    services.answer_doubt(import_=import_, item=item.key, closed=False, by=secretary, now=now)
    import_.refresh_from_db()
    meeting = services.apply(import_=import_, by=secretary, now=now, publish=False, may_be_public=True).meeting
    row = meeting.items.get(title="Godtgørelse")
    assert (row.closed, row.in_doubt) == (False, False)
    assert row.access_steps.get().by == secretary
    meeting = applied(text.replace("Intet.", "Godkendt."))
    assert not meeting.items.filter(in_doubt=True).exists()


def test_an_answer_can_be_taken_back(brought, applied, secretary, now):
    applied(FIRST, publish=True)
    import_ = brought(LATER["retitled under another number"])
    key = next(item.key for item in services.doubted(import_).items if item.in_doubt)
    services.answer_doubt(import_=import_, item=key, closed=False, by=secretary, now=now)
    import_.refresh_from_db()
    assert key not in [item.key for item in services.doubted(import_).items if item.in_doubt]
    services.take_answer_back(import_=import_, item=key, by=secretary, now=now)
    import_.refresh_from_db()
    assert key in [item.key for item in services.doubted(import_).items if item.in_doubt]


def test_a_published_item_keeps_its_own_text_until_somebody_ticks_the_new_one(brought, applied, secretary, now):
    meeting = applied(FIRST, publish=True)
    import_ = brought(LATER["its decision in the one above"])
    found = services.differences_from_register(services.doubted(import_), meeting)
    held = [one for one in found if one.held_back]
    assert held
    assert not any(one.is_default for one in held)
    services.apply(import_=import_, by=secretary, now=now, publish=False, may_be_public=True, accepted={"item/2/decision"})
    row = meeting.items.get(title="Borde i Lunden")
    assert (row.closed, row.in_doubt) == (True, True)


def test_what_was_left_unanswered_is_asked_about_again(applied, brought):
    applied(FIRST, publish=True)
    applied(LATER["its decision in the one above"])
    again = services.doubted(brought(LATER["its decision in the one above"] + "\n"))
    assert [item.title for item in again.items if item.in_doubt] == ["Borde i Lunden"]


def test_undoing_takes_the_doubtful_away_and_leaves_the_closed_closed(brought, applied, secretary, now):
    meeting = applied(FIRST, publish=True)
    import_ = services.apply(
        import_=brought(LATER["retitled under another number"]), by=secretary, now=now, publish=False, may_be_public=True
    )
    services.undo(import_=import_, by=secretary, now=now)
    assert list(meeting.items.order_by("position").values_list("closed", "in_doubt")) == [(c, False) for c in (False, False, True, False)]
    assert SECRET not in shown(meeting)


def test_an_item_in_doubt_in_the_register_counts_as_closed(applied, secretary, now):
    meeting = applied(FIRST.replace(" (lukket)", "").replace("forelægges.", "forelægges. Det kan være fortroligt."))
    assert meeting.items.filter(in_doubt=True).count() == 1
    meeting = applied(LATER["retitled under another number"])
    assert SECRET not in " ".join(meeting.items.filter(closed=False).values_list("decision", flat=True)).casefold()


def test_what_the_secretary_has_opened_is_no_longer_closed_text(applied, secretary, now):
    meeting = applied(FIRST, publish=True)
    confidentiality.set_closed(item=meeting.items.get(closed=True), closed=False, by=secretary, now=now)
    meeting = applied(LATER["its decision in the one above"])
    assert not meeting.items.filter(in_doubt=True).exists()


def test_a_later_version_that_keeps_the_closed_item_is_asked_about_nothing(applied, brought):
    applied(FIRST, "DAGSORDEN", publish=True)
    minutes = services.doubted(brought(FIRST.replace("Intet.", "Formanden takkede de frivillige for indsatsen i vinter.")))
    assert [item.in_doubt for item in minutes.items] == [False] * 4
