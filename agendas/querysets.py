"""Which planned routes a list picks. Visibility is decided here, never in a view."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from cases.access import Viewer
from concurrency.models import VersionedQuerySet
from meetings.models import AgendaItem, MatterMove


def told_whole(viewer: Viewer, path: str) -> Q:
    """True of a row whose matter, at `path`, the viewer may read an item of, while no closed item of it, or moved from it, is hidden.

    The bodies of a route tell where a case is going, which is for nobody who may not know that part of the case.
    """
    if viewer.is_administrator:
        return Q(pk__isnull=False)
    readable = AgendaItem.objects.visible_to(viewer)
    closed = AgendaItem.objects.filter(matter=OuterRef(path), closed=True)
    moved = MatterMove.objects.filter(before=OuterRef(path), item__closed=True)
    return (
        Exists(readable.filter(matter=OuterRef(path)))
        & ~Exists(closed.exclude(Exists(readable.filter(pk=OuterRef("pk")))))
        & ~Exists(moved.exclude(Exists(readable.filter(pk=OuterRef("item")))))
    )


class RouteQuerySet(VersionedQuerySet):
    def visible_to(self, viewer: Viewer) -> RouteQuerySet:
        return self.filter(told_whole(viewer, "matter"))


class RouteStopQuerySet(VersionedQuerySet):
    def visible_to(self, viewer: Viewer) -> RouteStopQuerySet:
        """The stops of the routes the viewer may see."""
        return self.filter(told_whole(viewer, "route__matter"))
