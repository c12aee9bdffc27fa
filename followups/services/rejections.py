"""Saying of several at once that their sentences were misread and ask for nothing, and taking that back."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns, apply_transition
from followups.exceptions import FollowUpRefused
from followups.models import FollowUp, Occurrence, PlannedTreatment, Step
from followups.services.duplicates import link_later
from followups.services.occurrences import sync_occurrences
from followups.services.transitions import Versions, lock_occurrences, undo
from meetings.models import Reviewed

Review = Reviewed.Review


def reject_sentences(
    *, occurrences: Iterable[Occurrence], by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> list[Step]:
    """Reject the sentences that the occurrences were read from, all or none. Returns the steps of those that were not rejected already.

    Raises `FollowUpRefused` for one that is settled or stands on an agenda, and for one that a person has added: that is dropped instead.
    """
    before: dict[int, str] = {}

    def rejected(row: Occurrence) -> Columns | None:
        review = row.obligation.review
        if review == Review.REJECTED:
            return None
        if not row.is_open:
            raise FollowUpRefused("settled")
        if row.placed_on_id:
            raise FollowUpRefused("placed")
        if review == Review.ADDED:
            raise FollowUpRefused("added")
        before[row.pk] = review
        return {}

    def then(row: Occurrence) -> None:
        _set_review(row.obligation, Review.REJECTED, by, now)

    said = {"by": by, "now": now, "why": why.strip(), "versions": versions, "then": then}
    with transaction.atomic():
        steps = apply_transition(occurrences, Step.What.REJECTED, rejected, lock=lock_occurrences, history=Step, **said)
        for step in steps:
            step.review_before = before[step.occurrence_id]
            step.save(update_fields=["review_before"])
        _follow(steps)
    return steps


def undo_all(*, steps: Collection[Step], by: User | None, now: datetime) -> None:
    """Take the steps back, rejections among them, the newest first, all or none. Raises `FollowUpRefused` as `undo` does."""
    with transaction.atomic():
        rows = {row.pk: row for row in lock_occurrences({step.occurrence_id for step in steps})}  # all their bodies at once
        for step in sorted(steps, key=lambda step: -step.pk):
            undo(step=step, by=by, now=now)
            if step.what == Step.What.REJECTED:
                _give_review_back(step, rows[step.occurrence_id], by, now)
        _follow([step for step in steps if step.what == Step.What.REJECTED])


def _give_review_back(step: Step, row: Occurrence, by: User | None, now: datetime) -> None:
    """Say of the sentence what was said before it was rejected. Raises `FollowUpRefused` when somebody has answered since."""
    if row.obligation.review != Review.REJECTED:
        raise FollowUpRefused("overwrites")
    _set_review(row.obligation, step.review_before, by, now)


def _set_review(obligation: FollowUp | PlannedTreatment, review: str, by: User | None, now: datetime) -> None:
    obligation.review, obligation.reviewed_by, obligation.reviewed_at = review, by, now
    obligation.save(update_fields=["review", "reviewed_by", "reviewed_at"])


def _follow(steps: Iterable[Step]) -> None:
    items = {step.occurrence.item for step in steps}
    if not items:
        return
    sync_occurrences(items=items)
    link_later(item.matter_id for item in items)
