"""An agenda approved by the chair, supplemented once it is out, and its versions shown again. Sending it is publishing it (`meetings`)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from agendas import services
from agendas.access import get_agenda, get_version, is_chair
from agendas.exceptions import AgendaRefused
from agendas.forms.supplements import GROUND, SupplementForm
from agendas.selectors.board import board_of
from agendas.selectors.candidates import candidates_for
from agendas.version_presenters import differences_in_words
from agendas.versions import differences
from danish.numbers import whole_number
from followups.services import FollowUpRefused


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """For the chair, and for those who manage the body and note that the chair has said yes. Asks first."""
    meeting = get_agenda(request, pk)
    manages, chairs = request.actor.manages(meeting.body_id), is_chair(request.actor, meeting, request.today)
    if not (manages or chairs):
        raise Http404
    if request.method != "POST":
        items = meeting.readable_items
        context = {
            "meeting": meeting,
            "board": board_of(meeting, items, request.actor),
            "lacking": [item for item in items if item.lacks_ground],
            "may_edit": manages,
            "is_chair": chairs,
        }
        return render(request, "agendas/approve.html", context)
    try:
        services.approve(meeting=meeting, by=request.user, now=request.now)
    except AgendaRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("The agenda is approved as it stands."))
    return redirect("agenda", pk=pk)


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def supplement(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody can read an open item of it at once, so the page says that before it is sent."""
    meeting = get_agenda(request, pk, manage=True)
    if not meeting.agenda_published_at:
        messages.warning(request, str(AgendaRefused("not_sent")))
        return redirect("agenda", pk=pk)
    found = candidates_for(meeting, request.actor, today=request.today)
    waiting = [item for item in meeting.readable_items if not item.number and not item.label]
    data = request.POST if request.method == "POST" else None
    form = SupplementForm(data, actor=request.actor, candidates=[*found.wanting, *found.standing], waiting=len(waiting))
    if data is not None and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("title", "minutes", "case", "matter", *GROUND, "reason")}
        candidate = form.by_name.get(form.cleaned_data["candidate"])
        try:
            services.send_supplement(meeting=meeting, candidate=candidate, by=request.user, now=request.now, **values)
        except (AgendaRefused, FollowUpRefused) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The supplement is out."))
            return redirect("agenda", pk=pk)
    context = {"meeting": meeting, "form": form, "waiting": waiting}
    return render(request, "agendas/supplement.html", context, status=422 if form.errors else 200)


@login_first
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The agenda as it was then, and what is different from the version `?mod=` names, else the one before."""
    meeting = get_agenda(request, pk)
    one = get_version(request, meeting, number)
    asked = whole_number(request.GET.get("mod", ""), most=32_000) or number - 1
    other = get_version(request, meeting, asked) if asked and asked != number else None
    context = {
        "meeting": meeting,
        "version": one,
        "other": other,
        "differences": differences_in_words(differences(other.rows, one.rows)) if other else [],
    }
    return render(request, "agendas/version.html", context)
