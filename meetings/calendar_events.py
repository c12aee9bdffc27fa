"""Meetings as events of a calendar that programs follow (iCalendar, RFC 5545)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

from meetings.models import Meeting

TYPE = "text/calendar; charset=utf-8"
BACK, AHEAD = timedelta(days=92), timedelta(days=366)
DAY = timedelta(days=1)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
# As rules, which every program knows, and not as icalendar's own list of days, which vobject for one passes over.
_HOURS = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def shown_days(today: date) -> tuple[date, date]:
    """The first and the last day that a calendar shows on the day."""
    return today - BACK, today + AHEAD


def calendar_bytes(name: str, events: list[Event]) -> bytes:
    """The calendar as a file. It tells the hours of our time zone, for programs that do not know it by name."""
    calendar = Calendar()
    calendar.add("prodid", "-//Secretariat//da")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    if any(isinstance(event.get("dtstart").dt, datetime) for event in events):
        calendar.add_component(Timezone.from_ical(_HOURS))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def new_event(key: str, link: str, now: datetime) -> Event:
    """The event of that key, the same each time, that leads to our page at `link`; `now` is aware."""
    event = Event()
    event.add("uid", f"{key}@{settings.SITE_URL.split('//')[-1]}")
    event.add("dtstamp", now)
    event.add("url", settings.SITE_URL + link)
    return event


def meeting_event(meeting: Meeting, now: datetime) -> Event:
    """The meeting, which keeps its event when it is moved or cancelled: the later one has the higher SEQUENCE. No query, if its body is at hand."""
    event = new_event(f"meeting:{meeting.pk}", meeting.get_absolute_url(), now)
    cancelled = meeting.state == Meeting.State.CANCELLED
    event.add("sequence", meeting.calendar_changes)
    event.add("summary", _("Cancelled: %(body)s") % {"body": meeting.body} if cancelled else str(meeting.body))
    event.add("location", meeting.place)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if meeting.start:
        event.add("dtstart", datetime.combine(meeting.date, meeting.start, tzinfo=COPENHAGEN))
        if meeting.end and meeting.end > meeting.start:
            event.add("dtend", datetime.combine(meeting.date, meeting.end, tzinfo=COPENHAGEN))
    else:
        event.add("dtstart", meeting.date)
        event.add("dtend", meeting.date + DAY)
    return event
