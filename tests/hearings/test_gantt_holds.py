"""What holds of every Gantt chart of hearings: all of it is inside, and what is later lies farther to the right."""

import dataclasses
import datetime as dt
import itertools
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.gantt.axis import LETTER, visible_period
from hearings.gantt.drawing import draw
from hearings.gantt.shapes import LABEL, SMALL, BodyLane, GanttDrawing, HearingBar, MeetingMark

days = st.dates(dt.date(2016, 1, 1), dt.date(2021, 12, 31))
bars = st.builds(HearingBar, st.text(max_size=200), st.none() | days, st.none() | days, st.lists(days, max_size=3).map(tuple))
meetings = st.builds(MeetingMark, days, st.sampled_from(["ordinary", "extraordinary", "cancelled"]))
lanes = st.builds(BodyLane, st.text(max_size=100), st.lists(meetings, max_size=6), st.lists(bars, max_size=6))


@st.composite
def drawings(draw_one) -> GanttDrawing:
    shown = draw_one(st.lists(lanes, max_size=4))
    first, last = sorted((draw_one(days), draw_one(days)))
    return draw(shown, first=first, last=last, today=draw_one(days), width=draw_one(st.integers(320, 1400)))


@settings(deadline=None)
@given(drawings())
def test_everything_is_inside(drawn):
    width, height = float(drawn.width), float(drawn.height)

    def across(x: str, beyond: float = 0) -> bool:
        return not x or (float(x) >= 0 and float(x) + beyond <= width + 0.1)

    def down(y: str) -> bool:
        return 0 <= float(y) <= height

    radius = float(drawn.mark_radius)
    assert across(drawn.today_x)
    for month in drawn.months:
        assert across(month.x, float(month.width))
        assert across(month.text_x, max(len(month.name), len(month.year)) * SMALL * LETTER)
    for lane in drawn.lanes:
        assert across(drawn.text_x, len(lane.text) * LABEL * LETTER)
        assert all(map(down, (lane.top, lane.text_y, lane.marks_y, lane.bottom)))
        assert all(float(mark.x) >= radius and across(mark.x, radius) for mark in lane.meetings)
        for bar in lane.bars:
            assert across(drawn.text_x, len(bar.text) * LABEL * LETTER)
            assert across(bar.x, float(bar.width))
            assert across(bar.deadline_x)
            assert all(map(across, bar.old_xs))
            assert across(bar.deadline_text_x, len(bar.deadline_text) * SMALL * LETTER)
            assert all(map(down, (bar.text_y, bar.y, bar.deadline_text_y)))
            assert float(lane.marks_y) + radius < float(bar.text_y) < float(bar.y)
            assert float(bar.y) + float(drawn.bar_height) <= float(lane.bottom)


@settings(deadline=None)
@given(drawings())
def test_what_is_later_lies_farther_to_the_right(drawn):
    marks = [(mark.meeting.date, float(mark.x)) for lane in drawn.lanes for mark in lane.meetings]
    rows = [row for lane in drawn.lanes for row in lane.bars]
    begun = [
        (row.bar.first, float(row.x))
        for row in rows
        if row.starts == "here" and not (row.bar.deadline and row.bar.deadline < row.bar.first)
    ]
    due = [(row.bar.deadline, float(row.deadline_x)) for row in rows if row.deadline_x]
    months = [float(month.x) for month in drawn.months]
    for placed in (marks, begun, due):
        for (one, x), (other, other_x) in itertools.combinations(placed, 2):
            assert (x <= other_x) if one < other else (x >= other_x) if one > other else x == other_x
    assert months == sorted(months)
    for (held, x), (deadline, deadline_x) in itertools.product(marks, due):
        assert (x <= deadline_x) if held <= deadline else (x >= deadline_x)


@settings(deadline=None)
@given(st.lists(lanes, max_size=3), days, days, days)
def test_every_hearing_is_drawn_or_counted_as_left_out(shown, one, other, today):
    first, last = sorted((one, other))
    drawn = draw(shown, first=first, last=last, today=today)
    assert sum(len(lane.bars) for lane in drawn.lanes) + drawn.left_out == sum(len(lane.bars) for lane in shown)
    assert [lane.lane for lane in drawn.lanes] == shown


@settings(deadline=None)
@given(drawings())
def test_every_number_is_text_with_a_point(drawn):
    parts = [drawn, *drawn.months, *drawn.lanes]
    parts += [part for lane in drawn.lanes for part in (*lane.meetings, *lane.bars)]
    for part in parts:
        for field in dataclasses.fields(part):
            if field.name.endswith(("x", "y", "xs", "width", "height", "top", "bottom", "size", "radius")):
                value = getattr(part, field.name)
                assert all(re.fullmatch(r"(\d+(\.\d{1,2})?)?", number) for number in (value if isinstance(value, tuple) else [value]))


@settings(deadline=None)
@given(st.lists(st.tuples(st.none() | days, st.none() | days), max_size=6), days)
def test_the_days_to_show_are_whole_months_with_today_in_them_while_something_runs(ends, today):
    first, last = visible_period(ends, today=today)
    assert first.day == 1
    assert (last + dt.timedelta(1)).day == 1
    assert first < last
    assert (last - first).days < 600
    if not ends or any(end is None or end >= today for _, end in ends):
        assert first <= today <= last
