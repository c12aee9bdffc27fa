"""The calendar of a body as programs read it: two that know nothing of each other, and the same for whoever asks."""

import datetime as dt

import pytest
import vobject
from icalendar import Calendar

from meetings import planning
from meetings.models import Meeting
from tests import factories as f
from tests.pages.conftest import NOON, member_of, noon

__all__ = ["noon"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def meeting(body):
    return f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), place="Rådhuset, lokale 2; baghuset")


def the_event(client, address="/organer/raadet/kalender.ics"):
    [event] = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    return event


def change(meeting, **columns):
    kept = {name: getattr(meeting, name) for name in ("date", "kind", "start", "end", "place")}
    planning.change_meeting(meeting=meeting, **kept | columns)


@pytest.mark.parametrize("address", ["/organer/raadet/kalender.ics", "/moeder/{}/moede.ics"], ids=["body", "meeting"])
def test_two_libraries_read_the_same(client, settings, meeting, address):
    answer = client.get(address.format(meeting.pk))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    one, other = the_event(client, address.format(meeting.pk)), vobject.readOne(answer.content.decode()).vevent
    assert str(one["uid"]) == other.uid.value == f"meeting:{meeting.pk}@{settings.SITE_URL.split('//')[-1]}"
    assert str(one["summary"]) == other.summary.value == "Rådet for Udsatte"
    assert str(one["location"]) == other.location.value == "Rådhuset, lokale 2; baghuset"
    assert one["dtstart"].dt == other.dtstart.value == dt.datetime(2018, 9, 26, 15, 30, tzinfo=f.COPENHAGEN)
    assert str(one["dtstart"].params["tzid"]) == "Europe/Copenhagen"
    assert str(one["url"]).endswith(f"/moeder/{meeting.pk}/")
    assert "description" not in one


def test_a_meeting_without_an_hour_is_a_whole_day(client, body):
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), start=None, end=None)
    event = the_event(client)
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2018, 9, 26), dt.date(2018, 9, 27))


def test_the_event_of_a_meeting_that_is_moved_cancelled_and_reinstated_is_replaced_each_time(client, meeting):
    events = [the_event(client)]
    for act in (
        lambda: change(meeting, date=dt.date(2018, 10, 3)),
        lambda: change(meeting, start=dt.time(9), end=None),
        lambda: change(meeting, place="Havnen"),
        lambda: planning.cancel_meeting(meeting=meeting),
        lambda: planning.reinstate_meeting(meeting=meeting),
    ):
        act()
        events.append(the_event(client))
    assert len({event["uid"] for event in events}) == 1
    numbers = [event["sequence"] for event in events]
    assert numbers == sorted(set(numbers))
    assert [str(event["status"]) for event in events] == [*["CONFIRMED"] * 4, "CANCELLED", "CONFIRMED"]
    assert str(events[4]["summary"]) == "Aflyst: Rådet for Udsatte"


def test_what_is_not_shown_leaves_the_number_alone(client, meeting):
    before = the_event(client)["sequence"]
    meeting.corrected_parts = ["closed"]
    meeting.save(update_fields=["corrected_parts"])
    meeting.agenda_published_at, meeting.state = NOON, Meeting.State.HELD
    meeting.save()
    change(meeting)
    assert the_event(client)["sequence"] == before


def test_the_agenda_is_linked_to_once_it_is_published_for_insiders_too(client, settings, body, meeting):
    client.force_login(member_of(body))
    assert "description" not in the_event(client)
    meeting.agenda_published_at = NOON
    meeting.save()
    f.AgendaItemFactory(meeting=meeting)
    client.logout()
    link = str(the_event(client)["description"]).removeprefix("Dagsorden: ")
    assert client.get(link.removeprefix(settings.SITE_URL)).status_code == 200


def test_a_body_has_its_own_meetings_and_keeps_its_former_address(client, body, meeting):
    f.MeetingFactory(date=meeting.date)
    f.MeetingFactory(body=body, date=dt.date(2016, 9, 26))
    body.former_slugs.create(slug="udsatte")
    assert str(the_event(client)["uid"]).startswith(f"meeting:{meeting.pk}@")
    assert client.get("/organer/udsatte/kalender.ics").url == "/organer/raadet/kalender.ics"
    assert client.get("/organer/findes-ikke/kalender.ics").status_code == 404
    assert client.get("/moeder/999999/moede.ics").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_calendar_asks_a_fixed_number_of_times(client, django_assert_num_queries, body, rows):
    for n in range(rows):
        made = f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), sequence=n + 1, agenda_published=True)
    with django_assert_num_queries(2):  # the body; its meetings
        client.get("/organer/raadet/kalender.ics")
    with django_assert_num_queries(1):
        client.get(f"/moeder/{made.pk}/moede.ics")


def test_the_pages_lead_there(client, body, meeting):
    assert '<a href="/organer/raadet/kalender.ics">Kalender</a>' in client.get("/organer/raadet/").content.decode()
    assert f'<a href="/moeder/{meeting.pk}/moede.ics">Læg i din kalender</a>' in client.get(f"/moeder/{meeting.pk}/").content.decode()
