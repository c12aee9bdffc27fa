"""Which appearances belong together: the system proposes when minutes are read, the secretary moves, merges and splits.

Every step can be taken back as long as nothing of it has been moved again.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from django import forms
from django.db import transaction

from accounts.models import User
from cases.access import Actor
from cases.models import Matter
from danish.folding import fold
from meetings.calendar import changing
from meetings.locking import bodies_of
from meetings.models import AgendaItem, MatterMove, MatterStep


class CannotUndo(Exception):
    """Some item of the step has been moved again since, or the step is undone already."""


class ChangedSince(Exception):
    """Somebody else has moved or renamed what was shown, so that what was asked for may no longer be what is meant."""


def move_items(
    *, items: Iterable[AgendaItem], to: Matter, by: User, now: datetime, shown: Mapping[int, int | None] | None = None
) -> MatterStep | None:
    """Put `items` in the matter `to`. Returns the step; None when they are all in it already.

    Moving one item out is splitting, moving all of a matter's items is merging it into the other. `shown` is which matter each item, by
    its key, was in when it was asked for: raises `ChangedSince`, and moves none, when one that is to be moved has been moved since.
    """
    with _locked(items) as rows:
        moving = [item for item in rows if item.matter_id != to.pk]
        if not moving:
            return None
        _refuse_changed(moving, shown)
        step = MatterStep.objects.create(by=by, at=now)
        MatterMove.objects.bulk_create(MatterMove(step=step, item=item, before_id=item.matter_id, after=to) for item in moving)
        AgendaItem.objects.filter(pk__in=[item.pk for item in moving]).update(matter=to)
    return step


def split_off(
    *, items: Iterable[AgendaItem], title: str, by: User, now: datetime, shown: Mapping[int, int | None] | None = None
) -> MatterStep | None:
    """Put `items` in a new matter called `title`. Returns the step; None when the same has just been done, as a second click asks for.

    Raises ValidationError when the title is no title, and `ChangedSince` as `move_items` does.
    """
    title = clean_title(title)
    with _locked(items) as items:
        if shown and _are_the_matter(items, title) and any(item.matter_id != shown.get(item.pk) for item in items):
            return None
        _refuse_changed(items, shown)
        return move_items(items=items, to=Matter.objects.create(title=title, titled_at=now), by=by, now=now)


def undo_step(*, step: MatterStep, now: datetime) -> None:
    """Put every item of `step` back where it was. Raises `CannotUndo` when one of them has been moved since."""
    moves = list(step.moves.select_related("item"))
    with _locked([move.item for move in moves]) as items:
        now_in = {item.pk: item.matter_id for item in items}
        step = MatterStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
        if step.undone_at or any(now_in[move.item_id] != move.after_id for move in moves):
            raise CannotUndo
        for move in moves:
            AgendaItem.objects.filter(pk=move.item_id).update(matter=move.before_id)
        step.undone_at = now
        step.save(update_fields=["undone_at"])


def rename_matter(*, matter: Matter, title: str, shown: str, actor: Actor, now: datetime) -> bool:
    """Call `matter` `title`. Returns whether that changed it.

    Raises ValidationError when the title is no title, and `ChangedSince` when `actor` is no longer shown the one that was `shown`.
    Somebody who is not shown the real title writes over it unknowingly: refusing that would tell that there is something hidden.
    """
    title = clean_title(title)
    with transaction.atomic():
        Matter.objects.select_for_update().get(pk=matter.pk)
        now_shown = Matter.objects.with_readable_titles(actor).get(pk=matter.pk).readable_title
        if title == now_shown:
            return False
        if shown != now_shown:
            raise ChangedSince
        blindly = Matter.objects.of_hidden_title(actor).filter(pk=matter.pk).exists()
        Matter.objects.filter(pk=matter.pk).update(title=title, search_text=fold(title), titled_at=now, title_is_open=blindly)
    return True


def clean_title(text: str) -> str:
    """`text` as a title on one line. Raises ValidationError when nothing is left, or more than the column holds."""
    most = Matter._meta.get_field("title").max_length
    return forms.CharField(max_length=most).clean(" ".join(text.split()))


@contextmanager
def _locked(items: Iterable[AgendaItem]) -> Iterator[list[AgendaItem]]:
    """The rows as they are now, locked after their bodies; what is told once in each matter is computed anew."""
    rows = AgendaItem.objects.filter(pk__in=[item.pk for item in items])
    with changing(bodies_of(rows)):
        yield list(rows.select_for_update(of=("self",)).order_by("pk"))


def _refuse_changed(items: list[AgendaItem], shown: Mapping[int, int | None] | None) -> None:
    if shown is not None and any(item.matter_id != shown.get(item.pk) for item in items):
        raise ChangedSince


def _are_the_matter(items: list[AgendaItem], title: str) -> bool:
    matters = {item.matter_id for item in items}
    return len(matters) == 1 and Matter.objects.filter(pk__in=matters, title=title).exists()
