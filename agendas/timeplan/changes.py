"""The changes that may make a plan better: lists of what each item, break, group or stretch of a sequence could do.

Which sequences a change leads to depends on the sequence alone and not on the order that was given, so that an order found best once is so again.
"""

from collections.abc import Callable, Iterator

from .problem import Problem
from .steps import FREE_BREAK
from .stretches import better_stretch

Sequence = list[int]  # items and `FREE_BREAK`
Changes = Callable[[Sequence], Iterator[Sequence]]

STRETCH, BETWEEN_STRETCHES = 8, 2  # elements
STEPS_OF_STRETCH = 2_000  # rows that are placed to find the best order of one, roughly


def gatherings(problem: Problem) -> list[Changes]:
    def gather(group: tuple[int, ...]) -> Changes:
        def changes(sequence: Sequence) -> Iterator[Sequence]:
            gathered = [element for element in sequence if element in group]
            others = [element for element in sequence if element not in group]
            for place in _places(problem, others):
                yield [*others[:place], *gathered, *others[place:]]

        return changes

    return [gather(group) for group in problem.groups]


def moves(problem: Problem) -> list[Changes]:
    def move(item: int) -> Changes:
        def changes(sequence: Sequence) -> Iterator[Sequence]:
            others = [element for element in sequence if element != item]
            for place in _places(problem, others):
                yield [*others[:place], item, *others[place:]]

        return changes

    def move_break(number: int) -> Changes:
        def changes(sequence: Sequence) -> Iterator[Sequence]:
            at = [place for place, element in enumerate(sequence) if element == FREE_BREAK][number]
            others = [*sequence[:at], *sequence[at + 1 :]]
            for place in range(1, len(others)):
                yield [*others[:place], FREE_BREAK, *others[place:]]

        return changes

    return [move(item) for item in problem.movable] + [move_break(number) for number in range(len(problem.free))]


def swaps(problem: Problem) -> list[Changes]:
    def swap(item: int) -> Changes:
        def changes(sequence: Sequence) -> Iterator[Sequence]:
            at = sequence.index(item)
            for other in problem.movable:
                if other > item:
                    changed = list(sequence)
                    there = sequence.index(other)
                    changed[at], changed[there] = other, item
                    yield changed

        return changes

    return [swap(item) for item in problem.movable]


def stretches(problem: Problem) -> list[Changes]:
    def arrange(first: int) -> Changes:
        def changes(sequence: Sequence) -> Iterator[Sequence]:
            places = _places(problem, sequence)
            if places.start <= first and first + STRETCH < places.stop:
                better = better_stretch(problem, sequence, first, STRETCH)
                if better is not None:
                    yield better

        return changes

    return [arrange(first) for first in range(0, problem.count + len(problem.free), BETWEEN_STRETCHES)]


def _places(problem: Problem, others: Sequence) -> range:
    """Before which of the `others` something may be put, between what is kept first and last."""
    first, last = problem.first[-1:], problem.last[:1]
    return range(others.index(first[0]) + 1 if first else 0, (others.index(last[0]) if last else len(others)) + 1)
