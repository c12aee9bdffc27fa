"""A good sequence for many items: one change after the other, as long as the plan gets better. It need not find the best."""

from bisect import bisect_left
from collections.abc import Iterable

from .changes import STEPS_OF_STRETCH, Sequence, gatherings, moves, stretches, swaps
from .problem import Problem
from .steps import FREE_BREAK, MOVED, begin, run


def improved(problem: Problem, sequence: Sequence, *, most_steps: int) -> tuple[Sequence, int]:
    """A sequence that no single change makes better, and how many rows were placed in trying; with more than `most_steps` the best found by then.

    In `sequence` what is kept first and last is there. The same input gives the same answer.
    """
    current, steps = Tried(problem, sequence), 0
    kinds = ((moves(problem), 0), (gatherings(problem), 0), (swaps(problem), 0), (stretches(problem), STEPS_OF_STRETCH))
    turn, last_success = 0, -1
    while turn - last_success <= len(kinds):
        kind, steps_besides = kinds[turn % len(kinds)]
        for changes in kind:
            best, cost = None, current.cost
            for candidate in changes(current.sequence):
                found, taken = current.cost_of(candidate, less_than=cost)
                steps += taken
                if found is not None:
                    best, cost = candidate, found
            if best is not None:
                current, last_success = Tried(problem, best), turn
            steps += steps_besides
            if steps > most_steps:
                return current.sequence, steps
        turn += 1
    return current.sequence, steps


class Tried:
    """A sequence, its cost, and how far the plan has come before each element; others are tried from where they differ."""

    def __init__(self, problem: Problem, sequence: Sequence) -> None:
        self.problem, self.sequence = problem, sequence
        self.states, self.costs = [begin(problem)], [0]  # before each element, and at the end
        for element in sequence:
            added = run(problem, self.states[-1], (element,))
            assert added is not None
            self.states.append(added[0])
            self.costs.append(self.costs[-1] + added[1])
        self.cost = self.costs[-1] + moved_count(sequence) * MOVED

    def cost_of(self, candidate: Sequence, *, less_than: int) -> tuple[int | None, int]:
        """The cost of another sequence of the same elements, None when it is not `less_than` that, and how many rows there were to place."""
        differing = [place for place, (ours, theirs) in enumerate(zip(self.sequence, candidate, strict=True)) if ours != theirs]
        if not differing or FREE_BREAK in (candidate[0], candidate[-1]):
            return None, 0
        first, end = differing[0], differing[-1] + 1
        cost = self.costs[first]
        added = run(self.problem, self.states[first], candidate[first:end], less_than=less_than - cost)
        if added is None:
            return None, end - first
        state, more = added
        cost += more
        if state == self.states[end]:
            cost += self.costs[-1] - self.costs[end]  # from here on both are alike
        else:
            added = run(self.problem, state, candidate[end:], less_than=less_than - cost)
            if added is None:
                return None, len(candidate) - first
            cost += added[1]
        # Dear to tell, so only for what is better otherwise.
        if cost < less_than:
            cost += moved_count(candidate) * MOVED
        return (cost if cost < less_than else None), len(candidate) - first


def moved_count(sequence: Iterable[int]) -> int:
    """The fewest items that must be taken out so that the others stand in the given order."""
    ends: list[int] = []  # of all rows of each length that stand in the given order, the least last item
    count = 0
    for element in sequence:
        if element != FREE_BREAK:
            count += 1
            place = bisect_left(ends, element)
            ends[place : place + 1] = [element]
    return count - len(ends)
