"""Shapes of the Gantt chart of hearings: the hearings and meetings that go in, and the numbers that come out for a template. Pure.

Every number comes out as text with a point ("12.5"), so that a template prints it alike in every language. The style sheet knows a
mark or a bar by `kind`, `css` and `starts`, which are made for class names.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

LABEL, SMALL = 15, 13  # heights of letters
HEAD = 44  # months and years
LANE_HEAD, LANE_GAP = 52, 16
ROW, BAR_TOP, BAR, NARROWEST = 50, 24, 14, 2
MARK_RADIUS = 7
LEFT, RIGHT = MARK_RADIUS, 70  # beside the days: half a mark; a deadline's day


@dataclass(frozen=True, slots=True)
class MeetingMark:
    """`kind` is ordinary, extraordinary or cancelled."""

    date: dt.date
    kind: str = "ordinary"


@dataclass(frozen=True, slots=True)
class HearingBar:
    """A hearing, from the day it opens or arrives to its deadline, as far as they are known. `css` is the caller's word for its state."""

    label: str
    first: dt.date | None = None
    deadline: dt.date | None = None
    old_deadlines: tuple[dt.date, ...] = ()
    css: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class BodyLane:
    """A body, its meetings, and the hearings it has sent out or is consulted in."""

    name: str
    meetings: Sequence[MeetingMark] = ()
    bars: Sequence[HearingBar] = ()


@dataclass(frozen=True, slots=True)
class DrawnMonth:
    x: str
    width: str
    text_x: str
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class DrawnMeeting:
    meeting: MeetingMark
    x: str


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """`text` is the label as far as there is room. `starts` is here, earlier or unknown.

    `deadline_x` and `deadline_text` are empty when the deadline is not shown; `old_xs` are the deadlines before it.
    """

    bar: HearingBar
    text: str
    text_y: str
    x: str
    y: str
    width: str
    starts: str
    deadline_x: str
    deadline_text: str
    deadline_text_x: str
    deadline_text_y: str
    old_xs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """`meetings` lie on the line `marks_y`; lines from there down to `bottom` lead past the body's bars."""

    lane: BodyLane
    text: str
    top: str
    text_y: str
    marks_y: str
    meetings: tuple[DrawnMeeting, ...]
    bars: tuple[DrawnBar, ...]
    bottom: str


@dataclass(frozen=True, slots=True)
class GanttDrawing:
    """`today_x` is empty when today is not shown. `left_out` counts the hearings that lie wholly outside the days shown."""

    width: str
    height: str
    months: tuple[DrawnMonth, ...]
    today_x: str
    lanes: tuple[DrawnLane, ...]
    left_out: int
    text_x: str = str(LEFT)
    month_y: str = "16"
    year_y: str = "34"
    top: str = str(HEAD)
    bar_height: str = str(BAR)
    mark_radius: str = str(MARK_RADIUS)
    label_size: str = str(LABEL)
    small_size: str = str(SMALL)

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"
