"""The start and end of each item and break of a meeting, in the order the items are given."""

from collections.abc import Sequence
from itertools import islice

from .exact_search import in_order
from .findings import find, waits
from .problem import Problem, breaks_with_time, breaks_without_time, prepare
from .steps import FREE_BREAK, begin, run
from .values import MeetingToPlan, PlannedRow, TimePlan


def make_plan(meeting: MeetingToPlan) -> TimePlan:
    """Each item as soon as those before it are over, and not before its fixed time; the order is kept."""
    problem = prepare(meeting)
    _cost, sequence = in_order(problem, range(problem.count))
    return plan_of(meeting, problem, sequence)


def plan_of(meeting: MeetingToPlan, problem: Problem, sequence: Sequence[int]) -> TimePlan:
    """The plan in which the items and the breaks without a time come as in `sequence`."""
    rows = _rows(meeting, problem, sequence)
    return TimePlan(rows, find(meeting, rows), sum(minutes for minutes, _others in waits(meeting, rows).values()))


def _rows(meeting: MeetingToPlan, problem: Problem, sequence: Sequence[int]) -> tuple[PlannedRow, ...]:
    """Each element takes place up to the clock of the state after it, the breaks with a time that come before it from the clock before."""
    with_time, without_time = iter(breaks_with_time(meeting)), iter(breaks_without_time(meeting))
    rows: list[PlannedRow] = []
    state = begin(problem)

    def add_due(start: int, count: int) -> None:
        for place in islice(with_time, count):
            rows.append(PlannedRow(start, start := start + meeting.breaks[place].minutes, break_number=place + 1))

    for element in sequence:
        added = run(problem, state, (element,))
        assert added is not None  # no breaks meet that need not
        _placed, clock, *_others, due_before, _free, _is_border = state
        _placed, end, *_others, due, _free, _is_border = state = added[0]
        add_due(clock, due - due_before)
        if element == FREE_BREAK:
            place = next(without_time)
            rows.append(PlannedRow(end - meeting.breaks[place].minutes, end, break_number=place + 1))
        else:
            rows.append(PlannedRow(end - problem.minutes[element], end, key=meeting.items[element].key))
    # Of less than two items.
    add_due(state[1], len(problem.due))
    return tuple(rows)
