"""Transitions of occurrences, and their undoing: the bodies are held first, and acting on an obligation that nobody has reviewed accepts it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns, apply_transition, undo_transition
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Proposal, Step
from followups.services.due_dates import recompute_due_dates, save_days, with_since
from followups.services.duplicates import link_later
from meetings.locking import bodies_of, lock_bodies
from meetings.models import AgendaItem, Reviewed
from reminders.letters import writing

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
    """Take the step `what` with each occurrence, as `concurrency.transitions` does. The body of `item`, the one it is done with, is held too.

    Whatever is done about what is history takes it up, unless it is settled by that.
    """

    def accept_and_change(row: Occurrence) -> Columns | None:
        columns = change(row)
        if columns is None:
            return None
        _accept(row, by, now)
        stays_open = columns.get("state", row.state) == Occurrence.State.OPEN
        return columns | {"taken_up": True} if stays_open and row.is_historic else columns

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
    found = list(rows.select_related("item__meeting", "body", "follow_up", "planned", "placed_on__meeting"))
    if len(found) < len(keys):
        raise FollowUpRefused("gone")
    return found


@contextmanager
def holding_occurrences(keys: Iterable[int]) -> Iterator[list[Occurrence]]:
    """Holds the occurrences of the keys while the block runs, as one transaction. Raises `FollowUpRefused` when one of them is gone."""
    with transaction.atomic():
        yield lock_occurrences(keys)


def _accept(row: Occurrence, by: User | None, now: datetime) -> None:
    obligation = row.obligation
    if obligation.review == Reviewed.Review.REJECTED:
        raise FollowUpRefused("rejected")
    waiting = type(obligation).objects.filter(pk=obligation.pk, review=Reviewed.Review.UNREVIEWED)
    waiting.update(review=Reviewed.Review.ACCEPTED, reviewed_by=by, reviewed_at=now)


def undo(*, step: Step, by: User | None, now: datetime) -> Step:
    """Take `step` back. Returns it as it is now.

    Raises `FollowUpRefused` when it is undone already, when something has been done since, when it made a next occurrence that somebody
    has acted on, and when its letter has left by mail.
    """
    with transaction.atomic():
        row, step = undo_transition(step, lock=lock_occurrences, by=by, now=now, before=_take_away)
        _recount(row)
        reopen_proposals(step)
        link_later([row.item.matter_id])
    return step


def _take_away(row: Occurrence, step: Step) -> None:
    """The letter that it sent, and the next occurrence that it made."""
    if step.letter and not writing.take_back(step.letter):
        raise FollowUpRefused("letter_left")
    if step.before["state"] == step.after["state"] or row.follow_up_id is None:
        return
    later = Occurrence.objects.filter(follow_up=row.follow_up_id, ordinal__gt=row.ordinal).order_by("pk")
    following = list(later.select_for_update(of=("self",)))
    if Step.objects.filter(occurrence__in=following, undone_at=None).exists():
        raise FollowUpRefused("next_acted_on")
    later.delete()


def _recount(row: Occurrence) -> None:
    """The calendar may have changed while it was settled or had days set by hand."""
    if row.is_open and not row.due_fixed:
        rows = Occurrence.objects.select_related("item__meeting", "follow_up", "planned").filter(pk=row.pk)
        save_days(recompute_due_dates(with_since(rows)))


State = Proposal.State


def accept_matching_proposals(row: Occurrence, item: AgendaItem, what: str, by: User | None, now: datetime) -> None:
    """The step `what` has been taken with `item`: whoever proposed just that was right."""
    Proposal.objects.filter(occurrence=row, item=item, says=what, state=State.WAITING).update(state=State.CONFIRMED, by=by, at=now)


def reopen_proposals(step: Step) -> None:
    """The step has been undone: what proposed it waits for an answer anew."""
    item = {Step.What.PLACED: step.after["placed_on_id"], Step.What.MET: step.after["met_by_id"]}.get(step.what)
    if item:
        confirmed = Proposal.objects.filter(occurrence=step.occurrence_id, item=item, says=step.what, state=State.CONFIRMED)
        confirmed.update(state=State.WAITING, by=None, at=None)


def refuse_settled(row: Occurrence) -> None:
    if not row.is_open:
        raise FollowUpRefused("settled")


def refuse_without_reason(why: str) -> None:
    if not why.strip():
        raise FollowUpRefused("reason_missing")


def refuse_item(row: Occurrence, item: AgendaItem) -> None:
    if item.pk == row.item_id:
        raise FollowUpRefused("same_item")
    if item.meeting.date < row.item.meeting.date:
        raise FollowUpRefused("older")
    if not AgendaItem.objects.taking_place().filter(pk=item.pk).exists():
        raise FollowUpRefused("meeting_cancelled")


def versions_of(occurrence: Occurrence, version: int | None) -> Versions:
    return None if version is None else {occurrence.pk: version}


def only_step(steps: list[Step]) -> Step | None:
    return steps[0] if steps else None
