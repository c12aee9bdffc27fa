"""The planned routes of matters, compared with the ways that the matters took as far as the actor may read them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q

from agendas.candidates import CandidateKind, turn
from agendas.models import Route, RouteStop
from agendas.routes import RouteStep, Stop, Visit, compare, next_stop
from agendas.selectors.candidate_values import AT_MOST, AgendaCandidate, Following, NextStop
from cases.access import Actor
from meetings.models import AgendaItem, Body, Meeting, Outcome


@dataclass(frozen=True, slots=True)
class RouteWay:
    """A planned route with its steps. `items` are the readable appearances by key, `bodies` the bodies by key."""

    route: Route
    steps: list[RouteStep]
    items: Mapping[int, AgendaItem]
    bodies: Mapping[int, Body]


def ways_of(matters: Collection[int], actor: Actor, *, today: date) -> dict[int, RouteWay]:
    """The ways of those of the matters, by key, that have a route which the actor may see: three queries, one where none has."""
    routes = _told(matters, actor)
    visited = _appearances([route.matter_id for route in routes], actor)
    return {route.matter_id: _way(route, visited[route.matter_id], today) for route in routes}


def expected_by_route(
    meetings: Sequence[Meeting], actor: Actor, *, following: Following, today: date
) -> Mapping[int, list[AgendaCandidate]]:
    """The cases whose next stop is the body of each meeting, in time: four queries, one where there is none."""
    here = AgendaItem.objects.taking_place().filter(body=OuterRef("body"), matter=OuterRef("route__matter"))
    again = RouteStop.objects.filter(route=OuterRef("route"), body=OuterRef("body")).exclude(pk=OuterRef("pk"))
    open_ = RouteStop.objects.visible_to(actor).filter(body__in={one.body_id for one in meetings})
    open_ = open_.filter(~Exists(here) | Exists(again)).order_by("due_end", "pk").values_list("route__matter", flat=True)
    keys = list(open_[: AT_MOST * len(meetings)])
    if not keys:
        return defaultdict(list)
    routes = sorted(_told(keys, actor), key=lambda route: route.pk)
    visited = _appearances([route.matter_id for route in routes], actor)
    due = [one for route in routes if (one := _due(route, visited[route.matter_id], today))]
    return {one.pk: [found for row in due if (found := _candidate(row, one, following.get(one.pk)))] for one in meetings}


def _told(matters: Collection[int], actor: Actor) -> list[Route]:
    """The one route of each of the matters that the actor is told: two queries, one where there is none."""
    stops = Prefetch("stops", RouteStop.objects.select_related("body"))
    found: dict[int, Route] = {}
    for route in Route.objects.told_to(actor).filter(matter__in=matters).prefetch_related(stops):
        found.setdefault(route.matter_id, route)
    return list(found.values())


def _appearances(matters: Collection[int], actor: Actor) -> Mapping[int, list[AgendaItem]]:
    """By matter, the oldest first; `was_put_off` where the actor may read that the body put the case off."""
    by_matter: dict[int, list[AgendaItem]] = defaultdict(list)
    if not matters:
        return by_matter
    outcomes = Outcome.objects.visible_to(actor).filter(item=OuterRef("pk"))
    put_off = Q(Exists(outcomes.filter(outcome=Outcome.Value.DEFERRED))) & ~Q(Exists(outcomes.exclude(outcome=Outcome.Value.DEFERRED)))
    rows = AgendaItem.objects.visible_to(actor).taking_place().filter(matter__in=matters).annotate(was_put_off=put_off)
    for item in rows.select_related("meeting", "body").order_by("meeting__date", "pk"):
        by_matter[item.matter_id].append(item)
    return by_matter


def _way(route: Route, items: Sequence[AgendaItem], today: date) -> RouteWay:
    bodies = {stop.body_id: stop.body for stop in route.stops.all()} | {item.body_id: item.body for item in items}
    return RouteWay(route, _compared(route, items, today), {item.pk: item for item in items}, bodies)


def _compared(route: Route, items: Sequence[AgendaItem], today: date) -> list[RouteStep]:
    stops = [Stop(stop.body_id, stop.due_start, stop.due_end, stop.pk) for stop in route.stops.all()]
    held = Meeting.State.HELD
    visits = [Visit(item.body_id, item.meeting.date, item.pk, item.meeting.state == held, item.was_put_off) for item in items]
    return compare(stops, visits, today=today)


def _due(route: Route, items: Sequence[AgendaItem], today: date) -> NextStop | None:
    step = next_stop(_compared(route, items, today))
    if step is None or not items:
        return None
    [stop] = [stop for stop in route.stops.all() if stop.pk == step.stop.key]
    treated = [item for item in items if item.meeting.state == Meeting.State.HELD]
    return NextStop((treated or items)[-1], stop, bool(treated))


def _candidate(row: NextStop, meeting: Meeting, following: date | None) -> AgendaCandidate | None:
    """One without days has its turn at the body's next meeting after the one that treated it."""
    stop = row.stop
    if stop.body_id != meeting.body_id or row.item.meeting.date >= meeting.date:
        return None
    its_turn = turn(stop.due_start, stop.due_end, meeting=meeting.date, following=following, is_put_off=True)
    return AgendaCandidate(CandidateKind.ROUTE, str(stop.pk), row.item.title, row, its_turn) if its_turn else None
