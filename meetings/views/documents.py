"""Originals, as they came, to those who may open them."""

import logging
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers

from meetings import services
from meetings.models import AgendaItem, Document

log = logging.getLogger(__name__)

CONTENT_TYPES = {
    Document.Format.PDF: "application/pdf",
    Document.Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Document.Format.TXT: "text/plain; charset=utf-8",
}
OPENS_IN_THE_BROWSER = {Document.Format.PDF, Document.Format.TXT}


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The file. An original holds its meeting's closed items whole, so opening it is logged as reading them."""
    viewer = request.viewer
    original = get_object_or_404(Document.objects.visible_to(viewer), pk=pk)
    try:
        content = original.file.open("rb")
    except OSError as error:
        log.error("the file of document %s cannot be opened", original.pk)
        raise Http404 from error
    if original.meeting_id:
        closed = AgendaItem.objects.visible_to(viewer).filter(meeting=original.meeting_id, closed=True)
        services.log_closed_reading(items=closed, viewer=viewer, now=request.now)
    response = FileResponse(
        content,
        as_attachment=original.format not in OPENS_IN_THE_BROWSER,
        filename=Path(original.name).name,
        content_type=CONTENT_TYPES.get(original.format, "application/octet-stream"),
    )
    if original.format == Document.Format.TXT:
        with content:
            response.streaming_content = [_as_utf8(content.read())]
        del response["Content-Length"]
    add_never_cache_headers(response)
    return response


def _as_utf8(text: bytes) -> bytes:
    """Old text files are in the Windows alphabet, which browsers would show with wrong letters."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", errors="replace").encode()
    return text
