"""The calendar that a telephone follows: one's own deadlines and meetings, behind an address that can be changed."""

import datetime as dt

import pytest
from icalendar import Calendar

from followups.models import FollowUp
from meetings.models import Meeting
from reminders import services
from reminders.models import Contact
from tests import factories as f
from tests.pages.conftest import NOON, member_of, noon, secretary_of

__all__ = ["noon"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def secretary(body):
    return secretary_of(body)


def promise(body, *, closed=False):
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True), closed=closed, title="HEMMELIGT")
    asked = f.FollowUpFactory(item=item, text="Status på varmestuen; HEMMELIGT", quote="HEMMELIGT", review=FollowUp.Review.ACCEPTED)
    return f.OccurrenceFactory(follow_up=asked, due_end=dt.date(2018, 9, 17))


def events(client, user) -> dict[str, tuple]:
    """The feed's events by their title: the first day or time."""
    services.update_plan(now=NOON)
    contact, _is_new = Contact.objects.get_or_create(user=user)
    answer = client.get(f"/kalender/{contact.calendar_token}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    feed = Calendar.from_ical(answer.content)
    assert {str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")} == {str(zone) for zone in feed.get_used_tzids()}
    found = feed.walk("VEVENT")
    assert len({event["uid"] for event in found}) == len(found)
    return {str(event["summary"]): event["dtstart"].dt for event in found}


def test_a_secretary_follows_her_deadlines_and_meetings(client, body, secretary):
    promise(body)
    f.MeetingFactory(body=body, date=dt.date(2018, 10, 24), start=dt.time(15, 30))
    found = events(client, secretary)
    assert found["Status på varmestuen; HEMMELIGT"] == dt.date(2018, 9, 17)
    assert found["Dagsordenen til mødet i Rådet for Udsatte d. 24. oktober 2018"] == dt.date(2018, 10, 18)
    assert found["Rådet for Udsatte"].isoformat() == "2018-10-24T15:30:00+02:00"


@pytest.mark.parametrize(("day", "in_utc"), [(24, 13), (31, 14)], ids=["summer time", "winter time"])
def test_a_program_that_knows_no_time_zone_is_told_the_hours_of_ours(client, body, secretary, day, in_utc):
    f.MeetingFactory(body=body, date=dt.date(2018, 10, day), start=dt.time(15, 30))
    events(client, secretary)
    feed = Calendar.from_ical(client.get(f"/kalender/{Contact.objects.get(user=secretary).calendar_token}.ics").content)
    [zone] = feed.walk("VTIMEZONE")
    [start] = [event["dtstart"].dt for event in feed.walk("VEVENT") if isinstance(event["dtstart"].dt, dt.datetime)]
    assert start.replace(tzinfo=zone.to_tz(lookup_tzid=False)).astimezone(dt.UTC).hour == in_utc


def test_a_closed_item_says_nothing_in_the_feed(client, body, secretary):
    promise(body, closed=True)
    found = events(client, secretary)
    assert "Et lukket punkt" in found
    assert "HEMMELIGT" not in str(found)


def test_a_member_follows_the_meetings_alone(client, body):
    promise(body)
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), state=Meeting.State.CANCELLED)
    member = member_of(body)
    assert list(events(client, member)) == ["Rådet for Udsatte", "Aflyst: Rådet for Udsatte"]
    assert b"STATUS:CANCELLED" in client.get(f"/kalender/{Contact.objects.get(user=member).calendar_token}.ics").content


def test_what_somebody_has_been_reminded_of_goes_when_it_is_anothers_duty(client, body, secretary):
    promise(body)
    assert "Status på varmestuen; HEMMELIGT" in events(client, secretary)
    services.send_due(clock=lambda: NOON)
    secretary.secretary_assignments.all().delete()
    assert events(client, secretary) == {}


def test_what_was_answered_or_may_not_be_read_any_more_goes(client, body, secretary):
    occurrence = promise(body)
    assert "Status på varmestuen; HEMMELIGT" in events(client, secretary)
    secretary.secretary_assignments.all().delete()
    assert events(client, secretary) == {}
    f.SecretaryAssignmentFactory(user=secretary, body=body)
    occurrence.state, occurrence.met_on = "met", dt.date(2018, 9, 3)
    occurrence.save()
    assert "Status på varmestuen; HEMMELIGT" not in events(client, secretary)


def test_a_new_address_ends_the_old_one(client, secretary):
    old = Contact.objects.create(user=secretary).calendar_token
    client.force_login(secretary)
    client.post("/paamindelser/kalender/ny-adresse/")
    client.logout()
    assert client.get(f"/kalender/{old}.ics").status_code == 404
    assert client.get(f"/kalender/{Contact.objects.get().calendar_token}.ics").status_code == 200
    secretary.is_active = False
    secretary.save()
    assert client.get(f"/kalender/{Contact.objects.get().calendar_token}.ics").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_feed_do_not_grow(client, django_assert_max_num_queries, body, secretary, rows):
    for n in range(rows):
        promise(body, closed=bool(n % 2))
        f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), sequence=n + 1)
    services.update_plan(now=NOON)
    token = Contact.objects.get(user=secretary).calendar_token
    # contact; seats, assignments; keys; words and what stands of dispatches and of reports; meetings
    with django_assert_max_num_queries(4 + (1 + 2) + (1 + 6) + 1):
        client.get(f"/kalender/{token}.ics")
