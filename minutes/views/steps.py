"""The steps a secretary takes with a reading: put it in the register, discard it, take it back. Each answers with a redirect."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minutes import services
from minutes.models import Import
from minutes.selectors import unreviewed_count
from minutes.views.access import importers_only
from minutes.views.comparing import fingerprint
from minutes.views.queue import next_to_review


@importers_only
@require_POST
def import_apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the reading in the register, as it was shown: when the register has changed since, it is shown once more instead."""
    import_ = get_object_or_404(Import.objects.visible_to(request.viewer).select_related("document"), pk=pk)
    if import_.state == Import.State.REVIEW:
        minutes = services.reading_of(import_)
        _matches, _warnings, meeting, _taken = services.look_up(minutes)
        differences = services.differences_from_register(minutes, meeting)
        if request.POST.get("shown") != fingerprint(meeting, differences):
            messages.warning(request, _("The register has changed since you opened the page. Look it through once more."))
            return redirect(import_)
        takes_all = not differences or "all" in request.POST
        accepted = None if takes_all else set(request.POST.getlist("accepted"))
    else:
        accepted = None
    try:
        import_ = services.apply(
            import_=import_,
            by=request.user,
            now=request.now,
            publish="publish" in request.POST,
            accepted=accepted,
            clean="clean" in request.POST,
        )
    except services.Refused as refused:
        messages.error(request, str(refused))
    else:
        if import_.applied_at == request.now:
            messages.success(request, _("%(name)s is in the register.") % {"name": import_.document.name})
        else:
            messages.info(request, _("%(name)s was in the register already. Nothing was changed.") % {"name": import_.document.name})
        if "next" in request.POST:
            return redirect(next_to_review(request.viewer, besides=pk) or import_)
        if unreviewed_count(import_.meeting_id):
            return redirect("meeting-obligations", pk=import_.meeting_id)
    return redirect(import_)


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def import_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; a POST leaves the reading unused. The file itself is kept."""
    import_ = get_object_or_404(Import.objects.visible_to(request.viewer).select_related("document"), pk=pk)
    if request.method != "POST":
        can_be = import_.state in services.CAN_BE_DISCARDED
        return render(request, "minutes/discard.html", {"import": import_}) if can_be else redirect(import_)
    services.discard(import_=import_)
    import_.refresh_from_db(fields=["state"])
    if import_.state != Import.State.DISCARDED:
        messages.warning(request, _("The import can no longer be discarded."))
        return redirect(import_)
    text = _("%(name)s has been discarded. Upload the file again to have it read anew.")
    messages.success(request, text % {"name": import_.document.name})
    return redirect("import-list")


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first, with what is about to go; a POST takes the whole import back."""
    imports = Import.objects.visible_to(request.viewer).select_related("document", "meeting__body")
    import_ = get_object_or_404(imports, pk=pk)
    if request.method != "POST":
        if import_.state != Import.State.APPLIED:
            return redirect(import_)
        return render(request, "minutes/undo.html", {"import": import_, "made": _made(import_)})
    try:
        services.undo(import_=import_, by=request.user, now=request.now)
    except services.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, format_html(_("The import of {} has been undone."), import_.document.name))
    return redirect("import-list") if import_.before is None else redirect(import_)


def _made(import_: Import) -> dict[str, int]:
    """How many rows of the register the import made beside the meeting, by kind: case, person, matter, body."""
    return {label.split(".")[1]: len(ids) for label, ids in import_.created.items()}
