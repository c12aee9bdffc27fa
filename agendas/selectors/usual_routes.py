"""The route that is proposed for a matter which has none."""

from agendas.routes import Stop
from cases.access import Actor
from cases.models import Matter
from danish.folding import fold
from followups.models import Occurrence
from meetings.models import AgendaItem, Body

ECONOMY = fold("Økonomiudvalg")


def proposed_stops(matter: Matter, actor: Actor) -> list[Stop]:
    """The bodies that have had the case, those where the minutes expect it, and else the way through the economic committee to the council.

    Three queries.
    """
    had = AgendaItem.objects.visible_to(actor).taking_place().filter(matter=matter).order_by("meeting__date", "pk")
    stops = [Stop(body) for body in dict.fromkeys(had.values_list("body", flat=True))]
    planned = (
        Occurrence.objects.visible_to(actor).without_duplicates(actor).open().counting().filter(item__matter=matter, planned__isnull=False)
    )
    known = {stop.body for stop in stops}
    for body, first, last in planned.order_by("due_order", "pk").values_list("body", "due_start", "due_end"):
        if body not in known:
            stops.append(Stop(body, first, last))
            known.add(body)
    return stops + [Stop(body.pk) for body in _usual_ends() if body.pk not in known]


def _usual_ends() -> list[Body]:
    """The economic committee, whose name the law gives, and the municipal council."""
    bodies = list(Body.objects.filter(kind__in=[Body.Kind.COMMITTEE, Body.Kind.COUNCIL]))
    economy = [body for body in bodies if body.kind == Body.Kind.COMMITTEE and fold(body.name).startswith(ECONOMY)]
    council = [body for body in bodies if body.kind == Body.Kind.COUNCIL]
    return [*economy[:1], *council[:1]]
