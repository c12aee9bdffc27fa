"""The Gantt chart of hearings: what is shown, and where it lies."""

import datetime as dt
import itertools

import pytest
from django.template import Context, Template
from django.utils import translation

from danish.axis import DateAxis
from hearings.gantt.axis import named_months, visible_period
from hearings.gantt.drawing import draw, shortened
from hearings.gantt.shapes import BodyLane, HearingBar, MeetingMark

TODAY = dt.date(2018, 6, 20)
FIRST, LAST = dt.date(2018, 6, 1), dt.date(2018, 9, 30)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def chart(*lanes: BodyLane, first=FIRST, last=LAST, today=TODAY, width=1000):
    return draw(lanes, first=first, last=last, today=today, width=width)


def only_bar(bar: HearingBar, **options):
    return chart(BodyLane("Udsatterådet", bars=[bar]), **options).lanes[0].bars[0]


def test_without_hearings_there_is_still_a_calendar():
    drawn = chart()
    assert drawn.view_box == "0 0 1000 44"
    assert [month.name for month in drawn.months] == ["juni", "juli", "august", "september"]
    assert [month.year for month in drawn.months] == ["2018", "", "", ""]
    assert drawn.today_x
    assert drawn.lanes == ()


def test_a_body_without_hearings_shows_its_meetings_in_order():
    meetings = [
        MeetingMark(day("2018-09-12")),
        MeetingMark(day("2018-08-15"), "extraordinary"),
        MeetingMark(day("2018-12-12")),
    ]
    lane = chart(BodyLane("Udsatterådet", meetings)).lanes[0]
    assert [(drawn.meeting.date, drawn.meeting.kind) for drawn in lane.meetings] == [
        (day("2018-08-15"), "extraordinary"),
        (day("2018-09-12"), "ordinary"),
    ]
    assert lane.bars == ()


def test_a_bar_lies_from_its_first_day_to_the_end_of_its_deadline():
    bar = only_bar(HearingBar("Plan for området", day("2018-06-01"), day("2018-07-30")))
    assert float(bar.x) == 7
    assert bar.starts == "here"
    # 60 of 122 days in 923 units.
    assert float(bar.width) == pytest.approx(923 * 60 / 122, abs=0.1)
    assert float(bar.deadline_x) == pytest.approx(float(bar.x) + float(bar.width), abs=0.1)
    assert bar.deadline_text == "30. juli"


@pytest.mark.parametrize(("deadline", "text"), [("2018-08-31", "31. aug."), ("2018-06-21", "21. juni"), ("2018-09-01", "1. sep.")])
def test_the_deadlines_day_stands_beside_its_mark(deadline, text):
    assert only_bar(HearingBar("Planen", FIRST, day(deadline))).deadline_text == text


@pytest.mark.parametrize(
    ("first", "deadline", "starts", "marked"),
    [
        ("2018-06-10", "2018-08-31", "here", True),
        ("2018-05-31", "2018-08-31", "earlier", True),
        ("2018-06-10", "2018-10-01", "here", False),
        ("2018-05-01", "2018-10-31", "earlier", False),
        (None, "2018-08-31", "unknown", True),
        (None, "2018-10-31", "unknown", False),
        ("2018-06-10", None, "here", False),
        ("2018-05-10", None, "earlier", False),
        (None, None, "unknown", False),
        # Read wrongly: it opens after its deadline.
        ("2018-08-31", "2018-06-10", "here", True),
    ],
)
def test_a_bar_says_how_it_begins_and_marks_its_deadline(first, deadline, starts, marked):
    bar = only_bar(HearingBar("Planen", first and day(first), deadline and day(deadline)))
    assert (bar.starts, bool(bar.deadline_x), bool(bar.deadline_text)) == (starts, marked, marked)
    assert float(bar.width) > 0


@pytest.mark.parametrize(
    ("first", "deadline"),
    [("2018-03-01", "2018-05-31"), (None, "2018-05-31"), ("2018-10-01", None), ("2018-10-01", "2018-11-01")],
)
def test_a_hearing_outside_the_days_shown_is_counted_and_not_drawn(first, deadline):
    outside = HearingBar("Planen", first and day(first), deadline and day(deadline))
    drawn = chart(BodyLane("Udsatterådet", bars=[outside, HearingBar("Politikken", FIRST, LAST)]))
    assert [row.bar.label for row in drawn.lanes[0].bars] == ["Politikken"]
    assert drawn.left_out == 1


def test_old_deadlines_stay_in_the_chart_in_their_order():
    bar = only_bar(HearingBar("Planen", FIRST, day("2018-08-31"), (day("2018-07-31"), day("2018-06-30"), day("2018-03-31"))))
    first, second = map(float, bar.old_xs)
    assert first < second < float(bar.deadline_x)


