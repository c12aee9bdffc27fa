"""The list of expected cases (sagsstyringsliste) of a body: as a page, as PDF and as a Word document, for whoever asks."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.pdf import pdf_bytes
from documents.word import docx_bytes
from followups.lists.document import list_document
from followups.selectors.case_list import case_list
from meetings.lookups import body_at
from meetings.models import Body
from meetings.views.attachments import PDF, WORD, attachment


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """`?organ=` chooses the body; else it is the actor's own first one, and those who have none choose."""
    actor = request.actor
    bodies = list(Body.objects.with_meetings())
    chosen = body_at(bodies, request.GET.get("organ"))
    body = chosen or next((body for body in bodies if body.pk in actor.sits_on | actor.managed_bodies), None)
    context = {"bodies": bodies, "body": body, "document": list_document(case_list(body, actor, today=request.today)) if body else None}
    return render(request, "followups/case_list.html", context)


@require_safe
def as_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, pdf_bytes, PDF, "pdf")


@require_safe
def as_word(request: HttpRequest, slug: str) -> HttpResponse:
    return _file(request, slug, docx_bytes, WORD, "docx")


def _file(request: HttpRequest, slug: str, made: Callable[..., bytes], content_type: str, suffix: str) -> HttpResponse:
    body = body_at(Body.objects.with_meetings(), slug)
    if body is None:
        raise Http404
    content = made(list_document(case_list(body, request.actor, today=request.today)), day=request.today)
    return attachment(content, name=f"sagsstyringsliste-{body.slug}-{request.today:%Y-%m-%d}.{suffix}", content_type=content_type)
