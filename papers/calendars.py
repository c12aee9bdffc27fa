"""The calendar of a body, and one meeting as an event: what everybody may know, and no more for anybody."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Event

from cases.access import PUBLIC
from meetings.calendar_events import calendar_bytes, meeting_event, shown_days
from meetings.models import Body, Meeting
from papers.access import has_agenda

MOST_MEETINGS = 500


def calendar_of_body(body: Body, *, now: datetime) -> bytes:
    """The meetings of the body from three months ago to a year ahead: one query."""
    meetings = Meeting.objects.filter(body=body, date__range=shown_days(now.date())).select_related("body")
    rows = meetings.order_by("date", "sequence", "pk")[:MOST_MEETINGS]
    return calendar_bytes(body.name, [_event(meeting, now) for meeting in rows])


def calendar_of_meeting(meeting: Meeting, *, now: datetime) -> bytes:
    return calendar_bytes(meeting.body.name, [_event(meeting, now)])


def _event(meeting: Meeting, now: datetime) -> Event:
    """The meeting with a link to its agenda as soon as everybody has it."""
    event = meeting_event(meeting, now)
    if has_agenda(meeting, PUBLIC):
        address = settings.SITE_URL + reverse("meeting-print", args=[meeting.pk])
        event.add("description", _("Agenda: %(address)s") % {"address": f"{address}?vis=dagsorden"})
    return event
