"""A meeting as search engines read it: schema.org/Event as JSON-LD, which a browser takes for data and never runs."""

import json
from datetime import datetime

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from meetings.calendar_events import COPENHAGEN
from meetings.models import Meeting

# As Django's json_script: nothing in it ends the element or begins another.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def event_data(meeting: Meeting) -> SafeString:
    """What the calendar says of the meeting, the same to everybody, safe within a script element. No query, if its body is at hand."""
    cancelled = meeting.state == Meeting.State.CANCELLED
    told = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": meeting.body.name,
        "startDate": _moment(meeting, meeting.start),
        "endDate": _moment(meeting, meeting.end) if meeting.start and meeting.end else None,
        "eventStatus": f"https://schema.org/Event{'Cancelled' if cancelled else 'Scheduled'}",
        "location": {"@type": "Place", "name": meeting.place} if meeting.place else None,
        "organizer": {"@type": "Organization", "name": meeting.body.name, "url": settings.SITE_URL + meeting.body.get_absolute_url()},
        "url": settings.SITE_URL + meeting.get_absolute_url(),
    }
    shown = json.dumps({name: value for name, value in told.items() if value is not None})
    return mark_safe(shown.translate(_ESCAPED))


def _moment(meeting: Meeting, hour) -> str:
    return datetime.combine(meeting.date, hour, tzinfo=COPENHAGEN).isoformat() if hour else meeting.date.isoformat()
