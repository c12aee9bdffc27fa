"""The best order of some elements that come one after the other, with all before and after them as it is."""

from .criteria import least_before_moved
from .problem import Problem
from .steps import State, run, run_whole

Sequence = list[int]
Path = tuple


def better_stretch(problem: Problem, sequence: Sequence, first: int, count: int) -> Sequence | None:
    """`sequence` with the `count` elements from `first` in the order that costs least, for what comes before the moving of items.

    None when they stand in such an order already. It goes as `exact` goes about a whole plan.
    """
    start, cost = run_whole(problem, sequence[:first])
    bound = least_before_moved(run_whole(problem, sequence)[1])
    inside, after = sequence[first : first + count], sequence[first + count :]
    # Each state is reached by one set of elements, which is told by the bits of their places.
    ways: dict[State, tuple[int, int, Path]] = {start: (cost, 0, ())}
    for _ in range(count):
        longer: dict[State, tuple[int, int, Path]] = {}
        for state, (cost, used, path) in ways.items():
            limit = bound - cost
            for place in range(count):
                if used >> place & 1:
                    continue
                added = run(problem, state, (inside[place],), less_than=limit)
                if added is not None:
                    then, more = added
                    known = longer.get(then)
                    if known is None or cost + more < known[0]:
                        longer[then] = (cost + more, used | 1 << place, (path, inside[place]))
        ways = longer
    best, least = None, bound
    for state, (cost, _used, path) in ways.items():
        added = run(problem, state, after, less_than=least - cost)
        if added is not None:
            best, least = path, cost + added[1]
    return None if best is None else [*sequence[:first], *_elements(best), *after]


def _elements(path: Path) -> Sequence:
    elements = []
    while path:
        path, element = path
        elements.append(element)
    return elements[::-1]
