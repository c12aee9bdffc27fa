"""The files of an agenda's item: added, called otherwise, closed one by one and removed by those who manage the body; fetched by whoever may read them."""

import logging

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.login_first import login_first
from agendas.access import get_agenda, get_attachment, get_planned_item
from agendas.exceptions import AgendaRefused
from agendas.file_kinds import content_type
from agendas.forms.attachments import NewFilesForm, file_forms
from agendas.services import attachments
from agendas.views.board import answer_gone
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting

log = logging.getLogger(__name__)
ADD, CHANGE = "tilfoej", "gem"


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Adds files, or changes those that are there, by the button that was pressed."""
    meeting, row = _fetched(request, pk, item)
    if row is None:
        return answer_gone(request, pk)
    if request.method != "POST":
        return _page(request, meeting, row)
    return _add(request, meeting, row) if ADD in request.POST else _change(request, meeting, row)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, pk: int, item: int, file: int) -> HttpResponse:
    """Asks first; it can be taken back on the agenda's page. One that is removed already is told so."""
    meeting, row = _fetched(request, pk, item)
    if row is None:
        return answer_gone(request, pk)
    found = next((one for one in row.readable_attachment_files if one.pk == file), None)
    if found is None:
        if not attachments.was_removed(item=row, key=file):
            raise Http404
        messages.info(request, _("The file has been removed already. You can undo that on the agenda."))
        return redirect("agenda-files", pk=pk, item=item)
    if request.method != "POST":
        return render(request, "agendas/remove_file.html", {"meeting": meeting, "item": row, "file": found})
    try:
        attachments.remove_attachment(file=found, by=request.user, now=request.now)
    except AgendaRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("“%(title)s” is removed. You can undo that on the agenda.") % {"title": found.title})
    return redirect("agenda-files", pk=pk, item=item)


@require_safe
def fetch(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, to be saved and never shown here."""
    kept = get_attachment(request, pk)
    try:
        content = kept.file.open("rb")
    except OSError as error:
        log.error("the file of attachment %s cannot be opened", kept.pk)
        raise Http404 from error
    answer = FileResponse(content, as_attachment=True, filename=kept.file_name, content_type=content_type(kept.file_name))
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _fetched(request: HttpRequest, pk: int, item: int) -> tuple[Meeting, AgendaItem | None]:
    meeting = get_agenda(request, pk, manage=True)
    return meeting, get_planned_item(request, meeting, item, "attachment_files")


def _add(request: HttpRequest, meeting: Meeting, row: AgendaItem) -> HttpResponse:
    form = NewFilesForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            made = attachments.attach(item=row, **form.cleaned_data, by=request.user, now=request.now)
        except AgendaRefused as refused:
            form.add_error(None, str(refused))
        else:
            said = ngettext("%(count)d file has been added.", "%(count)d files have been added.", len(made))
            messages.success(request, said % {"count": len(made)} if made else _("The files were there already."))
            return redirect("agenda-files", pk=meeting.pk, item=row.pk)
    return _page(request, meeting, row, new=form, status=422)


def _change(request: HttpRequest, meeting: Meeting, row: AgendaItem) -> HttpResponse:
    with holding(bodies_of(meeting)):
        meeting, row = _fetched(request, meeting.pk, row.pk)
        if row is None:
            return answer_gone(request, meeting.pk)
        forms = file_forms(row.readable_attachment_files, request.POST)
        forms = [form for form in forms if form.add_prefix("title") in request.POST]
        if [form for form in forms if not form.is_valid()]:  # all are asked, so that each says what is wrong
            return _page(request, meeting, row, forms=forms, status=422)
        titles = {form.row.pk: form.cleaned_data["title"] for form in forms}
        closed = {form.row.pk for form in forms if form.cleaned_data["closed"]}
        try:
            attachments.change_attachments(item=row, titles=titles, closed=closed, by=request.user, now=request.now)
        except AgendaRefused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, _("The attachments are saved."))
    return redirect("agenda-files", pk=meeting.pk, item=row.pk)


def _page(request: HttpRequest, meeting: Meeting, row: AgendaItem, *, new=None, forms=None, status: int = 200) -> HttpResponse:
    context = {
        "meeting": meeting,
        "item": row,
        "new": new or NewFilesForm(),
        "forms": file_forms(row.readable_attachment_files) if forms is None else forms,
        "form": new,
    }
    return render(request, "agendas/files.html", context, status=status)
