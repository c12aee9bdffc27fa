"""The best run of a form's candidates: each is worth something, and each number follows the one before well or badly."""

from .candidates import Start
from .heading_forms import FormCandidate, whole_and_part
from .scoring import ReadingScore

_LABELLED = 0.3  # what a candidate must be worth to be taken where nothing counts
_UNCOUNTED = 1.2  # and where nothing but its looks tells it, else every line that could be a title would be
_BACK = 40  # candidates looked back over, so that the work grows with their number and not with its square


def chain_of(candidates: list[FormCandidate], explaining: ReadingScore) -> tuple[list[Start], list[int | None]]:
    """The starts of the best run, and what they count by."""
    worths = [explaining.worth(one.start) - _cost(one) for one in candidates]
    best: list[float] = []
    before: list[int] = []
    for j, below in enumerate(candidates):
        top, at = (0.3 if below.order == 1 else 0.0), -1
        for i in range(max(0, j - _BACK), j):
            above = candidates[i]
            value = best[i] + explaining.follows(above.start, below.start, (above.order, below.order))
            if value > top:
                top, at = value, i
        best.append(top + worths[j])
        before.append(at)
    chain: list[FormCandidate] = []
    j = max(range(len(best)), key=best.__getitem__, default=-1)
    while j >= 0:
        chain.append(candidates[j])
        j = before[j]
    chain.reverse()
    _mark_second_count(chain)
    return [one.start for one in chain], [one.order for one in chain]


def _cost(one: FormCandidate) -> float:
    return 0.0 if one.order is not None else _LABELLED if one.start.label or one.labelled else _UNCOUNTED


def _mark_second_count(chain: list[FormCandidate]) -> None:
    """Tell of the starts below a fall of the numbers that they belong to a second count."""
    highest = (0, 0)
    for one in chain:
        count = whole_and_part(one.order or 0)
        one.start.counted_anew = one.order is not None and count < highest
        highest = max(highest, count)
