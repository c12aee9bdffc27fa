"""What is reckoned from a meeting follows what the meeting says."""

from followups import services as followup_services
from hearings import services as hearing_services
from meetings.calendar import meetings_changed
from meetings.models import Meeting


def follow(meeting: Meeting) -> None:
    """`meeting` has been read into the register, or back to what it was: what is to come of it, and by it, is as it says now."""
    items = list(meeting.items.all())
    hearing_services.track(items=items)
    followup_services.track(items=items)
    meetings_changed([meeting.body])
    followup_services.propose(items=items)
