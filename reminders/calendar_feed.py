"""One's own deadlines and meetings as a calendar that a telephone follows (iCalendar, RFC 5545)."""

from datetime import date, datetime

from icalendar import Event

from cases.access import Actor
from meetings.calendar_events import BACK, DAY, calendar_bytes, meeting_event, new_event, shown_days
from meetings.models import Meeting
from reminders.deadlines import Deadline, DeadlineKind, Description
from reminders.final_check import described_for, duties_of, standing_deadlines
from reminders.models import Contact, Reminder
from reminders.wording import what_is_due

MOST_DEADLINES, MOST_MEETINGS = 500, 500


def calendar_of(contact: Contact, *, actor: Actor, now: datetime) -> bytes:
    """The feed of the contact, who is the actor: the deadlines he or she is reminded of, and the meetings of his or her bodies.

    Its number of queries does not grow with either. A closed item says nothing.
    """
    today = now.date()
    standing = standing_deadlines(_own_keys(contact, today), today=today)
    described = sorted(described_for(duties_of(standing, contact), actor=actor).items())
    deadlines = [_deadline_event(standing[key], words, today, now) for key, words in described]
    return calendar_bytes("Sekretariatet", deadlines + [meeting_event(meeting, now) for meeting in _meetings(actor, today)])


def _own_keys(contact: Contact, today: date) -> list[str]:
    """The deadlines, less the meetings, that the contact is or has lately been reminded of."""
    own = Reminder.objects.filter(contact=contact, last__gte=today - BACK).exclude(kind=DeadlineKind.MEETING)
    own = own.exclude(state=Reminder.State.WITHDRAWN)
    return list(own.order_by("last", "key").values_list("key", flat=True).distinct()[:MOST_DEADLINES])


def _meetings(actor: Actor, today: date) -> list[Meeting]:
    bodies = actor.sits_on | actor.managed_bodies
    rows = Meeting.objects.filter(body__in=bodies, date__range=shown_days(today)).select_related("body")
    return list(rows.order_by("date", "sequence", "pk")[:MOST_MEETINGS])


def _deadline_event(deadline: Deadline, told: Description, today: date, now: datetime) -> Event:
    event = new_event(deadline.key, told.link, now)
    event.add("summary", told.title)
    event.add("description", what_is_due(deadline.kind, deadline.last, today=today))
    event.add("dtstart", deadline.last)
    event.add("dtend", deadline.last + DAY)
    event.add("transp", "TRANSPARENT")
    return event
