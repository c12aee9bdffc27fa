"""The hearings that run, beside what else is waited for."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from copy import copy
from datetime import date

from django.db.models import OuterRef, QuerySet

from cases.access import Actor
from followups.selectors.case_list import with_waiting_parties
from hearings.models import Hearing, HearingParty
from hearings.party_feasibility import feasibility_by_hearing
from hearings.selectors import parties_shown
from meetings.models import Body
from meetings.parts import prefetch_readable
from meetings.rows_of_each import rows_of_each

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


def hearings_of_each(bodies: Collection[int], parties: QuerySet[HearingParty], actor: Actor, *, at_most: int) -> dict[int, list[Hearing]]:
    """By the key of each body the first hearings to end that it is to answer, among those of `parties`; all of them have a deadline.

    Each has the one party that is still to answer, which is that body: four queries, however many bodies.
    """
    own = Hearing.objects.filter(pk__in=parties.filter(body=OuterRef(OuterRef("pk"))).values("hearing"))
    found = rows_of_each(Body.objects.filter(pk__in=bodies), own.order_by("deadline", "pk")[:at_most], "pk")
    rows = with_waiting_parties(Hearing.objects.visible_to(actor), bodies, actor).in_bulk({key for _body, key in found})
    by_body: dict[int, list[Hearing]] = defaultdict(list)
    for body, key in found:
        if key not in rows:  # deleted between the queries
            continue
        hearing = copy(rows[key])
        hearing.readable_parties = [party for party in hearing.readable_parties if party.body_id == body]
        by_body[body].append(hearing)
    return by_body
