"""The criteria by which one order is better than another, most important first, and costs that compare like that.

A cost is one whole number in which each criterion has digits of its own, so that costs add up and an earlier criterion outweighs all later ones.
"""

from enum import IntEnum

LONGEST_WITHOUT_BREAK = 120  # minutes
SMALL_GAP = 10  # minutes; so short a gap is no reason to move anything

_BITS = 40  # for each criterion: more than 200 items of a day each come to, with every guest waiting all the time


class Criterion(IntEnum):
    """In the order of docs/timeplan.md. All are counted in minutes where nothing else is said."""

    LATE = 0  # items that begin after their fixed time
    OUTSIDE = 1  # a guest's items outside the guest's windows: how many
    OVER_RUN = 2
    WITHOUT_BREAK = 3  # beyond LONGEST_WITHOUT_BREAK at a stretch
    BREAK_OUTSIDE_MIDDLE = 4  # breaks without a time that come before or after the middle third
    WAITING = 5
    BETWEEN = 6  # other items between two of a guest's: how many
    GAP = 7  # before fixed times, small gaps left out
    MOVED = 8  # items, the fewest that need to be taken out and put in elsewhere
    SWAPPED = 9  # pairs of items of which the later now comes first
    BREAK_FROM_MIDDLE = 10  # breaks without a time; half a minute more when it comes before the middle

    @property
    def unit(self) -> int:
        return 1 << _BITS * (len(Criterion) - 1 - self)


_MOVED_AND_LATER = _BITS * (len(Criterion) - Criterion.MOVED)


def amounts(cost: int) -> tuple[int, ...]:
    """The parts of `cost`, by criterion."""
    return tuple(cost >> _BITS * (len(Criterion) - 1 - one) & (1 << _BITS) - 1 for one in Criterion)


def worsened(cost: int, than: int) -> Criterion | None:
    """The first criterion in which `cost` is more than `than`; None when it is less in one before, or never more."""
    for criterion, ours, theirs in zip(Criterion, amounts(cost), amounts(than), strict=True):
        if ours != theirs:
            return criterion if ours > theirs else None
    return None


def before_moved(cost: int) -> int:
    """The part of `cost` that is for what comes before the moving of items; the parts of costs add up as the costs do."""
    return cost >> _MOVED_AND_LATER


def worse_before_moved(cost: int) -> int:
    """The least cost that is more than `cost` by what comes before the moving of items."""
    return before_moved(cost) + 1 << _MOVED_AND_LATER


def least_before_moved(cost: int) -> int:
    """The least cost that is the same as `cost` by what comes before the moving of items."""
    return before_moved(cost) << _MOVED_AND_LATER
