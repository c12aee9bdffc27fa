"""What follows the calendar of a body's meetings follows it whenever it changes; all else stays."""

import datetime as dt

import pytest

from cases.access import Actor
from followups import services
from followups.models import FollowUp, Occurrence
from meetings.models import Meeting
from meetings.planning import cancel_meeting, change_meeting, plan_meeting, reinstate_meeting
from meetings.services import move_meeting
from tests import factories as f
from tests.factories import COPENHAGEN

EVERYBODY = Actor(is_administrator=True)
NOW = dt.datetime(2018, 12, 3, 10, tzinfo=COPENHAGEN)
MEETINGS = [dt.date(2018, month, 6) for month in (6, 8, 9, 10, 11, 12)]
USUAL = {"kind": "ordinary", "start": None, "end": None, "place": ""}


@pytest.fixture
def body(db):
    return f.BodyFactory()


@pytest.fixture
def meetings(body) -> list[Meeting]:
    return [f.MeetingFactory(body=body, date=day) for day in MEETINGS]


@pytest.fixture
def third(meetings) -> Occurrence:
    """A status at every third meeting."""
    return waiting(meetings, every=3, unit=FollowUp.Unit.MEETING)


@pytest.fixture
def at_next(meetings) -> Occurrence:
    """A case put off to the next meeting."""
    return waiting(meetings, kind="deferred", due_words="til næste møde", at_next_meeting=True)


def waiting(meetings: list[Meeting], **told) -> Occurrence:
    follow_up = f.FollowUpFactory(item=f.AgendaItemFactory(meeting=meetings[0]), **told)
    services.sync_occurrences(items=[follow_up.item])
    return follow_up.occurrences.get()


def due(occurrence: Occurrence) -> dt.date | None:
    occurrence.refresh_from_db()
    assert (occurrence.due_start, occurrence.due_order) == (occurrence.due_end, occurrence.due_end_or_last)
    return occurrence.due_end


def move(meeting: Meeting, day: dt.date, **other) -> None:
    change_meeting(meeting=meeting, date=day, **{name: getattr(meeting, name) for name in ("kind", "start", "end", "place")} | other)


@pytest.mark.parametrize(
    ("change", "third_due", "next_due"),
    [
        (lambda m: None, MEETINGS[3], MEETINGS[1]),
        (lambda m: move(m[3], dt.date(2018, 10, 13)), dt.date(2018, 10, 13), MEETINGS[1]),
        (lambda m: move(m[3], dt.date(2018, 11, 20)), MEETINGS[4], MEETINGS[1]),
        (lambda m: cancel_meeting(meeting=m[1]), MEETINGS[4], MEETINGS[2]),
        (lambda m: [cancel_meeting(meeting=m[1]), reinstate_meeting(meeting=m[1])], MEETINGS[3], MEETINGS[1]),
        (lambda m: move(m[1], MEETINGS[1], kind="extraordinary"), MEETINGS[4], MEETINGS[2]),
        (lambda m: plan_meeting(body=m[0].body, date=dt.date(2018, 7, 2), **USUAL), MEETINGS[2], dt.date(2018, 7, 2)),
        (lambda m: plan_meeting(body=m[0].body, date=dt.date(2018, 7, 2), **USUAL | {"kind": "extraordinary"}), MEETINGS[3], MEETINGS[1]),
        (lambda m: [cancel_meeting(meeting=one) for one in m[1:4]], None, MEETINGS[4]),
        (lambda m: [cancel_meeting(meeting=one) for one in m[1:]], None, None),
        (lambda m: move_meeting(meeting=m[1], body=f.BodyFactory(), date=MEETINGS[1]), MEETINGS[4], MEETINGS[2]),
    ],
)
def test_what_follows_the_meetings_follows_the_calendar(third, at_next, meetings, change, third_due, next_due):
    change(meetings)
    assert (due(third), due(at_next)) == (third_due, next_due)


@pytest.mark.parametrize(
    "told",
    [
        {"due_start": MEETINGS[2], "due_end": MEETINGS[2], "quote": "Rådet ønsker en status på mødet den 6. september 2018."},
        {"every": 1, "unit": "quarter"},
        {"every": 1, "unit": "year"},
        {},
    ],
)
def test_what_was_told_as_days_and_slots_of_the_calendar_stays(meetings, told):
    occurrence = waiting(meetings, **told)
    before = Occurrence.objects.values().get()
    for meeting in meetings[1:]:
        cancel_meeting(meeting=meeting)
    assert Occurrence.objects.values().get(pk=occurrence.pk) == before


def test_days_set_by_hand_stay(third, meetings):
    day = dt.date(2018, 12, 24)
    services.postpone(occurrence=third, first=day, last=day, by=None, now=NOW, why="Travlt.")
    cancel_meeting(meeting=meetings[1])
    assert due(third) == day


def test_what_is_settled_is_never_touched(third, meetings):
    services.meet(occurrence=third, item=None, on=MEETINGS[2], by=None, now=NOW)
    before = Occurrence.objects.values().get(ordinal=1)
    cancel_meeting(meeting=meetings[1])
    cancel_meeting(meeting=meetings[3])
    assert Occurrence.objects.values().get(ordinal=1) == before
    assert Occurrence.objects.get(ordinal=2).due_end is None


def test_the_next_follows_the_meeting_that_met_the_last(third, meetings):
    item = f.AgendaItemFactory(meeting=meetings[1])
    services.meet(occurrence=third, item=item, on=MEETINGS[1], by=None, now=NOW)
    following = Occurrence.objects.get(ordinal=2)
    assert due(following) == MEETINGS[4]
    move(meetings[1], dt.date(2018, 9, 20))
    assert due(following) == MEETINGS[5]


def test_what_stood_on_the_agenda_of_a_meeting_that_is_cancelled_waits_unless_it_is_held_after_all(third, meetings):
    def stands() -> list[bool]:
        rows = Occurrence.objects.filter(pk=third.pk)
        return [rows.in_state(state, EVERYBODY).exists() for state in ("open", "placed")]

    services.place(occurrence=third, item=f.AgendaItemFactory(meeting=meetings[1]), by=None, now=NOW)
    assert stands() == [False, True]
    cancel_meeting(meeting=meetings[1])
    assert stands() == [True, False]
    reinstate_meeting(meeting=meetings[1])
    assert stands() == [False, True]


def test_what_was_asked_at_a_meeting_waits_where_the_meeting_belongs(third, meetings):
    right = f.BodyFactory()
    days = [f.MeetingFactory(body=right, date=dt.date(2018, month, 20)).date for month in (8, 9, 10, 11)]
    move_meeting(meeting=meetings[0], body=right, date=MEETINGS[0])
    assert (due(third), third.body) == (days[2], right)


def test_it_says_how_many_got_other_days(third, at_next, body, meetings):
    assert services.sync_bodies(bodies=[body]) == 0
    Meeting.objects.filter(pk=meetings[3].pk).update(state=Meeting.State.CANCELLED)
    assert services.sync_bodies(bodies=[body]) == 1


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_are_as_many_whatever_is_waited_for(meetings, body, count, django_assert_num_queries):
    asked = [f.FollowUpFactory(item=f.AgendaItemFactory(meeting=meetings[0]), every=3, unit="meeting") for _ in range(count)]
    services.sync_occurrences(items=[one.item for one in asked])
    Meeting.objects.filter(pk=meetings[3].pk).update(state=Meeting.State.CANCELLED)
    with django_assert_num_queries(9):
        assert services.sync_bodies(bodies=[body]) == count
