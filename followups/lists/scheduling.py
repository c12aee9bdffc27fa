"""At which coming meeting what is to come is expected. Pure: no Django, no clock.

What stands on the agenda of a coming meeting, or can be treated at that one alone, is expected there, whatever its days. Otherwise what
is overdue is overdue, and the rest goes to the last coming meeting within its days: an ordinary one, where there is one. Days that hold no
coming meeting are a period, and what has no days is undated.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """A meeting from today on that is to be held. `key` is the caller's own name for it."""

    key: int
    date: date
    ordinary: bool = True


@dataclass(frozen=True, slots=True)
class AwaitedCase(Generic[Row]):
    """A `row` due from `first` to `last`, both or none; `at` is the key of the meeting it is known to be treated at."""

    row: Row
    first: date | None
    last: date | None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule(Generic[Row]):
    """Every row once, in the order it came in; `meetings` by the key of the meeting, with one for every coming meeting."""

    overdue: list[Row] = field(default_factory=list)
    meetings: dict[int, list[Row]] = field(default_factory=dict)
    periods: list[Row] = field(default_factory=list)
    undated: list[Row] = field(default_factory=list)


def schedule(awaited: Iterable[AwaitedCase[Row]], meetings: Sequence[ComingMeeting], *, today: date) -> Schedule[Row]:
    """Returns the place of each row in the schedule. `meetings` are in the order of time; of two on one day the first counts."""
    found: Schedule[Row] = Schedule(meetings={meeting.key: [] for meeting in meetings})
    for one in awaited:
        _section(one, meetings, found, today).append(one.row)
    return found


def _section(one: AwaitedCase[Row], meetings: Sequence[ComingMeeting], found: Schedule[Row], today: date) -> list[Row]:
    if one.at in found.meetings:
        return found.meetings[one.at]
    if one.first is None or one.last is None:
        return found.undated
    if one.last < today:
        return found.overdue
    within = [meeting for meeting in meetings if one.first <= meeting.date <= one.last]
    if not within:
        return found.periods
    return found.meetings[max(within, key=lambda meeting: (meeting.ordinary, meeting.date)).key]
