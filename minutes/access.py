"""The only way for a view to one import, original, correction or obligation: fetched, checked, and noted as read. Raises `Http404`."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from meetings.access import get_row
from meetings.models import Document, Meeting, Reviewed
from minutes import services
from minutes.models import Import, MeetingCorrection, ReadingCorrection
from minutes.selectors import MODELS


def get_import(request: HttpRequest, pk: int, *also: str, without: Collection[str] = (), lock: bool = False) -> Import:
    """The import with its document, and with what the paths `also` lead to, if and only if the actor may see it.

    `without` are the columns not fetched; `lock` holds the import until the transaction ends.
    """
    imports = Import.objects.visible_to(request.actor).select_related("document", *also).defer(*without)
    return get_object_or_404(imports.select_for_update(of=("self",)) if lock else imports, pk=pk)


@contextmanager
def held_import(request: HttpRequest, pk: int) -> Iterator[Import]:
    """The import of `get_import`, held in one transaction by whoever changes its reading."""
    with transaction.atomic():
        yield get_import(request, pk, lock=True)


def get_original(request: HttpRequest, pk: int) -> Document:
    """The original file if and only if the actor may open it. It holds closed items whole, in the register or not."""
    original = get_object_or_404(Document.objects.visible_to(request.actor), pk=pk)
    request.readings.add(*services.closed_items_in(original))
    return original


def get_obligation(request: HttpRequest, pk: int, *, kind: str, meeting: Meeting) -> Reviewed:
    """The obligation of the meeting, which the actor manages; rejected ones too. `kind` is a key of `MODELS`."""
    rows = MODELS[kind].objects.filter(item__meeting=meeting).select_related("item__meeting")
    return get_row(request, rows, pk)


def get_meeting_correction(request: HttpRequest, pk: int, *, meeting: Meeting) -> MeetingCorrection:
    """The correction of the meeting, which the actor manages."""
    return get_object_or_404(MeetingCorrection, pk=pk, meeting=meeting)


def get_reading_correction(request: HttpRequest, pk: int, *, import_: Import) -> ReadingCorrection:
    """The correction of the import, which the actor may see."""
    return get_object_or_404(ReadingCorrection.objects.select_related("of_import"), pk=pk, of_import=import_)
