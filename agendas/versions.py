"""The differences between two versions of an agenda, as values. Pure: no Django, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = dict[str, Any]
COMPARED = ("title", "start", "minutes", "guests", "responsible", "closed", "ground", "case", "sections", "recommendations", "files")


class VersionChange(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """`row` is the row as it is after, of one that was removed as it was. `columns` are those that have changed, as (name, before, after)."""

    change: VersionChange
    row: Row
    columns: tuple[tuple[str, Any, Any], ...] = ()


def differences(before: Sequence[Row], after: Sequence[Row]) -> list[VersionDifference]:
    """Returns the items that have come, gone, moved and changed, in the order of the agenda after; those that have gone come last.

    As few as can be count as moved: the others stand in the same order on both.
    """
    old = {row["key"]: row for row in before if row["key"]}
    new = {row["key"]: row for row in after if row["key"]}
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    found = []
    for key, row in new.items():
        if key not in old:
            found.append(VersionDifference(VersionChange.ADDED, row))
            continue
        columns = tuple((name, old[key].get(name), row.get(name)) for name in COMPARED if _differs(old[key].get(name), row.get(name)))
        if key in moved:
            found.append(VersionDifference(VersionChange.MOVED, row, columns))
        elif columns:
            found.append(VersionDifference(VersionChange.CHANGED, row, columns))
    return found + [VersionDifference(VersionChange.REMOVED, row) for key, row in old.items() if key not in new]


def _differs(before: Any, after: Any) -> bool:
    """A column that an earlier version was made without counts as empty."""
    return (before or "") != (after or "")


def _moved(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """The fewest items that have to be moved to make the one order of the other: all but those of the longest run that stands in order in both."""
    place = {key: number for number, key in enumerate(before)}
    kept = _longest_rising([place[key] for key in after])
    return {key for key in after if place[key] not in kept}


def _longest_rising(places: Iterable[int]) -> set[int]:
    best: list[list[int]] = []  # the best run that ends with each place
    for place in places:
        longest = max((run for run in best if run[-1] < place), key=len, default=[])
        best.append([*longest, place])
    longest_of_all: list[int] = max(best, key=len, default=[])
    return set(longest_of_all)
