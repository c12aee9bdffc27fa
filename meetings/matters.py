"""Which appearances belong together: the system proposes when minutes are read, the secretary moves, merges and splits.

Every step can be taken back as long as nothing of it has been moved again.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.models import Matter
from meetings.models import AgendaItem, MatterMove, MatterStep


class CannotUndo(Exception):
    """Some item of the step has been moved again since, or the step is undone already."""


def move_items(*, items: Iterable[AgendaItem], to: Matter, by: User, now: datetime) -> MatterStep | None:
    """Put `items` in the matter `to`. Returns the step; None when they are all in it already.

    Moving one item out is splitting, moving all of a matter's items is merging it into the other.
    """
    with transaction.atomic():
        locked = AgendaItem.objects.select_for_update(of=("self",)).filter(pk__in=[item.pk for item in items]).order_by("pk")
        moving = [item for item in locked if item.matter_id != to.pk]
        if not moving:
            return None
        step = MatterStep.objects.create(by=by, at=now)
        MatterMove.objects.bulk_create(MatterMove(step=step, item=item, before_id=item.matter_id, after=to) for item in moving)
        AgendaItem.objects.filter(pk__in=[item.pk for item in moving]).update(matter=to)
    return step


def split_off(*, items: Iterable[AgendaItem], title: str, by: User, now: datetime) -> MatterStep | None:
    """Put `items` in a new matter called `title`."""
    with transaction.atomic():
        return move_items(items=items, to=Matter.objects.create(title=title), by=by, now=now)


def undo_step(*, step: MatterStep, now: datetime) -> None:
    """Put every item of `step` back where it was. Raises `CannotUndo` when one of them has been moved since."""
    with transaction.atomic():
        step = MatterStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
        moves = list(step.moves.select_related("item"))
        if step.undone_at or any(move.item.matter_id != move.after_id for move in moves):
            raise CannotUndo
        for move in moves:
            AgendaItem.objects.filter(pk=move.item_id).update(matter=move.before_id)
        step.undone_at = now
        step.save(update_fields=["undone_at"])
