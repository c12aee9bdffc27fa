"""Rows that stand in an order: their places are 1, 2, 3 … in `position`, and the database refuses two alike.

A database looks at each row as it is written, so rows that trade places are first moved out of the way, all in one update, then to their
places, all in another. A constraint checked when the transaction ends would do it in one, but PostgreSQL alone has them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F

from concurrency.models import Versioned

_ASIDE = 20_000  # more rows than any list has, and twice as many are still a small number


def in_places(rows: Iterable[Any | None]) -> list[Any]:
    """Give each row its place among `rows`, where None keeps that of one to come. Returns those that stood elsewhere, not yet written."""
    moved = []
    for place, row in enumerate(rows, start=1):
        if row is not None and row.position != place:
            row.position = place
            moved.append(row)
    return moved


def write_places(moved: Sequence[Versioned]) -> None:
    """Write the places of rows that `in_places` has moved; of several lists at once if need be. The caller holds their lists."""
    if moved:
        rows = type(moved[0])._default_manager
        rows.filter(pk__in=[row.pk for row in moved]).update(position=F("position") + _ASIDE)
        rows.bulk_update(moved, ["position"])
