"""Look up: what was read, held against the register as it is now. Nothing is written."""

from meetings.models import Meeting
from minutes import known_rows
from minutes.corrections import give_keys
from minutes.differences import Difference, differences
from minutes.matching import Matches, MeetingChoice, match
from minutes.models import Import
from minutes.register_checks import check_against_register
from minutes.services.closed_protection import held_back, hold_against
from minutes.services.settled_doubts import settle
from minutes.storing import snapshot
from reader import facts, format


def reading_of(import_: Import) -> facts.Minutes:
    """The reading of the import's document, with the secretary's corrections. Every item has its key."""
    minutes = format.from_json(import_.corrected or import_.reading)
    give_keys(minutes)
    return minutes


def look_up(minutes: facts.Minutes, said: MeetingChoice | None = None) -> tuple[Matches, list[facts.Warning], Meeting | None, set[int]]:
    """The register's answer to `minutes` now: matches, warnings, the meeting when it is there already, item numbers taken.

    `said`: which meeting somebody has said that they are about (`Import.said`). What may hold closed text of
    the meeting is put in doubt in `minutes`; doubts that somebody has answered for in the register are settled.
    """
    known = known_rows.load(minutes, said)
    meeting = Meeting.objects.select_related("body", "source").filter(pk=known.meeting.id).first()
    hold_against(minutes, meeting)
    settle(minutes, meeting)
    matches = match(minutes, known)
    return matches, check_against_register(minutes, matches, known), meeting, known.taken


def differences_from_register(minutes: facts.Minutes, meeting: Meeting | None) -> list[Difference]:
    """Gives the differences between `minutes`, which have been looked up, and the meeting the register has; nothing when it has none."""
    if meeting is None:
        return []
    register = snapshot(meeting)
    return differences(register, minutes, held_back(minutes, register, meeting).keys())
