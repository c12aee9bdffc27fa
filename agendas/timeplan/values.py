"""The values of a time plan: what it is made of, and what comes out.

Every time is a whole number of minutes since midnight of the meeting's day; after the next midnight they go on, 24 * 60 and more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Key = str | int  # the caller's own name for an item
Window = tuple[int, int]  # from the one minute to the other


class Keep(StrEnum):
    """The end of the agenda at which an item is kept. Several that are kept first, or last, keep the order they were given in."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class ItemToPlan:
    """An item of the agenda. `minutes` is None or 0 while nobody has said how long it lasts; it then takes no time.

    `suggested_from` is how many like items `minutes` is the median of, 0 when a person has set them. `fixed_start` is when it has to begin.
    `guests` come for this item and need not be there for others.
    """

    key: Key
    title: str
    minutes: int | None = None
    fixed_start: int | None = None
    guests: tuple[str, ...] = ()
    keep: Keep | None = None
    suggested_from: int = 0


@dataclass(frozen=True, slots=True)
class PlannedBreak:
    """A break of `minutes`, between two items: the first place at or after `after_minutes` of meeting, or near the middle when that is None."""

    minutes: int
    after_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class OtherMeeting:
    """A meeting of the same day that needs a room and people, too."""

    title: str
    start: int
    end: int
    room: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingToPlan:
    """A meeting with its items in the secretary's order; their keys differ.

    `windows` are the times in which a guest can come, any one of which will do; a guest without windows may come at any time.
    `attendees` are there for the whole meeting.
    """

    start: int
    end: int
    items: tuple[ItemToPlan, ...] = ()
    breaks: tuple[PlannedBreak, ...] = ()
    windows: Mapping[str, tuple[Window, ...]] = field(default_factory=dict)
    room: str = ""
    attendees: tuple[str, ...] = ()
    other_meetings: tuple[OtherMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the plan: an item's (`key`) or a break's (`break_number`, counted from 1 in the order the breaks were given)."""

    start: int
    end: int
    key: Key | None = None
    break_number: int | None = None


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """Something to know about a plan. `keys` are the items it is about, `params` the values for its sentence."""

    code: str
    keys: tuple[Key, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimePlan:
    """`rows` in the order of time. `waiting_minutes` is what all guests wait: docs/timeplan.md says what counts."""

    rows: tuple[PlannedRow, ...]
    findings: tuple[PlanFinding, ...]
    waiting_minutes: int


@dataclass(frozen=True, slots=True)
class MovedItem:
    """An item that has another place among the items, counted from 1, and the reason with the values for its sentence."""

    key: Key
    before: int
    after: int
    reason: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrderSuggestion:
    """The order that is suggested, its plan, and what was moved to come there."""

    items: tuple[ItemToPlan, ...]
    plan: TimePlan
    moved: tuple[MovedItem, ...]
