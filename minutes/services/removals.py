"""Removing from the register what a later document does not have: of what is closed or published it is asked for twice."""

from meetings.models import Meeting
from minutes.differences import Difference


def to_confirm(found: list[Difference], accepted: set[str], meeting: Meeting) -> list[Difference]:
    """The removals among the accepted differences that must be confirmed: of a closed item, and of anything of a published meeting."""
    return [one for one in found if one.path in accepted and one.removes and (one.of_closed or meeting.is_public)]
