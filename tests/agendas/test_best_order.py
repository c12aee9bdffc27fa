"""The order that is suggested is the best of all there are."""

import random

import pytest
from hypothesis import given, settings

from agendas.timeplan import ItemToPlan, MeetingToPlan, PlannedBreak, make_plan, suggest_order
from tests.agendas.every_order import Judge, every_plan, free_borders, rows_of
from tests.agendas.plans import START, meetings


def is_best(meeting: MeetingToPlan) -> bool:
    judge = Judge(meeting)
    return judge.cost(suggest_order(meeting).plan.rows) == judge.least(every_plan(meeting))


@settings(deadline=None, max_examples=60)
@given(meetings(least=2, most=5))
def test_no_order_is_better(meeting):
    assert is_best(meeting)


@settings(deadline=None, max_examples=100)
@given(meetings(least=2, most=8, most_breaks=3))
def test_the_breaks_of_an_order_are_at_the_best_places(meeting):
    plans = [rows_of(meeting, meeting.items, borders) for borders in free_borders(meeting)]
    judge = Judge(meeting)
    assert judge.cost(make_plan(meeting).rows) == judge.least(plans)


def any_meeting(seed: int, count: int, *breaks: PlannedBreak) -> MeetingToPlan:
    """One in which guests, windows and fixed times stand in each other's way."""
    chance = random.Random(seed)
    minutes = [chance.choice([5, 10, 15, 20, 30]) for _ in range(count)]

    def moment() -> int:
        return START + 5 * chance.randrange(sum(minutes) // 5)

    fixed = {chance.randrange(count): moment()}
    items = tuple(
        ItemToPlan(place, str(place), minutes[place], fixed.get(place), tuple({chance.choice("   IBE")} - {" "})) for place in range(count)
    )
    windows = {guest: ((start := moment(), start + 60),) for guest in "IB"}
    return MeetingToPlan(START, START + sum(minutes) + 15, items, breaks, windows)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("breaks", [(), (PlannedBreak(10),)], ids=["no break", "a break"])
def test_no_order_of_seven_items_is_better(seed, breaks):
    assert is_best(any_meeting(seed, 7, *breaks))


@pytest.mark.parametrize("seed", [10, 12])
def test_no_order_of_eight_items_is_better(seed):
    assert is_best(any_meeting(seed, 8, PlannedBreak(10, 40)))
