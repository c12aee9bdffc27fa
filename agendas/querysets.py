"""Which planned routes a list picks. Visibility is decided here, never in a view."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cases.access import Actor
from concurrency.models import VersionedQuerySet
from meetings.models import AgendaItem, MatterMove


def told_whole(actor: Actor, matter: str, unknown: QuerySet) -> Q:
    """True of a row whose matter, at `matter`, the actor may read an item of, while no closed item of it, or moved from it, is hidden.

    The bodies of a route tell where a case is going, which is for nobody who may not know that part of the case. A closed item that the
    route was planned without hides nothing: the rows `unknown` name these items.
    """
    if actor.is_administrator:
        return Q(pk__isnull=False)
    readable = AgendaItem.objects.visible_to(actor)
    closed = AgendaItem.objects.filter(matter=OuterRef(matter), closed=True)
    moved = MatterMove.objects.filter(before=OuterRef(matter), item__closed=True)
    return (
        Exists(readable.filter(matter=OuterRef(matter)))
        & ~Exists(closed.exclude(Exists(readable.filter(pk=OuterRef("pk")))).exclude(Exists(unknown.filter(agendaitem=OuterRef("pk")))))
        & ~Exists(moved.exclude(Exists(readable.filter(pk=OuterRef("item")))).exclude(Exists(unknown.filter(agendaitem=OuterRef("item")))))
    )


def hidden_items(matter: int, actor: Actor) -> QuerySet[AgendaItem]:
    """The closed items of the matter, or moved from it, that the actor may not read."""
    if actor.is_administrator:
        return AgendaItem.objects.none()
    moved = MatterMove.objects.filter(before=matter).values("item")
    closed = AgendaItem.objects.filter(Q(matter=matter) | Q(pk__in=moved), closed=True)
    return closed.exclude(Exists(AgendaItem.objects.visible_to(actor).filter(pk=OuterRef("pk"))))


class RouteQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor) -> RouteQuerySet:
        return self.filter(told_whole(actor, "matter", _unknown(self.model, "pk")))

    def told_to(self, actor: Actor) -> RouteQuerySet:
        """The same; the first one of a matter is the one to tell: it was planned with the most knowledge, and last."""
        return self.visible_to(actor).annotate(unknown=Count("planned_without")).order_by("matter", "unknown", "-pk")


class RouteStopQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor) -> RouteStopQuerySet:
        """The stops of the routes the actor may see."""
        return self.filter(told_whole(actor, "route__matter", _unknown(self.model._meta.get_field("route").related_model, "route")))


def _unknown(routes, route: str) -> QuerySet:
    """The rows that say which items a route was planned without; `route` is its key in the query two levels out."""
    return routes.planned_without.through.objects.filter(route=OuterRef(OuterRef(route)))
