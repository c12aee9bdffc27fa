"""Lists and letters handed out as files."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attachment(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """The answer that saves `content` under `name`."""
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": content_disposition_header(True, name)})
