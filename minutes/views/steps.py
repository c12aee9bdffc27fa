"""The steps a secretary takes with a reading: put it in the register, discard it, take it back. Each answers with a redirect."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.only_posted import only_posted
from agendas.selectors.untreated import untreated_items
from meetings.models import Meeting
from meetings.unsettled import NotSettled, unsettled_in
from minutes import services
from minutes.access import get_import
from minutes.models import Import
from minutes.selectors import unreviewed_count
from minutes.views.diff import fingerprint
from minutes.views.permissions import import_permission_required
from minutes.views.queue import next_to_review
from minutes.views.removals import told_removals
from minutes.views.sentences import made_counted


@import_permission_required
@only_posted("import-review")
def import_apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the reading in the register, as it was shown: when the register has changed since, it is shown once more instead."""
    import_ = get_import(request, pk)
    if import_.state == Import.State.REVIEW:
        minutes = services.reading_of(import_)
        _matches, _warnings, meeting, _taken = services.look_up(minutes, import_.said)
        differences = services.differences_from_register(minutes, meeting)
        if request.POST.get("shown") != fingerprint(meeting, differences, import_):
            messages.warning(request, _("The register has changed since you opened the page. Look it through once more."))
            return redirect(import_)
        takes_all = not differences or "all" in request.POST
        accepted = None if takes_all else set(request.POST.getlist("accepted"))
        removals = services.to_confirm(differences, accepted, meeting) if accepted and meeting else []
        if removals and "confirmed" not in request.POST:
            request.readings.add(*services.closed_items(minutes, meeting))
            told = told_removals(removals, minutes)
            return render(request, "minutes/removing.html", {"import": import_, "meeting": meeting, "removals": told})
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
            confirmed="confirmed" in request.POST,
            may_be_public="public" in request.POST,
            shown=import_.version,
        )
    except (services.ImportRefused, NotSettled) as refused:
        messages.error(request, str(refused))
    else:
        if import_.applied_at == request.now:
            messages.success(request, _("%(name)s is in the register.") % {"name": import_.document.name})
            for sentence in unsettled_in(import_.meeting).sentences:
                messages.warning(request, sentence)
            _tell_untreated(request, import_.meeting)
        else:
            messages.info(request, _("%(name)s was in the register already. Nothing was changed.") % {"name": import_.document.name})
        if "next" in request.POST:
            return redirect(next_to_review(request.actor, besides=pk) or import_)
        if unreviewed_count(import_.meeting_id):
            return redirect("meeting-obligations", pk=import_.meeting_id)
    return redirect(import_)


def _tell_untreated(request: HttpRequest, meeting: Meeting) -> None:
    count = untreated_items(request.actor).filter(meeting=meeting).count()
    if count:
        said = ngettext("%(count)d item of the agenda was not treated.", "%(count)d items of the agenda were not treated.", count)
        see = format_html('<a href="{}#after-meeting">{}</a>', meeting.get_absolute_url(), _("See which"))
        messages.warning(request, format_html("{} {}", said % {"count": count}, see))


@import_permission_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; a POST leaves the reading unused. The file itself is kept."""
    import_ = get_import(request, pk)
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


@import_permission_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first, with what is about to go; a POST takes the whole import back."""
    import_ = get_import(request, pk, "meeting__body")
    if request.method != "POST":
        if import_.state != Import.State.APPLIED:
            return redirect(import_)
        return render(request, "minutes/undo.html", {"import": import_, "made": made_counted(_made(import_))})
    try:
        services.undo(import_=import_, by=request.user, now=request.now)
    except services.ImportRefused as refused:
        messages.error(request, str(refused))
    else:
        import_.refresh_from_db(fields=["undone_at"])
        if import_.undone_at == request.now:
            messages.success(request, format_html(_("The import of {} has been undone."), import_.document.name))
        else:
            messages.info(request, format_html(_("The import of {} was undone already. Nothing was changed."), import_.document.name))
    return redirect("import-list") if import_.before is None else redirect(import_)


def _made(import_: Import) -> dict[str, int]:
    """Counts the rows of the register that the import made beside the meeting, by kind: case, person, matter, body."""
    return {label.split(".")[1]: len(ids) for label, ids in import_.created.items()}
