"""Agendas, minutes and extracts as files, and a meeting to be printed from the browser."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from cases.access import PUBLIC
from documents.model import Document, cleaned
from documents.pdf import pdf_bytes
from documents.word import docx_bytes
from meetings.views.attachments import PDF, WORD, attachment
from papers.access import get_agenda, get_extract, get_minutes
from papers.meeting_papers import agenda_document, extract_document, minutes_document
from papers.values import PaperMeeting


@require_safe
def agenda(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """The agenda as PDF or Word."""
    meeting = get_agenda(_for_its_reader(request), pk)
    return _file(agenda_document(meeting), meeting, "dagsorden", suffix, is_draft=not meeting.agenda_is_sent)


@require_safe
def minutes(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """The minutes as PDF or Word."""
    meeting = get_minutes(_for_its_reader(request), pk)
    return _file(minutes_document(meeting), meeting, "referat", suffix, is_draft=not meeting.minutes_are_out)


@require_safe
def extract(request: HttpRequest, pk: int) -> HttpResponse:
    """The extract of the minutes of one item (protokoludskrift)."""
    meeting, item = get_extract(_for_its_reader(request), pk)
    document, is_draft = extract_document(meeting, item), not meeting.minutes_are_out
    return _file(document, meeting, "protokoludskrift", "pdf", number=item.number, is_draft=is_draft)


@require_safe
def print_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes, for whoever has them, else the agenda, to be printed from the browser; `?vis=dagsorden` is the agenda in any case."""
    request = _for_its_reader(request)
    try:
        if request.GET.get("vis") == "dagsorden":
            raise Http404
        document = minutes_document(get_minutes(request, pk))
    except Http404:
        document = agenda_document(get_agenda(request, pk))
    return render(request, "papers/print.html", {"document": cleaned(document), "pk": pk})


def _for_its_reader(request: HttpRequest) -> HttpRequest:
    """With `?udgave=offentlig` the paper is the one that everybody has, for whoever may read more as well."""
    if request.GET.get("udgave") == "offentlig":
        request.actor = PUBLIC
    return request


def _file(document: Document, meeting: PaperMeeting, kind: str, suffix: str, *, is_draft: bool, number: str = "") -> HttpResponse:
    """The name of the file says so when it is a draft or has more in it than everybody may read, so that it is not sent on by mistake."""
    marks = ["kladde" if is_draft else "", "medlemsudgave" if meeting.has_hidden else ""]
    name = "-".join(filter(None, [kind, meeting.slug, f"{meeting.date:%Y-%m-%d}", slugify(number), *marks]))
    made, content_type = (pdf_bytes, PDF) if suffix == "pdf" else (docx_bytes, WORD)
    return attachment(made(document, day=meeting.date), name=f"{name}.{suffix}", content_type=content_type)
