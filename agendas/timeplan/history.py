"""Minutes for an item, from the minutes that like items had before."""

import dataclasses
from collections.abc import Iterable, Mapping
from statistics import median

from danish.folding import name_key

from .values import ItemToPlan


def median_minutes(history: Iterable[tuple[str, int | None]]) -> dict[str, tuple[int, int]]:
    """By kind or title, as `danish.folding.name_key`, the median of the minutes in `history`, and of how many rows it is.

    Half a minute counts up; rows without minutes do not count.
    """
    minutes_of: dict[str, list[int]] = {}
    for like, minutes in history:
        if minutes and (key := name_key(like)):
            minutes_of.setdefault(key, []).append(minutes)
    return {key: (int(median(minutes) + 0.5), len(minutes)) for key, minutes in minutes_of.items()}


def with_suggested_minutes(items: Iterable[ItemToPlan], medians: Mapping[str, tuple[int, int]]) -> tuple[ItemToPlan, ...]:
    """`items`, of which those without minutes have the median of like items, marked as such."""
    return tuple(_with_median(item, medians) for item in items)


def _with_median(item: ItemToPlan, medians: Mapping[str, tuple[int, int]]) -> ItemToPlan:
    minutes, count = medians.get(name_key(item.title), (None, 0))
    return item if item.minutes or not minutes else dataclasses.replace(item, minutes=minutes, suggested_from=count)
