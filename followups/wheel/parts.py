"""The values that a wheel is drawn from, and the shapes that it is drawn as. Numbers of the picture are texts with a point, whatever the locale."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EDGE = 400  # the picture reaches this far to every side of its centre


class WheelMeetingKind(StrEnum):
    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    CANCELLED = "cancelled"


class BusinessKind(StrEnum):
    """The kinds of business, in the order of the table."""

    RECURRING = "recurring"
    PLANNED = "planned"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class WheelMeeting:
    day: date
    kind: WheelMeetingKind = WheelMeetingKind.ORDINARY
    url: str = ""


@dataclass(frozen=True, slots=True)
class WheelSlot:
    """A stretch of days, both included; `computed` when only the recurrence tells of it yet."""

    first: date
    last: date
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Business:
    """A business with its stretches of days. Its frequency (`often`) and its `origin` are for the table; the picture only carries them."""

    kind: BusinessKind
    label: str
    slots: tuple[WheelSlot, ...]
    url: str = ""
    often: str = ""
    origin: object = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A `path` to fill, and the middle of it with the size of the letters there is room for."""

    path: str
    x: str
    y: str
    size: str


@dataclass(frozen=True, slots=True)
class Month:
    """Its part of the outer ring, and where its name stands, turned so that no name is upside down."""

    name: str
    path: str
    x: str
    y: str
    turn: str


@dataclass(frozen=True, slots=True)
class WheelRow:
    """A business with its number, and those of its slots that touch the year, each with its shape."""

    number: int
    business: Business
    shapes: tuple[tuple[WheelSlot, Shape], ...]

    @property
    def known(self) -> list[WheelSlot]:
        return [slot for slot, _ in self.shapes if not slot.computed]

    @property
    def computed(self) -> list[WheelSlot]:
        return [slot for slot, _ in self.shapes if slot.computed]


@dataclass(frozen=True, slots=True)
class Wheel:
    """`spokes` part the months, from the `hub` (a radius) outwards; `hand` points at today, and is empty in other years."""

    year: int
    months: tuple[Month, ...]
    meetings: tuple[tuple[WheelMeeting, Shape], ...]
    rows: tuple[WheelRow, ...]
    spokes: str
    hub: str
    hand: str

    @property
    def view_box(self) -> str:
        return f"{-EDGE} {-EDGE} {2 * EDGE} {2 * EDGE}"

    @property
    def by_kind(self) -> list[tuple[BusinessKind, list[WheelRow]]]:
        """The rows of each kind there is any of."""
        return [(kind, rows) for kind in BusinessKind if (rows := [row for row in self.rows if row.business.kind is kind])]
