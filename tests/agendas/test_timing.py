"""The times of the rows, in the order that was given."""

import pytest

from agendas.timeplan import make_plan
from tests.agendas.meetings import at, codes, item, meeting, told


def test_items_follow_each_other():
    plan = make_plan(meeting(item("a", 5), item("b", 30), item("c", 15)))
    assert told(plan) == "a 16:00 | b 16:05 | c 16:35"
    assert plan.rows[-1].end == at("16:50")
    assert plan.findings == ()


def test_a_meeting_without_items_has_no_rows():
    assert make_plan(meeting()).rows == ()


def test_an_item_waits_for_its_fixed_time_and_the_gap_is_told():
    plan = make_plan(meeting(item("a"), item("b", fixed="16:30"), item("c")))
    assert told(plan) == "a 16:00 | b 16:30 | c 16:40"
    assert [(finding.code, finding.keys, finding.params["minutes"]) for finding in plan.findings] == [("gap", ("b",), 20)]


def test_an_item_that_cannot_begin_at_its_fixed_time_begins_late():
    plan = make_plan(meeting(item("a", 40), item("b", fixed="16:30")))
    assert told(plan) == "a 16:00 | b 16:40"
    assert [(finding.code, finding.keys, finding.params["minutes"]) for finding in plan.findings] == [("fixed_start_missed", ("b",), 10)]


@pytest.mark.parametrize(
    ("items", "breaks", "expected"),
    [
        pytest.param("10 10 10 10", (5,), "a 16:00 | b 16:10 | break 16:20 | c 16:25 | d 16:35", id="half of the minutes before it"),
        pytest.param("10 10 10", (5,), "a 16:00 | b 16:10 | break 16:20 | c 16:25", id="of two equally near the later"),
        pytest.param("50 10 10 10", (5,), "a 16:00 | break 16:50 | b 16:55 | c 17:05 | d 17:15", id="minutes count, not items"),
        pytest.param("0 0 0 0", (5,), "a 16:00 | b 16:00 | break 16:00 | c 16:05 | d 16:05", id="items, where none has minutes"),
        pytest.param("10 10 10 10 10 10", (5, 5), "a 16:00 | b 16:10 | break 16:20 | c 16:25 | d 16:35 | break 16:45 | e 16:50 | f 17:00", id="two at the thirds"),
        pytest.param("10 10 10", ((5, 15),), "a 16:00 | b 16:10 | break 16:20 | c 16:25", id="the first place at or after its time"),
        pytest.param("10 10 10", ((5, 10),), "a 16:00 | break 16:10 | b 16:15 | c 16:25", id="exactly at its time"),
        pytest.param("10 10 10", ((5, 0),), "a 16:00 | break 16:10 | b 16:15 | c 16:25", id="never before the first item"),
        pytest.param("10 10 10", ((5, 25), (7, 10)), "a 16:00 | break 16:10 | b 16:17 | break 16:27 | c 16:32", id="earlier breaks count as meeting"),
        pytest.param("10 10 10", ((5, 10), (7, 12)), "a 16:00 | break 16:10 | b 16:15 | break 16:25 | c 16:32", id="a break is no place for another"),
        pytest.param("10", (5,), "a 16:00 | break 16:10", id="after the only item"),
        pytest.param("", (5, (5, 30)), "break 16:00 | break 16:05", id="alone"),
        pytest.param("10 10", (5, 5, 5), "a 16:00 | break 16:10 | break 16:15 | break 16:20 | b 16:25", id="more breaks than places"),
        pytest.param("10 10", (180,), "a 16:00 | break 16:10 | b 19:10", id="longer than the meeting"),
    ],
)  # fmt: skip
def test_breaks_come_between_two_items(items, breaks, expected):
    rows = [item(key, int(minutes)) for key, minutes in zip("abcdef", items.split(), strict=False)]
    assert told(make_plan(meeting(*rows, breaks=breaks))) == expected


def test_a_break_with_a_time_comes_before_the_last_item_where_no_later_place_is_and_that_is_told():
    plan = make_plan(meeting(item("a"), item("b", 60), breaks=((5, 30),)))
    assert told(plan) == "a 16:00 | break 16:10 | b 16:15"
    assert codes(plan) == ["break_too_early"]


def test_a_break_without_a_time_makes_no_guest_wait_where_another_place_is_near():
    items = [item("a", 20), item("b", 20, guests="Ida"), item("c", 20, guests="Ida"), item("d", 20)]
    assert told(make_plan(meeting(*items, breaks=(10,)))) == "a 16:00 | b 16:20 | break 16:40 | c 16:50 | d 17:10"
    items = [item(key, 10, guests="Ida" if key in "de" else "") for key in "abcdefgh"]
    assert "e 16:40 | break 16:50 | f" in told(make_plan(meeting(*items, breaks=(10,))))


def test_a_break_without_a_time_makes_no_item_miss_its_fixed_time():
    items = [item("a", 30), item("b", 30), item("c", 30, fixed="17:00"), item("d", 30)]
    assert told(make_plan(meeting(*items, breaks=(10,)))) == "a 16:00 | b 16:30 | c 17:00 | break 17:30 | d 17:40"


def test_the_plan_goes_on_past_midnight():
    plan = make_plan(meeting(item("a", 90), item("b", 60), start="22:30", end="25:00"))
    assert [(row.start, row.end) for row in plan.rows] == [(at("22:30"), at("24:00")), (at("24:00"), at("25:00"))]
