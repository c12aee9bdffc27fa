"""Several rows that say the same promise, in the order in which one of them is told: the first that a reader may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class OccurrenceFacts:
    """An occurrence. `same` is equal of two that say the same, and None of one that is like no other; `told_on` is the meeting's day.

    A treatment is `is_treatment`, anything else a report that recurs. `serial` parts two that were told on the same day.
    """

    key: int
    same: tuple[Any, ...] | None
    is_treatment: bool
    told_on: date
    serial: int
    is_open: bool
    is_acted_on: bool


def ranked(rows: Iterable[OccurrenceFacts]) -> dict[int, tuple[int | None, int]]:
    """Returns by the key of each row: the key of the first of the same, None for that one itself, and its own place after it, from 0.

    Of treatments the one that was told last comes first, but what somebody has acted on comes before it. Of reports the one that was
    asked for first comes first, so that what is overdue stays so; those that are not open stand by themselves.
    """
    rows = list(rows)
    groups: dict[tuple[Any, ...], list[OccurrenceFacts]] = defaultdict(list)
    for row in rows:
        if row.same and (row.is_treatment or row.is_open):
            groups[row.same].append(row)
    places: dict[int, tuple[int | None, int]] = {row.key: (None, 0) for row in rows}
    for group in groups.values():
        first, *others = sorted(group, key=_order)
        places |= {row.key: (first.key, place) for place, row in enumerate(others, start=1)}
    return places


def _order(row: OccurrenceFacts) -> tuple[Any, ...]:
    if row.is_treatment:
        return not row.is_acted_on, -row.told_on.toordinal(), -row.serial
    return row.told_on, row.serial
