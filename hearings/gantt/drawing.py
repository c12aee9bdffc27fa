"""Drawing of the Gantt chart of hearings: bars over the days, each body's under a row of its meetings. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator

from danish.axis import DateAxis, figure
from danish.formatting import month_abbreviated
from hearings.gantt.axis import LETTER, named_months
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
    axis = DateAxis(first, last, width - LEFT - RIGHT)
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
                top=figure(y),
                text_y=figure(y + 20),
                marks_y=figure(y + 38),
                meetings=tuple(DrawnMeeting(meeting, figure(LEFT + axis.middle(meeting.date))) for meeting in meetings),
                bars=rows,
                bottom=figure(bottom),
            )
        )
        y = bottom + LANE_GAP
    return GanttDrawing(
        width=figure(width),
        height=figure(y),
        months=tuple(_months(axis)),
        today_x=figure(LEFT + axis.middle(today)) if axis.shows(today) else "",
        lanes=tuple(drawn),
        left_out=left_out,
    )


def shortened(text: str, room: float, size: float) -> str:
    """The text as far as it fits into `room` in letters `size` high, then "…"."""
    letters = max(1, int(room / (size * LETTER)))
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _reaches_into(axis: DateAxis, bar: HearingBar) -> bool:
    return _starts(axis, bar) <= axis.last and (bar.deadline is None or bar.deadline >= axis.first)


def _starts(axis: DateAxis, bar: HearingBar) -> dt.date:
    """From the beginning of the chart when the first day is unknown; never after the deadline, whatever was read."""
    first = bar.first or axis.first
    return min(first, bar.deadline) if bar.deadline else first


def _row(axis: DateAxis, bar: HearingBar, top: float, width: float) -> DrawnBar:
    starts = _starts(axis, bar)
    from_, to = axis.start(starts), axis.end(bar.deadline or axis.last)
    shown = axis.shows(bar.deadline)
    return DrawnBar(
        bar,
        text=shortened(bar.label, width - LEFT, LABEL),
        text_y=figure(top + 16),
        x=figure(LEFT + from_),
        y=figure(top + BAR_TOP),
        width=figure(max(to - from_, NARROWEST)),
        starts="unknown" if bar.first is None else "earlier" if starts < axis.first else "here",
        deadline_x=figure(LEFT + to) if shown else "",
        deadline_text=_short(bar.deadline) if bar.deadline and shown else "",
        deadline_text_x=figure(LEFT + to + 5),
        deadline_text_y=figure(top + BAR_TOP + BAR - 2),
        old_xs=tuple(figure(LEFT + axis.end(old)) for old in sorted(bar.old_deadlines) if axis.shows(old)),
    )


def _short(day: dt.date) -> str:
    """ "31. aug.", "31. maj"."""
    return f"{day.day}. {month_abbreviated(day)}"


def _months(axis: DateAxis) -> Iterator[DrawnMonth]:
    for named in named_months(axis, SMALL):
        x = LEFT + named.month.start
        yield DrawnMonth(figure(x), figure(named.month.width), figure(x + 3), named.name, named.year)
