"""The order to suggest: for few items the best there is by the criteria, for many one that no single change makes better."""

import dataclasses
from collections.abc import Sequence

from .criteria import before_moved
from .exact_search import best_sequence, in_order
from .local_search import improved
from .planning import make_plan
from .problem import Problem, prepare
from .reasons import moved_items
from .steps import FREE_BREAK
from .values import MeetingToPlan, OrderSuggestion

CERTAIN_TO = 8  # items that may be moved
MOST_STEPS = 500_000  # rows placed: forty items hardly ever take more, two hundred would take a minute


def suggest_order(meeting: MeetingToPlan) -> OrderSuggestion:
    """The order for which the criteria speak, with its plan, and why each item was moved. Suggested once more it stays as it is.

    With more than some 60 items the search may be ended before that; suggesting once more then goes on from there.
    """
    problem = prepare(meeting)
    sequence = _best(problem)
    suggested = dataclasses.replace(meeting, items=tuple(meeting.items[place] for place in _items(sequence)))
    return OrderSuggestion(suggested.items, make_plan(suggested), moved_items(meeting, problem, sequence))


def _best(problem: Problem) -> list[int]:
    order = [*problem.first, *problem.movable, *problem.last]
    cost, sequence = in_order(problem, order)
    if order == sorted(order) and not before_moved(cost):
        return sequence
    steps_left = MOST_STEPS
    while steps_left > 0:
        better, steps = improved(problem, sequence, most_steps=steps_left)
        if better == sequence:
            break
        # It has moved the breaks one by one, and so may have missed a place for two.
        cost, sequence = in_order(problem, _items(better))
        steps_left -= steps
    if len(problem.movable) <= CERTAIN_TO and not problem.may_meet:
        sequence = best_sequence(problem, lambda placed: _following(problem, placed), least_known=cost)
    return sequence


def _following(problem: Problem, placed: int) -> Sequence[int]:
    """The items that may come next: what is kept first in its order, then any, then what is kept last in its order."""
    for kept in (problem.first, problem.movable, problem.last):
        left = [item for item in kept if not placed >> item & 1]
        if left:
            return left if kept is problem.movable else left[:1]
    return ()


def _items(sequence: Sequence[int]) -> list[int]:
    return [element for element in sequence if element != FREE_BREAK]
