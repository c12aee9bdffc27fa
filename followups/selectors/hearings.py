"""The hearings that run, beside what else is waited for."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch

from cases.access import Viewer
from hearings.chances import chances_of
from hearings.models import Hearing
from hearings.selectors import parties_shown

FEW = 4


def running_hearings(viewer: Viewer, bodies: Sequence[int] | None, *, today: date) -> list[Hearing]:
    """The first few to end, of `bodies` (None: everybody's), each with `days_left` and `warnings`: of whom no ordinary meeting can answer.

    Four queries at most.
    """
    running = Hearing.objects.visible_to(viewer).running(today)
    if bodies is not None:
        running = running.filter(body__in=bodies)
    parties = Prefetch("parties", parties_shown(viewer))
    found = list(running.select_related("body", "item__meeting").prefetch_related(parties).order_by("deadline", "pk")[:FEW])
    chances = chances_of(found, viewer, today=today)
    for hearing in found:
        hearing.days_left = (hearing.deadline - today).days
        hearing.warnings = [chance for chance in chances.get(hearing.pk, ()) if chance.warns]
    return found
