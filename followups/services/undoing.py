"""Taking a step back: the occurrence is as it was before, and what came of the step is gone."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from concurrency.transitions import undo_transition
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.due_dates import recompute_due_dates, save_days, with_since
from followups.services.duplicates import link_later
from followups.services.proposals import ask_again
from followups.services.transitions import lock_occurrences
from reminders.letters import writing


def undo(*, step: Step, by: User | None, now: datetime) -> Step:
    """Take `step` back. Returns it as it is now.

    Raises `FollowUpRefused` when it is undone already, when something has been done since, when it made a next occurrence that somebody
    has acted on, and when its letter has left by mail.
    """
    with transaction.atomic():
        row, step = undo_transition(step, lock=lock_occurrences, by=by, now=now, before=_take_away)
        _recount(row)
        ask_again(step)
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
