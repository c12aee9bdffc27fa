"""The picture of hearings: bars over the days, each body's under a row of its meetings. Where everything is drawn; pure.

Every number comes out as text with a point ("12.5"), so that a template prints it alike in every language. What a mark or a bar looks
like is for the style sheet: `kind`, `css`, `starts` and `ends` are made for class names.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from danish.dates import MONTHS
from hearings.axis import LETTER, Axis

LABEL, SMALL = 15, 13  # heights of letters
HEAD = 44  # months and years
LANE_HEAD, LANE_GAP = 52, 16
ROW, BAR_TOP, BAR, NARROWEST = 50, 24, 14, 2
MARK_RADIUS = 7
LEFT, RIGHT = MARK_RADIUS, 70  # beside the days: half a mark; a deadline's day


@dataclass(frozen=True, slots=True)
class Meeting:
    """`kind` is ordinary, extraordinary or cancelled."""

    date: dt.date
    kind: str = "ordinary"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A hearing, from the day it opens or arrives to its deadline, as far as they are known. `css` is the caller's word for its state."""

    label: str
    first: dt.date | None = None
    deadline: dt.date | None = None
    old_deadlines: tuple[dt.date, ...] = ()
    css: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A body, its meetings, and the hearings it has sent out or is consulted in."""

    name: str
    meetings: Sequence[Meeting] = ()
    bars: Sequence[Bar] = ()


@dataclass(frozen=True, slots=True)
class DrawnMonth:
    x: str
    width: str
    text_x: str
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class DrawnMeeting:
    meeting: Meeting
    x: str


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """`text` is the label as far as there is room. `starts` is here, earlier or unknown, `ends` here, later or unknown.

    `deadline_x` and `deadline_text` are empty when the deadline is not shown; `old_xs` are the deadlines before it.
    """

    bar: Bar
    text: str
    text_y: str
    x: str
    y: str
    width: str
    starts: str
    ends: str
    deadline_x: str
    deadline_text: str
    deadline_text_x: str
    deadline_text_y: str
    old_xs: tuple[str, ...]
    bottom: str


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """`meetings` lie on the line `marks_y`; lines from there down to `bottom` lead past the body's bars."""

    lane: Lane
    text: str
    top: str
    text_y: str
    marks_y: str
    meetings: tuple[DrawnMeeting, ...]
    bars: tuple[DrawnBar, ...]
    bottom: str


@dataclass(frozen=True, slots=True)
class Drawing:
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


def draw(lanes: Iterable[Lane], *, first: dt.date, last: dt.date, today: dt.date, width: int = 1000) -> Drawing:
    """The days from `first` to `last` in `width` units, as high as the lanes need. ValueError when there is no such day."""
    axis = Axis(first, last, width - LEFT - RIGHT)
    drawn: list[DrawnLane] = []
    y, left_out = HEAD, 0
    for lane in lanes:
        shown = [bar for bar in lane.bars if _reaches_into(axis, bar)]
        left_out += len(lane.bars) - len(shown)
        rows = tuple(_row(axis, bar, y + LANE_HEAD + number * ROW, width) for number, bar in enumerate(shown))
        bottom = y + LANE_HEAD + len(shown) * ROW
        meetings = sorted((meeting for meeting in lane.meetings if axis.shows(meeting.date)), key=lambda meeting: meeting.date)
        drawn.append(
            DrawnLane(
                lane,
                text=shortened(lane.name, width - LEFT, LABEL),
                top=_said(y),
                text_y=_said(y + 20),
                marks_y=_said(y + 38),
                meetings=tuple(DrawnMeeting(meeting, _said(LEFT + axis.middle(meeting.date))) for meeting in meetings),
                bars=rows,
                bottom=_said(bottom),
            )
        )
        y = bottom + LANE_GAP
    return Drawing(
        width=_said(width),
        height=_said(y),
        months=tuple(_months(axis)),
        today_x=_said(LEFT + axis.middle(today)) if axis.shows(today) else "",
        lanes=tuple(drawn),
        left_out=left_out,
    )


def shortened(text: str, room: float, size: float) -> str:
    """The text as far as it fits into `room` in letters `size` high, then "…"."""
    letters = max(1, int(room / (size * LETTER)))
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _reaches_into(axis: Axis, bar: Bar) -> bool:
    return _starts(axis, bar) <= axis.last and (bar.deadline is None or bar.deadline >= axis.first)


def _starts(axis: Axis, bar: Bar) -> dt.date:
    """From the beginning of the picture when the first day is unknown; never after the deadline, whatever was read."""
    first = bar.first or axis.first
    return min(first, bar.deadline) if bar.deadline else first


def _row(axis: Axis, bar: Bar, top: float, width: float) -> DrawnBar:
    starts = _starts(axis, bar)
    from_, to = axis.start(starts), axis.end(bar.deadline or axis.last)
    shown = axis.shows(bar.deadline)
    return DrawnBar(
        bar,
        text=shortened(bar.label, width - LEFT, LABEL),
        text_y=_said(top + 16),
        x=_said(LEFT + from_),
        y=_said(top + BAR_TOP),
        width=_said(max(to - from_, NARROWEST)),
        starts="unknown" if bar.first is None else "earlier" if starts < axis.first else "here",
        ends="unknown" if bar.deadline is None else "here" if shown else "later",
        deadline_x=_said(LEFT + to) if shown else "",
        deadline_text=_short(bar.deadline) if bar.deadline and shown else "",
        deadline_text_x=_said(LEFT + to + 5),
        deadline_text_y=_said(top + BAR_TOP + BAR - 2),
        old_xs=tuple(_said(LEFT + axis.end(old)) for old in sorted(bar.old_deadlines) if axis.shows(old)),
        bottom=_said(top + ROW),
    )


def _short(day: dt.date) -> str:
    """ "31. aug.", "31. maj"."""
    name = MONTHS[day.month - 1]
    return f"{day.day}. {name if len(name) <= 4 else name[:3] + '.'}"


def _months(axis: Axis) -> Iterator[DrawnMonth]:
    for month in axis.months(SMALL):
        x = LEFT + month.start
        yield DrawnMonth(_said(x), _said(month.width), _said(x + 3), month.name, month.year)


def _said(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
