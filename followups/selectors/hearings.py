"""The hearings that run, beside what else is waited for."""

from collections.abc import Sequence
from datetime import date

from cases.access import Viewer
from hearings.models import Hearing

FEW = 4


def running_hearings(viewer: Viewer, bodies: Sequence[int] | None, *, today: date) -> list[Hearing]:
    """The first few to end, of `bodies` (None: everybody's), each with `days_left`: one query."""
    running = Hearing.objects.visible_to(viewer).running(today)
    if bodies is not None:
        running = running.filter(body__in=bodies)
    found = list(running.select_related("body", "item").order_by("deadline", "pk")[:FEW])
    for hearing in found:
        hearing.days_left = (hearing.deadline - today).days
    return found
