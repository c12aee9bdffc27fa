"""The calendar of meetings: planned, changed, cancelled and reinstated, and whoever reckons by it is told."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import calendar
from meetings.models import Body, Meeting
from meetings.planning import cancel_meeting, change_meeting, plan_meeting, reinstate_meeting
from meetings.services import move_meeting, place_item
from tests import factories as f

DAY = dt.date(2018, 9, 3)
USUAL = {"kind": "ordinary", "start": dt.time(15), "end": dt.time(17), "place": "Rådhuset"}


@pytest.fixture
def told(monkeypatch):
    """The bodies whose meetings were said to have changed, each time."""
    monkeypatch.setattr(calendar, "dependents", [])
    heard: list[set[Body]] = []
    calendar.register(recompute=lambda *, bodies: heard.append({*bodies}), watch=lambda **asked: list)
    return heard


@pytest.fixture
def body(db):
    return f.BodyFactory()


@pytest.fixture
def meeting(body):
    return f.MeetingFactory(body=body, date=DAY)


def test_a_meeting_is_planned(body, told):
    meeting = plan_meeting(body=body, date=DAY, **USUAL)
    assert (meeting.body, meeting.date, meeting.state, meeting.place) == (body, DAY, "planned", "Rådhuset")
    assert told == [{body}]


def test_the_same_meeting_planned_twice_is_one(body, told):
    assert plan_meeting(body=body, date=DAY, **USUAL) == plan_meeting(body=body, date=DAY, **USUAL)
    assert told == [{body}]


def test_no_two_meetings_are_planned_on_one_day(meeting, told):
    with pytest.raises(ValidationError, match="Organet har allerede et møde den dag"):
        plan_meeting(body=meeting.body, date=DAY, **USUAL)
    assert told == []


def test_a_cancelled_meeting_is_reinstated_rather_than_planned_again(meeting):
    cancel_meeting(meeting=meeting)
    with pytest.raises(ValidationError, match="aflyst"):
        plan_meeting(body=meeting.body, date=DAY, **USUAL)


@pytest.mark.parametrize("end", [dt.time(15), dt.time(14)])
def test_a_meeting_ends_after_it_begins(body, end):
    with pytest.raises(ValidationError, match="før det begynder"):
        plan_meeting(body=body, date=DAY, **USUAL | {"end": end})


def test_a_meeting_is_cancelled_and_reinstated_once(meeting, told):
    assert [cancel_meeting(meeting=meeting), cancel_meeting(meeting=meeting)] == [True, False]
    assert Meeting.objects.get().state == "cancelled"
    assert [reinstate_meeting(meeting=meeting), reinstate_meeting(meeting=meeting)] == [True, False]
    assert Meeting.objects.get().state == "planned"
    assert told == [{meeting.body}] * 2


def test_a_meeting_that_was_held_is_not_cancelled(body, told):
    meeting = f.MeetingFactory(body=body, published=True)
    with pytest.raises(ValidationError, match="holdt"):
        cancel_meeting(meeting=meeting)
    assert told == []


def test_a_meeting_is_not_reinstated_beside_another(meeting):
    cancel_meeting(meeting=meeting)
    f.MeetingFactory(body=meeting.body, date=DAY, sequence=2)
    with pytest.raises(ValidationError, match="allerede et møde"):
        reinstate_meeting(meeting=meeting)


def test_a_meeting_gets_another_day_kind_time_and_place(meeting, told):
    new = {"kind": "extraordinary", "start": dt.time(9), "end": None, "place": "Biblioteket"}
    assert change_meeting(meeting=meeting, date=dt.date(2019, 1, 9), **new)
    meeting.refresh_from_db()
    assert (meeting.date, meeting.kind, meeting.start, meeting.end, meeting.place) == (dt.date(2019, 1, 9), *new.values())
    assert {frozenset(bodies) for bodies in told} == {frozenset({meeting.body})}
    assert not change_meeting(meeting=meeting, date=dt.date(2019, 1, 9), **new)


def test_nobody_is_told_of_another_room(meeting, told):
    same = {"kind": meeting.kind, "start": meeting.start, "end": meeting.end}
    assert change_meeting(meeting=meeting, date=meeting.date, place="Biblioteket", **same)
    assert told == []


def test_no_meeting_moves_onto_another(meeting, told):
    other = f.MeetingFactory(body=meeting.body, date=dt.date(2018, 10, 1))
    with pytest.raises(ValidationError, match="allerede et møde"):
        change_meeting(meeting=other, date=DAY, **USUAL)
    other.refresh_from_db()
    assert (other.date, told) == (dt.date(2018, 10, 1), [])


def test_both_bodies_are_told_when_a_meeting_was_the_other_ones(meeting, told):
    before, after = meeting.body, f.BodyFactory()
    move_meeting(meeting=meeting, body=after, date=DAY)
    assert told == [{before, after}]


def test_both_bodies_are_told_when_an_item_moves_to_the_other(meeting, told):
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(date=DAY))
    before = item.body
    place_item(item=item, meeting=meeting, position=1, number=1)
    assert told == [{before, meeting.body}]
    place_item(item=item, meeting=meeting, position=2, number=1)
    assert len(told) == 1


def test_what_administrators_do_in_the_calendar_is_told(admin_client, meeting, told):
    form = {"body": meeting.body_id, "date": DAY.isoformat(), "sequence": 1, "kind": "ordinary", "state": "cancelled", "place": ""}
    rows = {f"{name}-{what}_FORMS": 0 for name in ("items", "time_plan", "attendances") for what in ("TOTAL", "INITIAL")}
    address = reverse("admin:meetings_meeting_change", args=[meeting.pk])
    assert admin_client.post(address, form | rows).status_code == 302
    admin_client.post(reverse("admin:meetings_meeting_add"), form | rows | {"date": "2018-10-01", "state": "planned"})
    admin_client.post(reverse("admin:meetings_meeting_delete", args=[meeting.pk]), {"post": "yes"})
    admin_client.post(reverse("admin:meetings_meeting_delete", args=[Meeting.objects.get().pk]), {"post": "yes"})
    assert (told, Meeting.objects.count()) == ([{meeting.body}] * 4, 0)


def test_lower_apps_are_in_step_before_upper_ones_compute_from_them():
    assert [dependent.recompute.__module__.split(".")[0] for dependent in reversed(calendar.dependents)] == ["hearings", "followups"]
