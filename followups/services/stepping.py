"""What every verb on an occurrence shares: the rows are locked, and what is changed is written down as a step."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from followups.models import Occurrence, Step
from followups.services.refusing import Refused
from meetings.locking import lock_bodies
from meetings.models import Reviewed

COLUMNS = ("state", "placed_on_id", "met_by_id", "met_on", "due_start", "due_end", "due_fixed")
Columns = dict[str, Any]


def each(
    occurrences: Iterable[Occurrence],
    what: str,
    change: Callable[[Occurrence], Columns | None],
    *,
    by: User | None,
    now: datetime,
    why: str,
    then: Callable[[Occurrence], object] = lambda row: None,
) -> list[Step]:
    """Take the step `what` with each occurrence, all of them or none, and call `then` with the row as it is after.

    `change` gives the columns to change, None where it is so already, and raises `Refused` where it cannot be. Whoever acts on an
    obligation that nobody has reviewed has accepted it.
    """
    with transaction.atomic():
        steps = []
        for row in locked([occurrence.pk for occurrence in occurrences]):
            columns = change(row)
            if columns is not None:
                _accept(row, by, now)
                steps.append(_step(row, what, columns, by, now, why))
                then(row)
        return steps


def locked(keys: Iterable[int]) -> list[Occurrence]:
    """The rows as they are now, held until the transaction ends, after their bodies; always in the same order.

    Raises `Refused` when one of them is not there any more.
    """
    keys = set(keys)
    bodies = Occurrence.objects.filter(pk__in=keys).values_list("body", "item__body")
    lock_bodies({key for pair in bodies for key in pair})
    rows = Occurrence.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    found = list(rows.select_related("item__meeting", "follow_up", "planned", "placed_on__meeting"))
    if len(found) < len(keys):
        raise Refused("gone")
    return found


def save(row: Occurrence, columns: Columns) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=[*(name.removesuffix("_id") for name in columns), "due_order"])


def _step(row: Occurrence, what: str, columns: Columns, by: User | None, now: datetime, why: str) -> Step:
    before = _told(row)
    save(row, columns)
    return Step.objects.create(occurrence=row, what=what, by=by, at=now, why=why, before=before, after=_told(row))


def _told(row: Occurrence) -> Columns:
    """The columns as JSON has them."""
    told = {name: getattr(row, name) for name in COLUMNS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def _accept(row: Occurrence, by: User | None, now: datetime) -> None:
    obligation = row.obligation
    if obligation.review == Reviewed.Review.REJECTED:
        raise Refused("rejected")
    waiting = type(obligation).objects.filter(pk=obligation.pk, review=Reviewed.Review.UNREVIEWED)
    waiting.update(review=Reviewed.Review.ACCEPTED, reviewed_by=by, reviewed_at=now)
