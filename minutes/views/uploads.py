"""The upload page: files in, and what has become of those that came before."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cases.access import Actor
from meetings.paging import page_of
from minutes import services, tasks
from minutes.forms.upload import UploadForm
from minutes.models import Import
from minutes.views.permissions import import_permission_required

NOT_YET_READ = (Import.State.WAITING, Import.State.READING)


@import_permission_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_list(request: HttpRequest) -> HttpResponse:
    """The imports, newest first; with `?vis=til-gennemsyn` those that wait for the secretary. htmx asks for the rows alone, again and again while one of them has not been read."""
    if request.method == "POST":
        _receive_all(request)
        return redirect("import-list")
    imports, only_waiting = _imports(request.actor), request.GET.get("vis") == "til-gennemsyn"
    page = page_of(imports.filter(state=Import.State.REVIEW) if only_waiting else imports, request.GET.get("side"))
    context = {
        "page": page,
        "only_waiting": only_waiting,
        "unread": sum(row.state in NOT_YET_READ for row in page.rows),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "most_bytes": settings.MINUTES_MAX_UPLOAD_BYTES,
    }
    asks_for_rows = request.htmx and not request.htmx.history_restore_request
    response = render(request, "minutes/rows.html" if asks_for_rows else "minutes/list.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _imports(actor: Actor):
    return (
        Import.objects.visible_to(actor)
        .select_related("document__uploaded_by", "meeting__body")
        .defer("reading", "other_reading", "corrected", "before", "after", "created")
        .order_by("-pk")
    )


def _receive_all(request: HttpRequest) -> None:
    """Keep every file that can be kept, each on its own, and say what became of them."""
    received, refused, again = [], [], {}
    for upload in request.FILES.getlist("files"):
        form = UploadForm(files={"file": upload})
        if not form.is_valid():
            refused.append((upload.name, form.complaint))
            continue
        data = form.cleaned_data["file"]
        try:
            import_, is_new = services.receive(data=data, name=upload.name, by=request.user, now=request.now)
        except services.ImportRefused as error:
            refused.append((upload.name, str(error)))
            continue
        if is_new:
            received.append(import_.pk)
        else:
            again[import_.pk] = (upload.name, import_)
    tasks.read_import.delay_each_on_commit(received)
    if received:
        text = ngettext(
            "%(count)d file has been received. It is read in a moment, and the list shows when it is ready.",
            "%(count)d files have been received. They are read in a moment, and the list shows when they are ready.",
            len(received),
        )
        messages.success(request, text % {"count": len(received)})
    if again:
        messages.info(request, _come_before(again, request.actor))
    if refused:
        lines = format_html_join("", "<br>{}: {}", refused)
        messages.error(request, format_html("{}{}", _("Not received:"), lines))
    if not (received or again or refused):
        messages.error(request, _("Choose at least one file."))


def _come_before(again: dict[int, tuple[str, Import]], actor: Actor):
    """A line for each, with a link to the import for those who may see it."""
    seen = set(Import.objects.visible_to(actor).filter(pk__in=again).values_list("pk", flat=True))
    lines = []
    for pk, (name, import_) in again.items():
        state = import_.get_state_display()
        if pk in seen:
            lines.append(format_html('<br><a href="{}">{}</a> ({})', import_.get_absolute_url(), name, state))
        else:
            lines.append(format_html("<br>{} ({})", name, _("by a colleague")))
    said = ngettext("The file has come before. Nothing was changed:", "The files have come before. Nothing was changed:", len(again))
    return format_html("{}{}", said, format_html_join("", "{}", ((line,) for line in lines)))
