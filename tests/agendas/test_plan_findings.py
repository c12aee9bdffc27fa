"""The findings of a plan."""

import dataclasses

import pytest

from agendas.timeplan import OtherMeeting, make_plan
from tests.agendas.meetings import at, codes, item, meeting


def findings(planned) -> list[tuple]:
    return [(finding.code, finding.keys) for finding in make_plan(planned).findings]


def test_over_run_names_the_items_that_end_too_late():
    planned = meeting(item("a", 60), item("b", 50), item("c", 20), item("d", 10))
    assert findings(planned)[0] == ("over_run", ("c", "d"))
    assert make_plan(planned).findings[0].params["minutes"] == 20
    assert findings(meeting(item("a", 60), item("b", 60))) == []


@pytest.mark.parametrize(
    ("windows", "is_outside"),
    [
        ("16:10-16:30", False),
        ("16:10-16:29", True),
        ("16:11-16:40", True),
        ("15:00-16:00 16:05-16:35", False),
        ("16:00-16:20 16:20-16:40", False),
        ("16:00-16:20 16:21-16:40", True),
        ("12:00-13:00", True),
        ("", False),
    ],
)
def test_a_guest_is_outside_when_no_window_holds_the_whole_item(windows, is_outside):
    planned = meeting(item("a", 10), item("b", 20, guests="Ida"), windows={"Ida": windows})
    assert findings(planned) == ([("guest_outside_window", ("b",))] if is_outside else [])


def test_a_guest_nobody_has_given_windows_may_come_at_any_time():
    assert findings(meeting(item("a", guests="Ida"), windows={"Bo": "12:00-13:00"})) == []


def test_a_guest_waits_between_two_items_breaks_and_other_guests_items_counted():
    items = [
        item("a", 10, guests="Ida"),
        item("b", 20, guests="Bo"),
        item("c", 10, guests="Ida Bo"),
        item("d", 5),
        item("e", 10, guests="Ida"),
    ]
    plan = make_plan(meeting(*items, breaks=((15, 40),)))
    assert [(one.keys, one.params["guest"], one.params["minutes"]) for one in plan.findings] == [
        (("a", "c"), "Ida", 20),
        (("c", "e"), "Ida", 20),
    ]
    assert plan.waiting_minutes == 40


def test_an_item_named_twice_for_one_guest_counts_once():
    plan = make_plan(meeting(item("a", guests="Ida Ida"), item("b", 5), item("c", guests="Ida")))
    assert plan.waiting_minutes == 5


def test_the_time_before_a_fixed_start_is_waited_too():
    plan = make_plan(meeting(item("a", 10, guests="Ida"), item("b", 10, guests="Ida", fixed="16:30")))
    assert plan.waiting_minutes == 20
    assert codes(plan) == ["gap", "guest_waits"]


def test_more_than_two_hours_without_a_break():
    items = [item("a", 60), item("b", 60), item("c", 1), item("d", 120)]
    long = meeting(*items, end="20:30", breaks=((10, 121),))
    assert findings(long) == [("no_break", ("a", "b", "c"))]
    assert findings(meeting(*items[:2])) == []
    assert findings(meeting(*items[:3], end="20:30")) == [("no_break", ("a", "b", "c"))]


@pytest.mark.parametrize("minutes", [None, 0])
def test_an_item_without_minutes_takes_no_time(minutes):
    assert findings(meeting(item("a", minutes), item("b"))) == [("no_minutes", ("a",))]


def test_what_is_to_be_first_or_last_and_is_not():
    planned = meeting(item("a"), item("b", keep="first"), item("c", keep="last"), item("d"))
    assert findings(planned) == [("not_first", ("b",)), ("not_last", ("c",))]
    assert findings(meeting(item("a", keep="first"), item("b", keep="first"), item("c", keep="last"), item("d", keep="last"))) == []


def elsewhere(start: str, end: str, **what) -> OtherMeeting:
    return OtherMeeting("Økonomiudvalget", at(start), at(end), **what)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (elsewhere("16:05", "16:15", room="lokale 3"), [("room_double_booked", ("a", "b"))]),
        (elsewhere("17:00", "19:00", room="lokale-3"), [("room_double_booked", ())]),
        (elsewhere("18:00", "19:00", room="lokale 3"), []),
        (elsewhere("16:00", "18:00", room="Lokale 4"), []),
        (elsewhere("16:00", "18:00"), []),
        (elsewhere("16:15", "18:00", people=("Ida",)), [("person_double_booked", ("b",))]),
        (elsewhere("16:20", "18:00", people=("ida",)), []),
        (elsewhere("17:30", "19:00", people=("Eva",)), [("person_double_booked", ())]),
        (elsewhere("16:00", "16:10", people=("Eva", "Ida")), [("person_double_booked", ("a",))]),
    ],
)
def test_one_room_or_person_in_two_meetings_at_once(other, expected):
    planned = meeting(item("a"), item("b", guests="Ida"), room="Lokale  3", attendees=("Eva",))
    assert findings(dataclasses.replace(planned, other_meetings=(other,))) == expected
