"""Which of the candidates begin the items: a run of rising numbers, as long as can be."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from .candidates import CASE, PART, Start


def chosen_of(candidates: list[Start], *, least: int) -> list[Start]:
    """The best shown candidates whose numbers rise, and those that fill the gaps between them; else `least` or more that just rise.

    Case numbers show the items only where most items have one.
    """
    cased = [start for start in candidates if start.below >= CASE]
    shown = [start for start in candidates if start.below >= PART]
    if shown:
        return _with_gaps_filled(_rising(cased if len(cased) * 2 >= len(shown) else shown, repeats=True), candidates)
    chain = _rising(candidates)
    steps = sum(_number(below) - _number(above) == 1 for above, below in pairwise(chain))
    return chain if len(chain) >= least and steps * 3 >= (len(chain) - 1) * 2 else []


def _rising(starts: list[Start], *, repeats: bool = False) -> list[Start]:
    """The longest run of rising numbers, the later of equals: a contents list without page numbers falls out, as do stray mentions.

    `repeats` keeps a number that two items in a row have, as a slip of the pen.
    """
    place_of = bisect_right if repeats else bisect_left
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for i, start in enumerate(starts):
        number = _number(start)
        place = place_of(tails, number)
        before.append(tail_at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            tail_at.append(i)
        else:
            tails[place], tail_at[place] = number, i
    chain, i = [], tail_at[-1] if tail_at else -1
    while i >= 0:
        chain.append(starts[i])
        i = before[i]
    return chain[::-1]


def _with_gaps_filled(shown: list[Start], candidates: list[Start]) -> list[Start]:
    """The shown starts, and of the others those whose number is just the one missing where they stand."""
    filled = list(shown)
    for start in candidates:
        above, below = _neighbours(filled, start)
        if above and _number(start) == _number(above) + 1 and (below is None or _number(below) > _number(start)):
            filled.insert(filled.index(above) + 1, start)
    for start in reversed(candidates):
        above, below = _neighbours(filled, start)
        if above is None and below and _number(start) == _number(below) - 1:
            filled.insert(0, start)
    return filled


def _number(start: Start) -> int:
    assert start.number is not None  # a candidate has one
    return start.number


def _neighbours(starts: list[Start], start: Start) -> tuple[Start | None, Start | None]:
    """Those right above and below in the document; the start itself counts as above."""
    at = bisect_right([one.index for one in starts], start.index)
    return starts[at - 1] if at else None, starts[at] if at < len(starts) else None
