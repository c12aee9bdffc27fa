"""Originals, as they came, to those who may open them."""

import logging
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from accounts.login_first import login_first
from meetings.models import Document
from minutes.access import get_original

log = logging.getLogger(__name__)

CONTENT_TYPES = {
    Document.Format.PDF: "application/pdf",
    Document.Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Document.Format.TXT: "text/plain; charset=utf-8",
}
OPENS_IN_THE_BROWSER = {Document.Format.PDF, Document.Format.TXT}


@login_first
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The file. An original holds closed items whole, so opening it is logged as reading them, in the register or not."""
    original = get_original(request, pk)
    try:
        content = original.file.open("rb")
    except OSError as error:
        log.error("the file of document %s cannot be opened", original.pk)
        raise Http404 from error
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
    return response


def _as_utf8(text: bytes) -> bytes:
    """Old text files are in the Windows alphabet, which browsers would show with wrong letters."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", errors="replace").encode()
    return text
