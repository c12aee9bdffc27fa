"""Taking a step back: the occurrence is as it was before, and what came of the step is gone."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from followups.models import Occurrence, Step
from followups.services.answered import ask_again
from followups.services.reckoning import reckon, save_days, with_since
from followups.services.refusing import Refused
from followups.services.stepping import Columns, locked, save
from meetings.models import AgendaItem

_DAYS = ("met_on", "due_start", "due_end")


def undo(*, step: Step, by: User | None, now: datetime) -> Step:
    """Take `step` back. Returns it as it is now.

    Raises `Refused` when it is undone already, when something has been done since, and when it made a next occurrence that somebody
    has acted on.
    """
    with transaction.atomic():
        [row] = locked([step.occurrence_id])
        step = Step.objects.get(pk=step.pk)
        if step.undone_at:
            raise Refused("undone")
        if row.steps.filter(undone_at=None, pk__gt=step.pk).exists():
            raise Refused("not_latest")
        _take_away_next(row, step)
        save(row, _before(row, step))
        _recount(row)
        step.undone_by, step.undone_at = by, now
        step.save(update_fields=["undone_by", "undone_at"])
        ask_again(step)
    return step


def _take_away_next(row: Occurrence, step: Step) -> None:
    if step.before["state"] == step.after["state"] or row.follow_up_id is None:
        return
    later = Occurrence.objects.filter(follow_up=row.follow_up_id, ordinal__gt=row.ordinal).order_by("pk")
    following = list(later.select_for_update(of=("self",)))
    if Step.objects.filter(occurrence__in=following, undone_at=None).exists():
        raise Refused("next_acted_on")
    later.delete()


def _before(row: Occurrence, step: Step) -> Columns:
    """The columns the step changed, as they were. It is not on an agenda whose item is gone."""
    changed = {name: value for name, value in step.before.items() if value != step.after[name]}
    changed |= {name: date.fromisoformat(changed[name]) for name in _DAYS if changed.get(name)}
    placed = AgendaItem.objects.filter(pk=changed.get("placed_on_id", row.placed_on_id))
    return changed if placed.exists() else changed | {"placed_on_id": None}


def _recount(row: Occurrence) -> None:
    """The calendar may have changed while it was settled or had days set by hand."""
    if row.is_open and not row.due_fixed:
        rows = Occurrence.objects.select_related("item__meeting", "follow_up", "planned").filter(pk=row.pk)
        save_days(reckon(with_since(rows)))
