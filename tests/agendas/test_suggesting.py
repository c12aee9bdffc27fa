"""The order that is suggested, with the reason for each item moved."""

import pytest

from agendas.timeplan import suggest_order
from tests.agendas.meetings import item, meeting, told


def order(planned) -> str:
    return "".join(str(one.key) for one in suggest_order(planned).items)


def moved(planned) -> list[tuple]:
    return [(one.key, one.before, one.after, one.reason) for one in suggest_order(planned).moved]


def test_an_order_nothing_speaks_against_stays():
    planned = meeting(
        item("a", keep="first"), item("b", guests="Ida"), item("c", guests="Ida"), item("d", guests="Bo"), item("e"), breaks=(10,)
    )
    assert order(planned) == "abcde"
    assert moved(planned) == []


def test_no_items_give_no_order():
    assert suggest_order(meeting(breaks=(10,))).items == ()


def test_a_guests_items_come_together_by_moving_one_of_them():
    planned = meeting(item("a"), item("b", guests="Ida"), item("c"), item("d", guests="Ida"), item("e"))
    assert order(planned) == "abdce"
    assert moved(planned) == [("d", 4, 3, "together")]


def test_two_guests_items_come_together_with_the_one_they_share_between():
    planned = meeting(item("a", guests="Ida Bo"), item("b"), item("c", guests="Ida"), item("d"), item("e", guests="Bo"))
    suggestion = suggest_order(planned)
    assert suggestion.plan.waiting_minutes == 0
    assert "cae" in order(planned) or "eac" in order(planned)


@pytest.mark.parametrize(
    ("windows", "expected", "reason"),
    [
        ("16:00-16:10", "cab", ("c", 3, 1, "own_window")),
        ("16:05-16:20", "acb", ("c", 3, 2, "own_window")),
        ("16:00-16:10 16:20-16:40", "abc", None),
    ],
)
def test_a_guests_item_comes_when_the_guest_can(windows, expected, reason):
    planned = meeting(item("a"), item("b"), item("c", guests="Ida"), windows={"Ida": windows})
    assert order(planned) == expected
    assert moved(planned) == ([reason] if reason else [])


def test_an_item_makes_room_for_a_guest():
    planned = meeting(item("a", 5), item("b", 40), item("c", 20, guests="Ida"), item("d", 20, guests="Bo"), windows={"Ida": "16:00-16:45", "Bo": "16:20-16:50"})  # fmt: skip
    assert order(planned) == "acdb"
    assert moved(planned) == [("b", 2, 4, "others_window")]


def test_a_guest_need_not_sit_through_the_break():
    planned = meeting(item("a"), item("b", guests="Ida"), item("c", guests="Ida"), item("d"), breaks=(10,))
    assert order(planned) == "bcad"
    assert moved(planned) == [("a", 1, 3, "less_waiting")]


def test_what_is_to_be_first_and_last_is_put_there_in_the_order_given():
    planned = meeting(
        item("a"), item("b", keep="last"), item("c", keep="first"), item("d", keep="first"), item("e", keep="last"), item("f")
    )
    assert order(planned) == "cdafbe"
    assert moved(planned) == [("c", 3, 1, "kept_first"), ("d", 4, 2, "kept_first"), ("b", 2, 5, "kept_last"), ("e", 5, 6, "kept_last")]


def test_an_item_with_a_fixed_time_comes_when_it_is_to_begin():
    planned = meeting(item("a", 20), item("b", 20), item("c", 10, fixed="16:20"))
    assert order(planned) == "acb"
    assert moved(planned) == [("c", 3, 2, "own_fixed_start")]


def test_fixed_times_in_the_wrong_order_are_put_right():
    planned = meeting(item("a", 20, fixed="16:20"), item("b", 20, fixed="16:00"))
    assert order(planned) == "ba"
    assert suggest_order(planned).plan.findings == ()


def test_of_two_fixed_times_that_collide_the_sooner_comes_first():
    planned = meeting(item("a", 30, fixed="16:15"), item("b", 30, fixed="16:00"))
    assert told(suggest_order(planned).plan) == "b 16:00 | a 16:30"


def test_a_long_gap_before_a_fixed_time_is_filled_and_a_short_one_is_left():
    planned = meeting(item("a", 10), item("b", 10, fixed="16:40"), item("c", 30), end="17:30")
    assert order(planned) == "acb"
    assert moved(planned) == [("b", 2, 3, "less_gap")]
    assert order(meeting(item("a", 10), item("b", 10, fixed="16:20"), item("c", 10), end="17:30")) == "abc"


def test_a_meeting_that_would_run_over_fills_every_gap():
    planned = meeting(item("a", 10), item("b", 10, fixed="16:20"), item("c", 10), end="16:30")
    assert order(planned) == "acb"
    assert moved(planned) == [("b", 2, 3, "less_over_run")]


def test_fewer_items_are_moved_rather_than_moved_less_far():
    planned = meeting(*(item(key, guests="Ida" if key in "ah" else "") for key in "abcdefgh"))
    assert len(moved(planned)) == 1


def test_guests_who_cannot_come_leave_the_order_as_it_is():
    planned = meeting(item("a"), item("b", guests="Ida"), item("c"), windows={"Ida": "10:00-11:00"})
    assert order(planned) == "abc"
    assert [one.code for one in suggest_order(planned).plan.findings] == ["guest_outside_window"]


def test_what_has_the_place_it_had_is_not_told_as_moved():
    first, last = item("a", 5, keep="first"), item("f", 5, keep="last")
    fixed = item("d", 40, fixed="17:30")
    planned = meeting(
        first,
        item("b", 80),
        item("c", 20, guests="Ida"),
        fixed,
        item("e", 15, guests="Ida"),
        last,
        breaks=(10,),
        windows={"Ida": "16:00-17:00"},
    )
    assert order(planned) == "acedbf"
    assert [(key, before, after) for key, before, after, _reason in moved(planned)] == [("e", 5, 3), ("b", 2, 5)]
