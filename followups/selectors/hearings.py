"""The hearings that run, beside what else is waited for."""

from collections.abc import Sequence
from datetime import date

from cases.access import Viewer
from hearings.models import Hearing
from hearings.party_feasibility import feasibility_by_hearing
from hearings.selectors import parties_shown
from meetings.parts import prefetch_readable

FEW = 4


def running_hearings(viewer: Viewer, bodies: Sequence[int] | None, *, today: date) -> list[Hearing]:
    """The first few to end, of `bodies` (None: everybody's), each with `days_left` and `warnings`: of whom no ordinary meeting can answer.

    Four queries at most.
    """
    running = Hearing.objects.visible_to(viewer).running(today)
    if bodies is not None:
        running = running.filter(body__in=bodies)
    parties = prefetch_readable("parties", parties_shown(viewer))
    found = list(running.select_related("body", "item__meeting").prefetch_related(parties).order_by("deadline", "pk")[:FEW])
    feasibility = feasibility_by_hearing(found, viewer, today=today)
    for hearing in found:
        hearing.days_left = (hearing.deadline - today).days
        hearing.warnings = [one for one in feasibility.get(hearing.pk, ()) if one.warns]
    return found
