"""The only way for a view to the agenda of a meeting, checked and noted as read."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from agendas.models import AgendaVersion, AttachmentFile, Route, RouteChange
from cases.access import Actor
from cases.models import Matter
from meetings.access import get_item, get_meeting, get_row
from meetings.models import AgendaItem, Meeting, Membership


def get_agenda(request: HttpRequest, pk: int, *, manage: bool = False) -> Meeting:
    """The meeting with its readable items and their guests if and only if the actor belongs to its body; with `manage`, manages it.

    What it shows of closed items beside their titles is noted as a reading of them. Raises `Http404`.
    """
    meeting = get_meeting(request, pk, manage=manage, whole=True, of_items=["invited"])
    if not request.actor.is_insider(meeting.body_id):
        raise Http404
    request.readings.add(
        *(item for item in meeting.readable_items if item.closed and (item.readable_invited or item.responsible or item.ground_told))
    )
    return meeting


def get_attachment(request: HttpRequest, pk: int) -> AttachmentFile:
    """The file if and only if the actor may read its item, and the file where it is closed by itself. Raises `Http404`."""
    return get_row(request, AttachmentFile.objects.visible_to(request.actor).select_related("item__meeting", "item__body"), pk)


def get_planned_item(request: HttpRequest, meeting: Meeting, pk: int, *parts: str) -> AgendaItem | None:
    """The item of the agenda that the actor makes, with those `parts`; None when it has been removed or moved, as by the first of two clicks."""
    if pk not in {item.pk for item in meeting.readable_items}:
        return None
    return get_item(request, pk, manage=True, parts=parts, meeting=meeting)


def get_version(request: HttpRequest, meeting: Meeting, number: int) -> AgendaVersion:
    """The version of the meeting's agenda, which the actor has got, with the rows he or she may read. Raises `Http404`."""
    version = get_object_or_404(_versions(meeting), number=number)
    version.rows = readable_rows(version, request.actor)
    shown = {row["key"] for row in version.rows if row["key"] and row["closed"]}
    request.readings.add(*AgendaItem.objects.visible_to(request.actor).filter(pk__in=shown))
    return version


def get_matter_to_route(request: HttpRequest, pk: int) -> Matter:
    """The matter with its `readable_title` if and only if the actor may plan its route. Raises `Http404`."""
    return get_object_or_404(matters_to_route(request.actor).with_readable_titles(request.actor), pk=pk)


def get_route_change(request: HttpRequest, matter: Matter, pk: int) -> RouteChange:
    """The change of the route of the matter, which the actor has got to plan and whose route he or she may read. Raises `Http404`."""
    return get_object_or_404(RouteChange, pk=pk, route__in=Route.objects.visible_to(request.actor).filter(matter=matter))


def matters_to_route(actor: Actor) -> QuerySet[Matter]:
    """The matters with an item of a body that the actor manages. Closed items that are hidden change nothing, so that nobody learns of them here."""
    if actor.is_administrator:
        return Matter.objects.all()
    own = AgendaItem.objects.visible_to(actor).filter(matter=OuterRef("pk"), body__in=actor.managed_bodies)
    return Matter.objects.filter(Exists(own))


def readable_rows(version: AgendaVersion, actor: Actor) -> list[dict]:
    """The rows of items that the actor may read now and might then. What has been deleted since is for those who manage the body alone."""
    if actor.manages(version.meeting.body_id):
        return version.rows
    keys = {row["key"] for row in version.rows}
    readable = set(AgendaItem.objects.visible_to(actor).filter(pk__in=keys - {None}).values_list("pk", flat=True))
    return [row for row in version.rows if row["key"] is None or (row["key"] in readable and actor.person_id not in row["shut_out"])]


def is_chair(actor: Actor, meeting: Meeting, today: date) -> bool:
    """Tells whether the actor chairs the meeting's body on the day `today`: one query, of those alone who sit on it."""
    if not actor.person_id or meeting.body_id not in actor.sits_on:
        return False
    seats = Membership.objects.filter(person=actor.person_id, body=meeting.body_id, role=Membership.Role.CHAIR, first_day__lte=today)
    return seats.filter(Q(last_day=None) | Q(last_day__gte=today)).exists()


def _versions(meeting: Meeting) -> QuerySet[AgendaVersion]:
    return AgendaVersion.objects.filter(meeting=meeting).select_related("by", "meeting")
