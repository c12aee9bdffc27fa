"""One row after the other: when the next one begins, and what it costs by the criteria. All planning and searching goes through `run`."""

from collections.abc import Iterable

from .criteria import LONGEST_WITHOUT_BREAK, SMALL_GAP, Criterion
from .problem import Problem, fits

FREE_BREAK = -1  # the next break without a time, in a sequence whose other elements are items, by their place in the given order

LATE, OUTSIDE, OVER_RUN, WITHOUT_BREAK, BREAK_OUTSIDE_MIDDLE, WAITING, BETWEEN, GAP, MOVED, SWAPPED, BREAK_FROM_MIDDLE = (
    criterion.unit for criterion in Criterion
)
ENDLESS = LATE << 100  # more than any cost

# How far a plan has come. A plain tuple, since many thousands are made:
# - placed: the bits of the items
# - clock
# - since: when the last break ended, or the meeting began
# - here: the bits of the guests who have begun and not ended
# - weight: that of the items placed
# - due, free: how many breaks of each kind are placed
# - is_border: nothing has been placed since the last item
State = tuple[int, int, int, int, int, int, int, bool]


def begin(problem: Problem) -> State:
    return 0, problem.start, problem.start, 0, 0, 0, 0, True


def run(problem: Problem, state: State, elements: Iterable[int], *, less_than: int = ENDLESS) -> tuple[State, int] | None:
    """The state and the cost after `elements`, each as soon as it can begin; breaks with a time come by themselves.

    None as soon as the cost is not `less_than` that, and when two breaks meet that need not. The cost is without that of the items moved. One long loop, for it is
    run some hundred thousand times for an agenda.
    """
    placed, clock, since, here, weight, due, free, is_border = state
    minutes_of, pins, guests_of, windows_of = problem.minutes, problem.pins, problem.guests, problem.windows
    due_left, meeting_end, cost = len(problem.due) - due, problem.end, 0
    for element in elements:
        if is_border and due_left and placed:
            (placed, clock, since, here, weight, due, free, is_border), more = due_breaks(
                problem, (placed, clock, since, here, weight, due, free, is_border)
            )
            cost += more
            due_left = len(problem.due) - due
        if element == FREE_BREAK:
            if not (is_border or problem.may_meet):
                return None
            end = clock + problem.free[free]
            free += 1
            cost += _from_the_middle(problem, weight, free) + here.bit_count() * (end - clock) * WAITING
            if end > meeting_end:
                cost += (end - max(clock, meeting_end)) * OVER_RUN
            clock = since = end
            is_border = False
            continue
        start, pin, guests, bit = clock, pins[element], guests_of[element], 1 << element
        if pin is not None:
            if pin >= clock:
                start = pin
                if pin - clock > SMALL_GAP:
                    cost += (pin - clock) * GAP
            else:
                cost += (clock - pin) * LATE
        end = start + minutes_of[element]
        for windows in windows_of[element]:
            if not fits(windows, start, end):
                cost += OUTSIDE
        if end > meeting_end:
            cost += (end - max(clock, meeting_end)) * OVER_RUN
        if end > since + LONGEST_WITHOUT_BREAK:
            cost += (end - max(clock, since + LONGEST_WITHOUT_BREAK)) * WITHOUT_BREAK
        if here:
            # The others wait for all of it; those who come for this item waited from the row before.
            cost += (here & ~guests).bit_count() * ((end - clock) * WAITING + BETWEEN)
            cost += (here & guests).bit_count() * (start - clock) * WAITING
        swapped = ~placed & (bit - 1)
        if swapped:
            cost += swapped.bit_count() * SWAPPED
        if cost >= less_than:
            return None
        placed |= bit
        if guests:
            for guest, items in problem.others[element]:
                here = here & ~guest if items & placed == items else here | guest
        clock, weight, is_border = end, weight + problem.weights[element], True
    return (placed, clock, since, here, weight, due, free, is_border), cost


def run_whole(problem: Problem, sequence: Iterable[int]) -> tuple[State, int]:
    """The state and the cost after `sequence`, from the beginning, in which no breaks meet that need not."""
    added = run(problem, begin(problem), sequence)
    assert added is not None
    return added


def due_breaks(problem: Problem, state: State) -> tuple[State, int]:
    """The breaks with a time that come after the items placed: those whose time is reached, and all before the last item."""
    placed, clock, since, here, weight, due, free, is_border = state
    left, reached, cost = problem.count - placed.bit_count(), clock - problem.start, 0
    for after, minutes in problem.due[due:]:
        if left > 1 and after > reached:
            break
        cost += here.bit_count() * minutes * WAITING
        if clock + minutes > problem.end:
            cost += (clock + minutes - max(clock, problem.end)) * OVER_RUN
        clock = since = clock + minutes
        due += 1
    return (placed, clock, since, here, weight, due, free, is_border), cost


def free_breaks_that_may_come(problem: Problem, state: State) -> range:
    """The possible numbers of breaks without a time at this place: none before the first item, all that are left before the last; else one at most."""
    placed, *_, free, _is_border = state
    left, breaks = problem.count - placed.bit_count(), len(problem.free) - free
    if left == problem.count and left:
        return range(1)
    if left <= 1:
        return range(breaks, breaks + 1)
    return range(breaks + 1) if problem.may_meet else range(int(breaks >= left), min(breaks, 1) + 1)


def _from_the_middle(problem: Problem, weight: int, number: int) -> int:
    """Break `number` of those without a time is to part the items' minutes at number / (breaks + 1); the middle third is what lies that near.

    Counted in parts of a minute: whole numbers, so that nothing is rounded.
    """
    off = weight * (len(problem.free) + 1) - number * problem.weight
    distance = abs(off)
    outside = max(0, 3 * distance - problem.weight)
    return outside * BREAK_OUTSIDE_MIDDLE + (2 * distance + (off < 0)) * BREAK_FROM_MIDDLE
