"""The best sequence of items and breaks, found for certain.

Two beginnings of a plan that have placed the same items by the same minute, with the same breaks, go on alike: they are one *node*, and only the
cheapest way there matters. So 8 items need some thousand nodes instead of 40,320 orders. How many items are moved cannot be told from the node;
it is looked at afterwards, among those ways alone that are best by everything before it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from .criteria import LONGEST_WITHOUT_BREAK, before_moved, worse_before_moved
from .problem import Problem
from .steps import ENDLESS, FREE_BREAK, MOVED, State, begin, due_breaks, free_breaks_that_may_come, run, run_whole

Following = Callable[[int], Sequence[int]]  # the items that may come after those whose bits are given
Edge = tuple[int, int, int, tuple[int, ...]]  # from which node to which of the next layer, at what cost, by adding which elements


@dataclass(slots=True)
class _Layer:
    """All nodes with the same number of items: the cheapest cost that leads to each, a state of it, and the edges from there."""

    places: dict[tuple, int] = field(default_factory=dict)
    costs: list[int] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def put(self, key: tuple, cost: int, state: State) -> int:
        place = self.places.setdefault(key, len(self.costs))
        if place == len(self.costs):
            self.costs.append(cost)
            self.states.append(state)
        elif cost < self.costs[place]:
            self.costs[place] = cost
        return place


def best_sequence(problem: Problem, following: Following, *, least_known: int | None = None) -> list[int]:
    """The cheapest sequence (items and `FREE_BREAK`) of those `following` allows. The same input gives the same answer.

    `least_known` is the cost of one of them, and makes it faster.
    """
    layers = _layers(problem, following, least_known)
    return _cheapest(layers, counts_moved=True)[1]


def in_order(problem: Problem, order: Sequence[int]) -> tuple[int, list[int]]:
    """The items in `order` with the breaks without a time where they cost least, and what that costs but for the items moved."""
    least_known = None if problem.may_meet else run_whole(problem, _nearest_to_middle(problem, order))[1]
    layers = _layers(problem, lambda placed: (order[placed.bit_count()],), least_known)
    return _cheapest(layers, counts_moved=False)


def _nearest_to_middle(problem: Problem, order: Sequence[int]) -> list[int]:
    """Each break where it is nearest to where it is to be: often as good as any, and soon found."""
    sequence, parts = list(order), len(problem.free) + 1
    weights = list(accumulate(problem.weights[item] for item in order))
    before = 0  # items
    for number in range(1, parts):
        places = range(before + 1, problem.count - len(problem.free) + number)
        before = min(places, key=lambda place: abs(weights[place - 1] * parts - number * problem.weight))
        sequence.insert(before + number - 1, FREE_BREAK)
    return sequence


def _cheapest(layers: list[_Layer], *, counts_moved: bool) -> tuple[int, list[int]]:
    rests = _rests(layers)
    least = rests[0][0]
    # By node and the last item that is not moved: those after it in the given order can still be kept.
    ways: dict[tuple[int, int], tuple[int, tuple]] = {(0, -1): (0, ())}
    for layer, rest in zip(layers, rests[1:], strict=False):
        edges_from: dict[int, list[Edge]] = {}
        for edge in layer.edges:
            edges_from.setdefault(edge[0], []).append(edge)
        longer: dict[tuple[int, int], tuple[int, tuple]] = {}
        for (node, last_kept), (cost, path) in ways.items():
            for _node, target, more, elements in edges_from.get(node, ()):
                if before_moved(cost + more) + rest[target] > least:
                    continue
                item = elements[-1] if elements else FREE_BREAK
                for kept, moved in _kept_or_moved(item, last_kept) if counts_moved else ((last_kept, 0),):
                    known = longer.get((target, kept))
                    if known is None or cost + more + moved < known[0]:
                        longer[target, kept] = (cost + more + moved, (path, elements))
        ways = longer
    cost, path = min(ways.values(), key=lambda way: way[0])
    return cost, _elements(path)


def _layers(problem: Problem, following: Following, least_known: int | None) -> list[_Layer]:
    """A layer for each number of items, and one more for the end, which has one node."""
    bound = ENDLESS if least_known is None else worse_before_moved(least_known)
    layers = [_Layer()]
    layers[0].put(_key(problem, begin(problem)), 0, begin(problem))
    for _ in range(problem.count):
        layer, after = layers[-1], _Layer()
        for node, (cost, state) in enumerate(zip(layer.costs, layer.states, strict=True)):
            for breaks, (then, more) in _with_breaks(problem, state):
                for item in following(state[0]):
                    added = run(problem, then, (item,), less_than=bound - cost - more)
                    if added is not None:
                        target = after.put(_key(problem, added[0]), cost + more + added[1], added[0])
                        layer.edges.append((node, target, more + added[1], (*breaks, item)))
        layers.append(after)
    end = _Layer()
    for node, (cost, state) in enumerate(zip(layers[-1].costs, layers[-1].states, strict=True)):
        # Of less than two items: there was no place between two for the breaks.
        with_due, due = due_breaks(problem, state)
        for breaks, (then, more) in _with_breaks(problem, with_due):
            layers[-1].edges.append((node, end.put((), cost + due + more, then), due + more, breaks))
    return [*layers, end]


def _with_breaks(problem: Problem, state: State) -> Iterator[tuple[tuple[int, ...], tuple[State, int]]]:
    """The breaks without a time that may come now, in each number that is possible, with the state and the cost after them."""
    for count in free_breaks_that_may_come(problem, state):
        breaks = (FREE_BREAK,) * count
        added = run(problem, state, breaks)
        if added is not None:
            yield breaks, added


def _rests(layers: list[_Layer]) -> list[list[int]]:
    """By layer and node, what the cheapest way from there to the end costs, by the criteria before the moving."""
    rests = [[0]]
    for layer in reversed(layers[:-1]):
        rest = [-1] * len(layer.costs)
        for node, target, cost, _elements in layer.edges:
            if rests[-1][target] >= 0:
                whole = before_moved(cost) + rests[-1][target]
                rest[node] = whole if rest[node] < 0 else min(rest[node], whole)
        rests.append(rest)
    return rests[::-1]


def _key(problem: Problem, state: State) -> tuple:
    """The parts of `state` that differ for what is to come: guests and weight follow from the items, the last break counts only where LONGEST_WITHOUT_BREAK can pass."""
    placed, clock, since, _here, _weight, due, free, _is_border = state
    return placed, clock, since if since + LONGEST_WITHOUT_BREAK < problem.latest else None, due, free


def _kept_or_moved(item: int, last_kept: int) -> tuple[tuple[int, int], ...]:
    if item == FREE_BREAK:
        return ((last_kept, 0),)
    return ((item, 0), (last_kept, MOVED)) if item > last_kept else ((last_kept, MOVED),)


def _elements(path: tuple) -> list[int]:
    parts = []
    while path:
        path, elements = path
        parts.append(elements)
    return [element for elements in reversed(parts) for element in elements]
