"""The hearings that run, beside what else is waited for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date

from django.db.models import QuerySet

from cases.access import Actor
from followups.selectors.case_list import with_waiting_parties
from hearings.models import Hearing
from hearings.party_feasibility import feasibility_by_hearing
from hearings.selectors import parties_shown
from meetings.parts import prefetch_readable
from meetings.unions import rows_of_each

FEW = 4


def running_hearings(actor: Actor, bodies: Sequence[int] | None, *, today: date) -> list[Hearing]:
    """The first few to end, of `bodies` (None: everybody's), each with `days_left` and `warnings`: of whom no ordinary meeting can answer.

    Four queries at most.
    """
    running = Hearing.objects.visible_to(actor).running(today)
    if bodies is not None:
        running = running.filter(body__in=bodies)
    parties = prefetch_readable("parties", parties_shown(actor))
    found = list(running.select_related("body", "item__meeting").prefetch_related(parties).order_by("deadline", "pk")[:FEW])
    feasibility = feasibility_by_hearing(found, actor, today=today)
    for hearing in found:
        hearing.days_left = (hearing.deadline - today).days
        hearing.warnings = [one for one in feasibility.get(hearing.pk, ()) if one.warns]
    return found


def hearings_of_each(parts: Mapping[int, QuerySet], bodies: Mapping[int, int], actor: Actor) -> dict[int, list[Hearing]]:
    """The hearings of each of `parts`, made by `unanswered_hearings`, by its key, the first deadline first; all of them have one.

    Each has the one party that is still to answer, which is the body of that key in `bodies`: four queries, however many parts.
    """
    found = rows_of_each(parts, "pk")
    rows = with_waiting_parties(Hearing.objects.visible_to(actor), set(bodies.values()), actor).in_bulk({key for _part, key in found})
    by_part: dict[int, list[Hearing]] = defaultdict(list)
    for part, key in found:
        if key not in rows:  # deleted between the queries
            continue
        hearing = copy(rows[key])
        hearing.readable_parties = [party for party in hearing.readable_parties if party.body_id == bodies[part]]
        by_part[part].append(hearing)
    for hearings in by_part.values():
        hearings.sort(key=lambda one: (one.deadline, one.pk))
    return by_part