def test_a_meeting_on_the_day_of_the_deadline_lies_before_its_mark_and_the_day_after_lies_behind():
    meetings = [MeetingMark(day("2018-08-31")), MeetingMark(day("2018-09-01"))]
    lane = chart(BodyLane("Udsatterådet", meetings, [HearingBar("Planen", FIRST, day("2018-08-31"))])).lanes[0]
    on_the_day, after = (float(drawn.x) for drawn in lane.meetings)
    assert on_the_day < float(lane.bars[0].deadline_x) < after


def test_today_is_marked_only_when_it_is_shown():
    assert chart(today=day("2018-10-01")).today_x == ""
    assert float(chart(today=FIRST).today_x) > 0


def test_bodies_and_hearings_follow_each_other_downwards():
    bars = [HearingBar(f"Høring {number}", FIRST, LAST) for number in range(20)]
    drawn = chart(BodyLane("Handicaprådet", bars=bars), BodyLane("Udsatterådet", bars=bars))
    ys = [float(row.y) for lane in drawn.lanes for row in lane.bars]
    assert len(ys) == 40
    assert ys == sorted(ys)
    assert all(lower - upper >= 50 for upper, lower in itertools.pairwise(ys))
    assert float(drawn.lanes[0].bottom) < float(drawn.lanes[1].top)


def test_a_long_title_is_shortened_and_keeps_its_whole_self():
    title = "Udkast til en samlet plan for tilbud til socialt udsatte borgere i hele kommunen " * 3
    bar = only_bar(HearingBar(title, FIRST, LAST), width=360)
    assert bar.text.endswith("…")
    assert title.startswith(bar.text[:-1])
    assert bar.bar.label == title
    assert only_bar(HearingBar("Kort", FIRST, LAST), width=360).text == "Kort"


@pytest.mark.parametrize(("room", "text"), [(90, "Planen her"), (89, "Planen h…"), (81, "Planen h…"), (72, "Planen…"), (1, "…")])
def test_a_text_fits_its_room(room, text):
    assert shortened("Planen her", room, 15) == text


def test_numbers_have_a_point_on_a_danish_page():
    with translation.override("da"):
        drawn = chart(BodyLane("Rådet", [MeetingMark(day("2018-08-15"))], [HearingBar("Planen", day("2018-06-06"), LAST)]), width=1234)
        said = Template("{{ d.view_box }} {{ d.lanes.0.bars.0.x }} {{ d.lanes.0.bars.0.width }}").render(Context({"d": drawn}))
    assert said.startswith("0 0 1234 ")
    assert "," not in said
    assert "." in said


@pytest.mark.parametrize(
    ("first", "last", "width", "names", "years"),
    [
        ("2018-11-15", "2019-02-10", 923, "november december januar februar", "2018 . 2019 ."),
        ("2018-06-01", "2018-09-30", 130, "jun jul aug sep", "2018 . . ."),
        ("2018-06-01", "2018-09-30", 60, "j j a s", "2018 . . ."),
        # No room for the year of December before January's.
        ("2018-12-01", "2019-03-31", 120, "dec jan feb mar", ". 2019 . ."),
        ("2018-06-10", "2018-06-20", 923, "juni", "2018"),
        ("2018-06-30", "2018-06-30", 923, "juni", "2018"),
    ],
)
def test_months_are_named_as_far_as_there_is_room(first, last, width, names, years):
    months = named_months(DateAxis(day(first), day(last), width), 13)
    assert [month.name for month in months] == names.split()
    assert [month.year or "." for month in months] == years.split()
    assert sum(named.month.width for named in months) == pytest.approx(width)


def test_no_chart_ends_before_it_begins():
    with pytest.raises(ValueError, match="no days"):
        chart(first=LAST, last=FIRST)


@pytest.mark.parametrize(
    ("hearings", "shown"),
    [
        ([], "2018-05-01 2018-09-30"),
        # What runs is seen from its beginning to its end; what is past does not widen the chart.
        ([("2018-04-10", "2018-11-02")], "2018-04-01 2018-11-30"),
        ([("2018-06-10", "2018-08-31"), ("2017-01-10", "2017-03-01")], "2018-05-01 2018-09-30"),
        # But not for ever.
        ([("2016-04-10", "2021-11-02")], "2017-12-01 2019-06-30"),
        ([("2017-04-10", None)], "2017-12-01 2018-09-30"),
        ([(None, None)], "2018-05-01 2018-09-30"),
        ([(None, "2018-06-20")], "2018-05-01 2018-09-30"),
        ([("2018-12-01", "2019-02-01")], "2018-05-01 2019-02-28"),
        # All is past: its latest part.
        ([("2017-01-10", "2017-03-01"), ("2015-01-10", "2015-03-01")], "2016-09-01 2017-03-31"),
        ([(None, "2017-03-01")], "2017-03-01 2017-03-31"),
    ],
)
def test_the_days_to_show_are_those_around_what_runs(hearings, shown):
    ends = [tuple(text and day(text) for text in row) for row in hearings]
    assert " ".join(map(str, visible_period(ends, today=TODAY))) == shown
