"""An item split in two, moved to another meeting of its body, or sent on to another body's, for those who manage the body."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas import services
from agendas.selectors.answers import promises_of
from agendas.selectors.destinations import meetings_of_other_bodies, other_meetings
from meetings import models as m
from secretariat.api.agendas.requests import Conflict, agenda_of, describe_change, item_of, refusals, validated
from secretariat.api.agendas.serializers import ArrivedItemSerializer, WholeItemSerializer
from secretariat.api.agendas.transfer_serializers import Destination, Split


class SplitView(APIView):
    @describe_change(_("Split an item in two"), Split, WholeItemSerializer, status=201)
    def post(self, request, pk: str, item: str) -> Response:
        meeting, row = _fetched(request, pk, item)
        values = validated(request, Split, item=row)
        _refuse_unknown(values["answers"], {one.occurrence.pk for one in promises_of([row], request.actor)[row.pk]})
        yours = {name: values[name] for name in ("title", "minutes_left")}
        with refusals(lambda: _conflict(request, pk, item, yours)):
            second = services.split_item(item=row, **values, by=request.user, now=request.now)
        meeting = agenda_of(request, pk, manage=True)
        return Response(WholeItemSerializer(item_of(request, meeting, str(second.pk))).data, status=201)


class MoveAwayView(APIView):
    @describe_change(_("Move an item to another meeting of the body"), Destination, ArrivedItemSerializer)
    def post(self, request, pk: str, item: str) -> Response:
        meeting, row = _fetched(request, pk, item)
        values = validated(request, Destination)
        to = _destination(other_meetings(meeting, today=request.today), values["meeting"])
        with refusals(lambda: _conflict(request, pk, item, {"meeting": to.pk})):
            services.move_to_meeting(item=row, to=to, version=values["version"], by=request.user, now=request.now)
        return Response(_arrived(request, to, row.pk))


class SendOnView(APIView):
    """To a body that the actor manages, too: its secretary makes its agenda."""

    @describe_change(_("Send an item on to another body's meeting"), Destination, ArrivedItemSerializer, status=201)
    def post(self, request, pk: str, item: str) -> Response:
        meeting, row = _fetched(request, pk, item)
        values = validated(request, Destination)
        to = _destination(meetings_of_other_bodies(meeting, request.actor, today=request.today), values["meeting"])
        with refusals(lambda: _conflict(request, pk, item, {})):
            new = services.send_on(item=row, to=to, version=values["version"], by=request.user, now=request.now)
        return Response(_arrived(request, to, new.pk), status=201)


def _fetched(request: Request, pk: str, key: str) -> tuple[m.Meeting, m.AgendaItem]:
    meeting = agenda_of(request, pk, manage=True)
    return meeting, item_of(request, meeting, key)


def _destination(meetings: QuerySet[m.Meeting], key: int) -> m.Meeting:
    """The meeting among those to which the item can go. Raises `ValidationError`."""
    if (to := meetings.filter(pk=key).first()) is None:
        raise ValidationError({"meeting": [_("The item cannot go to that meeting.")]})
    return to


def _refuse_unknown(sent: list[int], known: set[int]) -> None:
    if set(sent) - known:
        raise ValidationError({"answers": [_("The item answers none such.")]})


def _conflict(request: Request, pk: str, key: str, yours: dict) -> Conflict:
    row = item_of(request, agenda_of(request, pk, manage=True), key)
    theirs = {"title": row.title, "minutes_left": row.minutes, "meeting": row.meeting_id}
    return Conflict(version=row.version, **{name: (value, theirs[name]) for name, value in yours.items()})


def _arrived(request: Request, to: m.Meeting, key: int) -> dict:
    return ArrivedItemSerializer(item_of(request, agenda_of(request, str(to.pk), manage=True), str(key))).data
