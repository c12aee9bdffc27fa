"""The planned route of a matter, written as a whole, with a history that can be taken back."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import Route, RouteChange, RouteStop
from agendas.querysets import hidden_items
from agendas.routes import Stop
from cases.access import Actor
from cases.models import Matter
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Body

Kept = list[dict[str, int | str | None]]


def plan_route(
    *, matter: Matter, stops: Sequence[Stop], actor: Actor, by: User | None, now: datetime, version: int | None = None
) -> RouteChange | None:
    """Let the matter take these stops in this order; none takes the route away. Returns None when it is so already, as a second click asks for.

    It changes the route that the actor is told, or makes one beside it where that one was planned knowing less or more of the case: a route that is
    hidden from the actor is neither changed nor in the way. `version` is that of the route on the page, 0 where it had none: raises
    `AgendaRefused` ("route_changed") when somebody has changed it since.
    """
    wanted = [_kept(stop.body, stop.first, stop.last) for stop in stops]
    with holding(bodies_of(AgendaItem.objects.filter(matter=matter))):
        told = Route.objects.told_to(actor).filter(matter=matter).first()
        before = stops_kept(told)
        if before == wanted:
            return None
        if version is not None and version != (told.version if told else 0):
            raise AgendaRefused("route_changed")
        route = _own_route(matter, told, actor)
        if route == told:
            _save(route, wanted)
        else:
            _save_stops(route, wanted)
        return RouteChange.objects.create(route=route, before=before, after=wanted, by=by, at=now)


def undo_route_change(*, change: RouteChange, by: User | None, now: datetime) -> None:
    """Give the route the stops it had before the latest change. Raises `AgendaRefused` for an earlier one, and when it is another by now."""
    with holding(bodies_of(AgendaItem.objects.filter(matter__routes=change.route_id))):
        route = Route.objects.get(pk=change.route_id)
        latest = route.changes.filter(undone_at=None).first()
        if latest is None or latest.pk != change.pk:
            raise AgendaRefused("nothing")
        if stops_kept(route) != latest.after:
            raise AgendaRefused("route_changed")
        bodies = {stop["body"] for stop in latest.before}
        if Body.objects.filter(pk__in=bodies).count() != len(bodies):
            raise AgendaRefused("body_gone")
        _save(route, latest.before)
        latest.undone_by, latest.undone_at = by, now
        latest.save(update_fields=["undone_by", "undone_at"])


def stops_kept(route: Route | None) -> Kept:
    """The stops as a change keeps them."""
    return [_kept(stop.body_id, stop.due_start, stop.due_end) for stop in route.stops.all()] if route else []


def _kept(body: int, first: date | None, last: date | None) -> dict[str, int | str | None]:
    return {"body": body, "first": first and first.isoformat(), "last": last and last.isoformat()}


def _own_route(matter: Matter, told: Route | None, actor: Actor) -> Route:
    """The route that is told where it was planned without knowing just what is hidden from the actor, else a new one without stops, whose version
    goes on from that of the one told, so that a page that shows that one is out of date."""
    hidden = set(hidden_items(matter.pk, actor))
    if told and set(told.planned_without.all()) == hidden:
        return told
    route = Route.objects.create(matter=matter, version=told.version + 1 if told else 1)
    route.planned_without.set(hidden)
    return route


def _save(route: Route, wanted: Kept) -> None:
    """The route's version counts the change."""
    _save_stops(route, wanted)
    route.save(update_fields=["matter"])


def _save_stops(route: Route, wanted: Kept) -> None:
    """A stop keeps its key as long as its body stays, so what was answered about it on agendas stays with it."""
    free: dict[int, list[RouteStop]] = defaultdict(list)
    for stop in route.stops.all():
        free[stop.body_id].append(stop)
    for position, kept in enumerate(wanted, start=1):
        first, last = (date.fromisoformat(kept[name]) if kept[name] else None for name in ("first", "last"))
        if own := free[kept["body"]]:
            stop = own.pop(0)
            stop.position, stop.due_start, stop.due_end = position, first, last
            stop.save(update_fields=["position", "due_start", "due_end"])
        else:
            RouteStop.objects.create(route=route, body_id=kept["body"], position=position, due_start=first, due_end=last)
    RouteStop.objects.filter(pk__in=[stop.pk for own in free.values() for stop in own]).delete()
