"""Look up: what was read, held against the register as it is now. Nothing is written."""

from meetings.models import Meeting
from minutes import facts, format, register
from minutes.differences import Difference, differences
from minutes.matching import Matches, match
from minutes.models import Import
from minutes.proving import prove
from minutes.storing import snapshot


def reading_of(import_: Import) -> facts.Minutes:
    """What was read from the import's document."""
    return format.from_json(import_.reading)


def look_up(minutes: facts.Minutes) -> tuple[Matches, list[facts.Warning], Meeting | None, set[int]]:
    """What the register has to say of `minutes` now: matches, warnings, the meeting when it is there already, item numbers taken."""
    known = register.load(minutes)
    matches = match(minutes, known)
    meeting = Meeting.objects.select_related("body", "source").filter(pk=known.meeting_id).first()
    return matches, prove(minutes, matches, known), meeting, known.taken


def differences_from_register(minutes: facts.Minutes, meeting: Meeting | None) -> list[Difference]:
    """How `minutes` differ from the meeting the register has; nothing when it has none."""
    return differences(snapshot(meeting), minutes) if meeting else []
