"""Drawing of the Gantt chart of hearings: bars over the days, each body's under a row of its meetings. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator

from danish.telling import month_abbreviated
from hearings.gantt.axis import LETTER, TimeAxis
from hearings.gantt.shapes import (
    BAR,
    BAR_TOP,
    HEAD,
    LABEL,
    LANE_GAP,
    LANE_HEAD,
    LEFT,
    NARROWEST,
    RIGHT,
    ROW,
    SMALL,
    BodyLane,
    DrawnBar,
    DrawnLane,
    DrawnMeeting,
    DrawnMonth,
    GanttDrawing,
    HearingBar,
)


def draw(lanes: Iterable[BodyLane], *, first: dt.date, last: dt.date, today: dt.date, width: int = 1000) -> GanttDrawing:
    """The days from `first` to `last` in `width` units, as high as the lanes need. ValueError when there is no such day."""
    axis = TimeAxis(first, last, width - LEFT - RIGHT)
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
    return GanttDrawing(
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


def _reaches_into(axis: TimeAxis, bar: HearingBar) -> bool:
    return _starts(axis, bar) <= axis.last and (bar.deadline is None or bar.deadline >= axis.first)


def _starts(axis: TimeAxis, bar: HearingBar) -> dt.date:
    """From the beginning of the chart when the first day is unknown; never after the deadline, whatever was read."""
    first = bar.first or axis.first
    return min(first, bar.deadline) if bar.deadline else first


def _row(axis: TimeAxis, bar: HearingBar, top: float, width: float) -> DrawnBar:
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
        deadline_x=_said(LEFT + to) if shown else "",
        deadline_text=_short(bar.deadline) if bar.deadline and shown else "",
        deadline_text_x=_said(LEFT + to + 5),
        deadline_text_y=_said(top + BAR_TOP + BAR - 2),
        old_xs=tuple(_said(LEFT + axis.end(old)) for old in sorted(bar.old_deadlines) if axis.shows(old)),
    )


def _short(day: dt.date) -> str:
    """ "31. aug.", "31. maj"."""
    return f"{day.day}. {month_abbreviated(day)}"


def _months(axis: TimeAxis) -> Iterator[DrawnMonth]:
    for month in axis.months(SMALL):
        x = LEFT + month.start
        yield DrawnMonth(_said(x), _said(month.width), _said(x + 3), month.name, month.year)


def _said(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
