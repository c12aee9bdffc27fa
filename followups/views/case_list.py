"""The list of expected cases (sagsstyringsliste) of a body: as a page, as PDF and as a Word document, for whoever asks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from followups.lists.facts import ExpectedCases
from followups.lists.outline import outline
from followups.lists.pdf import pdf_bytes
from followups.lists.word import docx_bytes
from followups.selectors.case_list import case_list
from meetings.models import Body

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """`?organ=` chooses the body; else it is the viewer's own first one, and those who have none choose."""
    viewer = request.viewer
    bodies = list(Body.objects.with_meetings())
    chosen = next((body for body in bodies if body.slug == request.GET.get("organ")), None)
    body = chosen or next((body for body in bodies if body.pk in viewer.sits_on | viewer.serves), None)
    context = {"bodies": bodies, "body": body, "outline": outline(case_list(body, viewer, today=request.today)) if body else None}
    return _kept_nowhere(render(request, "followups/case_list.html", context))


@require_safe
def as_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, pdf_bytes, "application/pdf", "pdf")


@require_safe
def as_word(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, docx_bytes, WORD, "docx")


def _file(request: HttpRequest, slug: str, made: Callable[[ExpectedCases], bytes], content_type: str, suffix: str) -> HttpResponse:
    body = get_object_or_404(Body.objects.with_meetings(), slug=slug)
    response = HttpResponse(made(case_list(body, request.viewer, today=request.today)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="sagsstyringsliste-{body.slug}-{request.today:%Y-%m-%d}.{suffix}"'
    return _kept_nowhere(response)


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    """The next one who asks may read more, or less."""
    response["Cache-Control"] = "private, no-store"
    return response
