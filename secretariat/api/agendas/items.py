"""The items of an agenda: added, changed, moved and taken off, for those who manage the body."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas import services
from agendas.guests import GuestLine
from agendas.texts import texts_of
from meetings import models as m
from secretariat.api.agendas import request_serializers
from secretariat.api.agendas.requests import (
    Conflict,
    agenda_of,
    describe_change,
    describe_reading,
    item_of,
    refusals,
    standing,
    validated,
    version_of,
)
from secretariat.api.agendas.serializers import WholeItemSerializer
from secretariat.api.agendas.views import find_candidate

BESIDE = {"guests", "sections", "recommendations", "closed"}


class ItemsView(APIView):
    @describe_change(_("Put an item on the agenda"), request_serializers.NewItem, WholeItemSerializer, status=201)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        values = validated(request, request_serializers.NewItem)
        given = {"meeting": meeting, "by": request.user, "now": request.now}
        with refusals():
            if "candidate" in values:
                item = services.place_candidate(candidate=find_candidate(request, meeting, values["candidate"]), **given)
            else:
                item = services.add_item(**values, **given)
        return Response(_whole(request, pk, item.pk), status=201)


class ItemView(APIView):
    @describe_reading(_("One item of the agenda with its text"), WholeItemSerializer)
    def get(self, request, pk: str, item: str) -> Response:
        return Response(WholeItemSerializer(item_of(request, agenda_of(request, pk, manage=True), item)).data)

    @describe_change(_("Change an item of the agenda"), request_serializers.ItemChange, WholeItemSerializer)
    def patch(self, request, pk: str, item: str) -> Response:
        row = item_of(request, agenda_of(request, pk, manage=True), item)
        values = validated(request, request_serializers.ItemChange, item=row)
        version, now = values.pop("version"), _values(row)
        values = {name: value for name, value in values.items() if value != now[name]}
        if values:
            with refusals(lambda: _conflict(request, pk, item, values)):
                _write(request, row, values, now, version)
        return Response(_whole(request, pk, row.pk))

    @describe_change(_("Take an item off the agenda"), None, None, status=204, parameters=[OpenApiParameter("version", int, required=True)])
    def delete(self, request, pk: str, item: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        version = version_of(request)
        with refusals():
            services.remove_item(item=item_of(request, meeting, item), version=version, by=request.user, now=request.now)
        return Response(status=204)


class ItemMoveView(APIView):
    @describe_change(_("Move an item of the agenda"), request_serializers.Move, WholeItemSerializer)
    def post(self, request, pk: str, item: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        values = validated(request, request_serializers.Move)
        row = item_of(request, meeting, item)
        with refusals(lambda: _stands_elsewhere(request, pk, item, values["after"])):
            services.move_item(item=row, after=values["after"], version=values["version"], by=request.user, now=request.now)
        return Response(_whole(request, pk, row.pk))


def _conflict(request: Request, pk: str, key: str, values: dict[str, Any]) -> Conflict:
    row = _row(request, pk, key)
    theirs = WholeItemSerializer(row).data
    return Conflict(version=row.version, **{name: (request.data.get(name), theirs[name]) for name in values})


def _stands_elsewhere(request: Request, pk: str, key: str, after: int) -> Conflict:
    row, stands = _row(request, pk, key), standing(request, pk)
    return Conflict(version=row.version, after=(after, [0, *stands][stands.index(row.pk)]))


def _row(request: Request, pk: str, key: str) -> m.AgendaItem:
    """The item as it is now."""
    return item_of(request, agenda_of(request, pk, manage=True), key)


def _whole(request: Request, pk: str, key: int) -> dict:
    return WholeItemSerializer(_row(request, pk, str(key))).data


def _values(item: m.AgendaItem) -> dict[str, Any]:
    """The values of the item by the names under which they are sent."""
    columns = {name: getattr(item, name) for name in request_serializers.ItemChange().fields if name not in BESIDE - {"closed"}}
    texts = texts_of(
        [(one.heading, one.text) for one in item.readable_sections if not one.is_decision],
        [one.text for one in item.readable_recommendations],
    )
    guests = [GuestLine(one.name, one.mail, one.opens, one.closes) for one in item.readable_invited]
    return columns | texts._asdict() | {"guests": guests}


def _write(request: Request, item: m.AgendaItem, values: dict[str, Any], now: dict[str, Any], version: int) -> None:
    is_text = bool({"sections", "recommendations"} & values.keys())
    texts = texts_of(*((now | values)[name] for name in ("sections", "recommendations"))) if is_text else None
    services.change_item(
        item=item,
        columns={name: value for name, value in values.items() if name not in BESIDE},
        guests=values.get("guests"),
        closed=values.get("closed"),
        texts=texts,
        version=version,
        by=request.user,
        now=request.now,
    )
