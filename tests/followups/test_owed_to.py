"""A report that is owed to another body than the one in whose minutes it is told waits at that body, and follows its meetings."""

import datetime as dt

import pytest

from followups import services
from followups.models import FollowUp, Occurrence
from meetings.services import move_meeting
from minutes import services as minutes_services
from tests import factories as f

D = dt.date
NOW = dt.datetime(2018, 12, 3, 10, tzinfo=f.COPENHAGEN)


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def committee(council):
    """A committee with meetings of its own, on other days than the council's."""
    body = f.BodyFactory(name="Havneudvalget")
    for month in (8, 9, 10, 11):
        f.MeetingFactory(body=body, date=D(2018, month, 20))
        f.MeetingFactory(body=council, date=D(2018, month, 6))
    return body


@pytest.fixture
def told(council, committee, django_capture_on_commit_callbacks) -> Occurrence:
    """A status at every second meeting that the council's minutes say the committee gets."""
    item = f.AgendaItemFactory(meeting__body=council, meeting__date=D(2018, 6, 6), meeting__published=True)
    follow_up = f.FollowUpFactory(item=item, every=2, unit="meeting", owed_to=committee)
    with django_capture_on_commit_callbacks(execute=True):
        services.sync_occurrences(items=[item])
    return follow_up.occurrences.get()


def fresh(row) -> Occurrence:
    return Occurrence.objects.get(pk=row.pk)


def test_it_waits_at_the_body_it_is_owed_to_and_is_counted_by_its_meetings(told, committee):
    assert (told.body, told.due_end) == (committee, D(2018, 9, 20))


def test_it_stands_on_the_list_of_that_body_alone(told, committee, council, client):
    assert told.get_absolute_url() in client.get(f"/opfoelgning/?organ={committee.slug}").content.decode()
    assert told.get_absolute_url() not in client.get(f"/opfoelgning/?organ={council.slug}").content.decode()


def test_it_follows_the_calendar_of_that_body(told, committee, council):
    f.MeetingFactory(body=committee, date=D(2018, 7, 3))
    f.MeetingFactory(body=council, date=D(2018, 7, 3))
    assert services.sync_bodies(bodies=[council]) == 0
    assert services.sync_bodies(bodies=[committee]) == 1
    assert fresh(told).due_end == D(2018, 8, 20)


def test_it_stays_there_when_the_minutes_turn_out_to_be_of_a_third_body(told, committee):
    move_meeting(meeting=told.item.meeting, body=f.BodyFactory(), date=told.item.meeting.date)
    assert fresh(told).body == committee


def test_the_next_one_waits_there_too(told, committee):
    services.meet(occurrence=told, item=None, on=D(2018, 9, 21), by=None, now=NOW)
    following = Occurrence.objects.get(ordinal=2)
    assert (following.body, following.due_end) == (committee, D(2018, 11, 20))


def test_said_to_be_the_bodys_own_it_waits_where_it_was_told(told, council, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        minutes_services.correct(obligation=told.follow_up, values={"owed_to_id": None}, parties=None, by=None, now=NOW)
    assert (fresh(told).body, fresh(told).due_end) == (council, D(2018, 9, 6))
    with django_capture_on_commit_callbacks(execute=True):
        minutes_services.accept(obligation=FollowUp.objects.get(), by=None, now=NOW)
    assert (fresh(told).body.name, fresh(told).due_end) == ("Havneudvalget", D(2018, 9, 20))
