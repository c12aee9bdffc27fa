"""Every step can be taken back, the newest first; what came of it goes with it, unless somebody has acted on that."""

import datetime as dt

import pytest

from cases.access import Actor
from followups import services
from followups.models import FollowUp, Occurrence, Step
from followups.services import FollowUpRefused
from meetings.planning import cancel_meeting
from tests import factories as f
from tests.factories import COPENHAGEN

EVERYBODY = Actor(is_administrator=True)
NOW = dt.datetime(2018, 12, 3, 10, tzinfo=COPENHAGEN)
LATER = dt.datetime(2018, 12, 4, 9, tzinfo=COPENHAGEN)
MEETINGS = [dt.date(2018, month, 6) for month in (6, 8, 9, 10, 11, 12)]
COLUMNS = ["state", "placed_on", "met_by", "met_on", "due_start", "due_end", "due_order", "due_fixed"]


@pytest.fixture
def by(db):
    return {"by": f.UserFactory(secretary=True), "now": NOW}


@pytest.fixture
def items(db):
    """One of each of the body's meetings; the first asked."""
    body = f.BodyFactory()
    return [f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, date=day)) for day in MEETINGS]


@pytest.fixture
def occurrence(items) -> Occurrence:
    """A status at every second meeting."""
    follow_up = f.FollowUpFactory(item=items[0], every=2, unit=FollowUp.Unit.MEETING)
    services.sync_occurrences(items=items)
    return follow_up.occurrences.get()


def columns(occurrence: Occurrence) -> dict:
    return Occurrence.objects.values(*COLUMNS).get(pk=occurrence.pk)


def undone(step: Step, by: dict) -> Step:
    return services.undo(step=step, by=by["by"], now=LATER)


@pytest.mark.parametrize("act", ["place", "unplace", "meet", "meet_by_mail", "drop", "end", "postpone"])
def test_it_is_as_it_was_before_the_step(occurrence, items, by, act):
    by["occurrence"] = occurrence
    acts = {
        "place": lambda: services.place(item=items[1], **by),
        "unplace": lambda: services.unplace(**by),
        "meet": lambda: services.meet(item=items[2], on=MEETINGS[2], **by),
        "meet_by_mail": lambda: services.meet(item=None, on=MEETINGS[1], **by),
        "drop": lambda: services.drop(why="Ikke aktuelt.", **by),
        "end": lambda: services.end(why="Ikke aktuelt.", **by),
        "postpone": lambda: services.postpone(first=MEETINGS[3], last=MEETINGS[4], why="Travlt.", **by),
    }
    if act == "unplace":
        acts["place"]()
    before = columns(occurrence)
    step = acts[act]()
    assert columns(occurrence) != before
    step = undone(step, by)
    assert columns(occurrence) == before
    assert Occurrence.objects.count() == 1
    assert (step.undone_by, step.undone_at) == (by["by"], LATER)


def test_the_step_stays_in_the_history(occurrence, items, by):
    undone(services.drop(occurrence=occurrence, why="Ikke aktuelt.", **by), by)
    assert [(step.what, step.why, bool(step.undone_at)) for step in occurrence.steps.all()] == [("dropped", "Ikke aktuelt.", True)]


def refuses(step: Step, by: dict, code: str) -> None:
    before = list(Occurrence.objects.order_by("pk").values())
    with pytest.raises(FollowUpRefused) as refused:
        undone(step, by)
    assert refused.value.code == code
    assert list(Occurrence.objects.order_by("pk").values()) == before


def test_a_step_is_undone_once(occurrence, items, by):
    step = services.place(occurrence=occurrence, item=items[1], **by)
    undone(step, by)
    refuses(step, by, "undone")


def test_the_newest_step_is_undone_first(occurrence, items, by):
    placed = services.place(occurrence=occurrence, item=items[1], **by)
    met = services.meet(occurrence=occurrence, item=items[1], on=MEETINGS[1], **by)
    refuses(placed, by, "not_latest")
    undone(met, by)
    undone(placed, by)
    assert columns(occurrence)["placed_on"] is None


def test_the_next_one_goes_with_what_made_it(occurrence, items, by):
    step = services.meet(occurrence=occurrence, item=items[2], on=MEETINGS[2], **by)
    assert Occurrence.objects.count() == 2
    undone(step, by)
    assert list(Occurrence.objects.all()) == [occurrence]


def test_the_next_one_stays_when_somebody_has_acted_on_it(occurrence, items, by):
    step = services.meet(occurrence=occurrence, item=items[2], on=MEETINGS[2], **by)
    following = Occurrence.objects.get(ordinal=2)
    on_next = services.place(occurrence=following, item=items[3], **by)
    refuses(step, by, "next_acted_on")
    undone(on_next, by)
    undone(step, by)
    assert list(Occurrence.objects.all()) == [occurrence]


def test_the_days_are_those_the_calendar_has_now(occurrence, items, by):
    step = services.postpone(occurrence=occurrence, first=MEETINGS[4], last=MEETINGS[4], why="Travlt.", **by)
    cancel_meeting(meeting=items[2].meeting)
    assert columns(occurrence)["due_end"] == MEETINGS[4]
    undone(step, by)
    assert (columns(occurrence)["due_end"], columns(occurrence)["due_order"]) == (MEETINGS[3], MEETINGS[3])


def test_what_was_met_is_due_by_the_calendar_of_now_when_that_is_undone(occurrence, items, by):
    step = services.meet(occurrence=occurrence, item=items[1], on=MEETINGS[1], **by)
    cancel_meeting(meeting=items[2].meeting)
    assert columns(occurrence)["due_end"] == MEETINGS[2]
    undone(step, by)
    assert columns(occurrence)["due_end"] == MEETINGS[3]


def test_an_item_that_has_gone_does_not_come_back(occurrence, items, by):
    services.place(occurrence=occurrence, item=items[1], **by)
    step = services.unplace(occurrence=occurrence, **by)
    items[1].delete()
    undone(step, by)
    assert columns(occurrence)["placed_on"] is None


def test_put_back_on_the_agenda_of_a_cancelled_meeting_it_waits(occurrence, items, by):
    services.place(occurrence=occurrence, item=items[1], **by)
    step = services.unplace(occurrence=occurrence, **by)
    cancel_meeting(meeting=items[1].meeting)
    undone(step, by)
    assert not Occurrence.objects.in_state("placed", EVERYBODY).exists()
