"""One's own deadlines and meetings as a calendar that a telephone follows (iCalendar, RFC 5545)."""

from datetime import date, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event

from cases.access import Actor
from meetings.models import Meeting
from reminders.deadlines import Deadline, DeadlineKind, Description
from reminders.final_check import described_for, duties_of, standing_deadlines
from reminders.hours import COPENHAGEN
from reminders.models import Contact, Reminder
from reminders.wording import what_is_due

BACK, AHEAD = timedelta(days=92), timedelta(days=366)
MOST_DEADLINES, MOST_MEETINGS = 500, 500
DAY = timedelta(days=1)


def calendar_of(contact: Contact, *, actor: Actor, now: datetime) -> bytes:
    """The feed of the contact, who is the actor: the deadlines he or she is reminded of, and the meetings of his or her bodies.

    Its number of queries does not grow with either. A closed item says nothing.
    """
    today = now.date()
    feed = Calendar()
    feed.add("prodid", "-//Secretariat//da")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", "Sekretariatet")
    standing = standing_deadlines(_own_keys(contact, today), today=today)
    for key, words in sorted(described_for(duties_of(standing, contact), actor=actor).items()):
        feed.add_component(_deadline_event(standing[key], words, today, now))
    for meeting in _meetings(actor, today):
        feed.add_component(_meeting_event(meeting, now))
    feed.add_missing_timezones()  # programs that do not know Europe/Copenhagen by name are told its hours
    return feed.to_ical()


def _own_keys(contact: Contact, today: date) -> list[str]:
    """The deadlines, less the meetings, that the contact is or has lately been reminded of."""
    own = Reminder.objects.filter(contact=contact, last__gte=today - BACK).exclude(kind=DeadlineKind.MEETING)
    own = own.exclude(state=Reminder.State.WITHDRAWN)
    return list(own.order_by("last", "key").values_list("key", flat=True).distinct()[:MOST_DEADLINES])


def _meetings(actor: Actor, today: date) -> list[Meeting]:
    bodies = actor.sits_on | actor.managed_bodies
    rows = Meeting.objects.filter(body__in=bodies, date__range=(today - BACK, today + AHEAD)).select_related("body")
    return list(rows.order_by("date", "sequence", "pk")[:MOST_MEETINGS])


def _deadline_event(deadline: Deadline, told: Description, today: date, now: datetime) -> Event:
    event = _event(deadline.key, told.link, now)
    event.add("summary", told.title)
    event.add("description", what_is_due(deadline.kind, deadline.last, today=today))
    event.add("dtstart", deadline.last)
    event.add("dtend", deadline.last + DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _meeting_event(meeting: Meeting, now: datetime) -> Event:
    event = _event(f"meeting:{meeting.pk}", meeting.get_absolute_url(), now)
    event.add("summary", meeting.body.name)
    event.add("location", meeting.place)
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    if meeting.start:
        event.add("dtstart", datetime.combine(meeting.date, meeting.start, tzinfo=COPENHAGEN))
        if meeting.end and meeting.end > meeting.start:
            event.add("dtend", datetime.combine(meeting.date, meeting.end, tzinfo=COPENHAGEN))
    else:
        event.add("dtstart", meeting.date)
        event.add("dtend", meeting.date + DAY)
    return event


def _event(key: str, link: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@{settings.SITE_URL.split('//')[-1]}")
    event.add("dtstamp", now)
    event.add("url", settings.SITE_URL + link)
    return event
