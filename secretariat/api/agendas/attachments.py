"""The files of an agenda's item: listed, added, called otherwise, closed one by one and removed, for those who manage the body."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import NotFound
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas import services
from agendas.models import AttachmentFile
from meetings import models as m
from meetings.params import is_key
from secretariat.api.agendas.requests import (
    Conflict,
    agenda_of,
    describe_change,
    describe_reading,
    item_of,
    refusals,
    validated,
    version_of,
)
from secretariat.api.agendas.serializers import AttachmentFileSerializer
from secretariat.api.agendas.transfer_serializers import FileChange, NewFiles


class AttachmentsView(APIView):
    parser_classes = [MultiPartParser]

    @describe_reading(_("The files of one item of the agenda"), AttachmentFileSerializer(many=True))
    def get(self, request, pk: str, item: str) -> Response:
        return Response(_told(_item(request, pk, item)))

    @describe_change(_("Add files to an item"), NewFiles, AttachmentFileSerializer(many=True), status=201)
    def post(self, request, pk: str, item: str) -> Response:
        row = _item(request, pk, item)
        values = validated(request, NewFiles)
        with refusals():
            services.attach(item=row, **values, by=request.user, now=request.now)
        return Response(_told(_item(request, pk, item)), status=201)


class AttachmentView(APIView):
    @describe_change(_("Call a file otherwise, or close it by itself"), FileChange, AttachmentFileSerializer)
    def patch(self, request, pk: str, item: str, file: str) -> Response:
        row = _item(request, pk, item)
        found, values = _file(row, file), validated(request, FileChange)
        version = values.pop("version")
        values = {name: value for name, value in values.items() if value != getattr(found, name)}
        wanted = {"title": found.title, "closed": found.closed} | values
        given = {
            "titles": {found.pk: wanted["title"]},
            "closed": {found.pk} if wanted["closed"] else set(),
            "versions": {found.pk: version},
        }
        if values:
            with refusals(lambda: _conflict(_item(request, pk, item), file, values)):
                services.change_attachments(item=row, **given, by=request.user, now=request.now)
        return Response(AttachmentFileSerializer(_file(_item(request, pk, item), file)).data)

    @describe_change(_("Remove a file from an item"), None, None, status=204, parameters=[OpenApiParameter("version", int, required=True)])
    def delete(self, request, pk: str, item: str, file: str) -> Response:
        row = _item(request, pk, item)
        found, version = _file(row, file), version_of(request)
        with refusals(lambda: _conflict(_item(request, pk, item), file, {})):
            services.remove_attachment(file=found, version=version, by=request.user, now=request.now)
        return Response(status=204)


def _item(request: Request, pk: str, key: str) -> m.AgendaItem:
    return item_of(request, agenda_of(request, pk, manage=True), key, "attachment_files")


def _file(item: m.AgendaItem, key: str) -> AttachmentFile:
    """The file of the item. Raises `NotFound`, also for one that has been removed."""
    found = next((one for one in item.readable_attachment_files if is_key(key) and one.pk == int(key)), None)
    if found is None:
        raise NotFound(_("Not found."))
    return found


def _told(item: m.AgendaItem) -> list[dict]:
    return AttachmentFileSerializer(item.readable_attachment_files, many=True).data


def _conflict(item: m.AgendaItem, key: str, values: dict[str, Any]) -> Conflict:
    theirs = _file(item, key)
    return Conflict(version=theirs.version, **{name: (value, getattr(theirs, name)) for name, value in values.items()})
