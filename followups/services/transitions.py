"""Transitions of occurrences: their bodies are held first, and acting on an obligation that nobody has reviewed accepts it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial

from accounts.models import User
from concurrency.transitions import Columns, apply_transition
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.duplicates import link_later
from meetings.locking import bodies_of, lock_bodies
from meetings.models import AgendaItem, Reviewed

Versions = Mapping[int, int] | None


def take_step(
    occurrences: Iterable[Occurrence],
    what: str,
    change: Callable[[Occurrence], Columns | None],
    *,
    by: User | None,
    now: datetime,
    why: str,
    item: AgendaItem | None = None,
    versions: Versions = None,
    then: Callable[[Occurrence], object] = lambda row: None,
) -> list[Step]:
    """Take the step `what` with each occurrence, as `concurrency.transitions` does. The body of `item`, the one it is done with, is held too."""

    def accept_and_change(row: Occurrence) -> Columns | None:
        columns = change(row)
        if columns is not None:
            _accept(row, by, now)
        return columns

    lock = partial(lock_occurrences, also=[item.body_id] if item else [])
    said = {"by": by, "now": now, "why": why, "versions": versions, "then": then}
    steps = apply_transition(occurrences, what, accept_and_change, lock=lock, history=Step, **said)
    link_later(step.occurrence.item.matter_id for step in steps)
    return steps


def lock_occurrences(keys: Iterable[int], *, also: Iterable[int] = ()) -> list[Occurrence]:
    """The rows as they are now, held until the transaction ends, after their bodies and those of the keys `also`; always in the same order.

    Raises `FollowUpRefused` when one of them is not there any more.
    """
    keys = set(keys)
    lock_bodies(bodies_of(Occurrence.objects.filter(pk__in=keys), "body", "item__body", also=also))
    rows = Occurrence.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    found = list(rows.select_related("item__meeting", "follow_up", "planned", "placed_on__meeting"))
    if len(found) < len(keys):
        raise FollowUpRefused("gone")
    return found


def _accept(row: Occurrence, by: User | None, now: datetime) -> None:
    obligation = row.obligation
    if obligation.review == Reviewed.Review.REJECTED:
        raise FollowUpRefused("rejected")
    waiting = type(obligation).objects.filter(pk=obligation.pk, review=Reviewed.Review.UNREVIEWED)
    waiting.update(review=Reviewed.Review.ACCEPTED, reviewed_by=by, reviewed_at=now)
