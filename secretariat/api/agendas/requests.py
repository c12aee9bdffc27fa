"""The one way of the API to an agenda, and the answers to what cannot be done with one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.request import Request

from agendas.access import get_agenda, get_planned_item
from agendas.exceptions import AgendaRefused
from concurrency.fields import VersionFormField
from followups.services import FollowUpRefused
from meetings import models as m
from meetings.params import is_key
from meetings.unsettled import NotSettled
from secretariat.api.views import NOT_FOUND


class ConflictField(serializers.Serializer):
    yours = serializers.JSONField(allow_null=True)
    theirs = serializers.JSONField(allow_null=True)


class ConflictSerializer(serializers.Serializer):
    detail = serializers.CharField()
    version = serializers.IntegerField(allow_null=True, help_text=_("The version that the item has now."))
    fields_changed = serializers.DictField(child=ConflictField())


class Conflict(APIException):
    """Somebody else has changed what is to be changed: nothing is saved, and both values are told, by field."""

    status_code = 409

    def __init__(self, *, version: int | None = None, **fields: tuple[Any, Any]):
        told = {name: {"yours": yours, "theirs": theirs} for name, (yours, theirs) in fields.items()}
        self.detail = {"detail": str(AgendaRefused("changed")), "version": version, "fields_changed": told}


def version_of(request: Request) -> int:
    """The version in the address, `?version=`. Raises `ValidationError`."""
    if version := VersionFormField().clean(request.query_params.get("version")):
        return version
    raise ValidationError({"version": [_("Say which version of it is meant.")]})


@contextmanager
def refusals(conflict: Callable[[], Conflict] = Conflict) -> Iterator[None]:
    """Answers a refusal within it as a fault of what was sent, or as a conflict where somebody has changed the same meanwhile."""
    try:
        yield
    except AgendaRefused as refused:
        if refused.code == "changed":
            raise conflict() from refused
        raise _fault([str(refused)], refused.code) from refused
    except FollowUpRefused as refused:
        raise _fault([str(refused)]) from refused
    except NotSettled as error:
        raise _fault(error.unsettled.sentences) from error


def _fault(sentences: list[str], code: str = "invalid") -> ValidationError:
    return ValidationError({"non_field_errors": sentences}, code=code)


def agenda_of(request: Request, pk: str, *, manage: bool = False) -> m.Meeting:
    """The meeting as `get_agenda` gives it. Raises `NotFound`, in the same words for what is hidden and what is missing."""
    try:
        if not is_key(pk):
            raise Http404
        return get_agenda(request, int(pk), manage=manage)
    except Http404 as error:
        raise NotFound(_("Not found.")) from error


TEXTS = ("invited", "sections", "recommendations")


def item_of(request: Request, meeting: m.Meeting, key: str, *parts: str) -> m.AgendaItem:
    """The item of an agenda that the actor makes, with its texts and guests, or with `parts`. Raises `NotFound`."""
    row = get_planned_item(request, meeting, int(key), *(parts or TEXTS)) if is_key(key) else None
    if row is None:
        raise NotFound(_("Not found."))
    return row


def standing(request: Request, pk: str) -> list[int]:
    """The keys of the items as they stand now."""
    return [item.pk for item in agenda_of(request, pk, manage=True).readable_items]


def validated(request: Request, sent: type[serializers.Serializer], **context: Any) -> dict[str, Any]:
    """Tells what was sent, checked. Raises `ValidationError`."""
    serializer = sent(data=request.data, context={"actor": request.actor} | context)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


def describe_reading(summary: str, answer: Any):
    """Tells the schema of a reading."""
    return extend_schema(
        tags=["Møder"],
        summary=summary,
        description=_("For the body's own people. What a closed item says beside its title is logged."),
        responses={200: answer, 404: NOT_FOUND},
    )


def describe_change(summary: str, sent: Any, answer: Any, *, status: int = 200, **more: Any):
    """Tells the schema of a change. `answer` is None where nothing comes back."""
    conflict = OpenApiResponse(ConflictSerializer, description=_("Somebody has changed it meanwhile: nothing is saved."))
    return extend_schema(
        tags=["Dagsordener"],
        summary=summary,
        description=_("As the page does it, for those who manage the body. What is wrong is said by field."),
        request=sent,
        responses={status: answer, 400: OpenApiTypes.OBJECT, 403: NOT_FOUND, 404: NOT_FOUND, 409: conflict},
        **more,
    )
