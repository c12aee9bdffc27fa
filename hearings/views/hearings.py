"""A hearing entered by hand, and what is corrected about one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from concurrency.forms import changes
from hearings import services
from hearings.forms import BodyForm, HearingForm
from hearings.models import Hearing
from hearings.roles import role_of
from hearings.views.permissions import back_to, hearing_secretary_required, managed_bodies_of
from meetings.access import get_item
from meetings.models import AgendaItem, Body
from meetings.params import is_key


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, with the item that tells of the hearing in `?punkt=12`. For those who manage a body; others get 404."""
    item = _item(request)
    bodies = Body.objects.filter(pk=item.body_id) if item else managed_bodies_of(request.actor)
    if not bodies.exists():
        raise Http404
    asked = request.POST if request.method == "POST" else None
    whose = BodyForm(asked, bodies=bodies, initial={"body": item.body_id if item else None})
    initial = {"role": _usual_role(bodies[0])} | ({"subject": item.title} if item else {"received_on": request.today})
    form = HearingForm(asked, today=request.today, item=item, initial=initial)
    if asked is not None and all([whose.is_valid(), form.is_valid()]):
        hearing = services.open_hearing(
            body=whose.cleaned_data["body"],
            item=item,
            values=form.values,
            parties=form.cleaned_data["parties"],
            by=request.user,
            now=request.now,
        )
        messages.success(request, _("The hearing has been entered."))
        return redirect(hearing)
    context = {"heading": _("New hearing"), "whose": whose, "form": form, "item": item}
    return render(request, "hearings/new.html", context)


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    form = HearingForm(request.POST if request.method == "POST" else None, today=request.today, instance=hearing)
    if form.is_bound and form.is_valid():
        services.correct_hearing(hearing=hearing, values=changes(hearing, form.values), by=request.user, now=request.now)
        messages.success(request, _("The hearing has been corrected."))
        return back_to(hearing)
    context = {"heading": _("Correct the hearing"), "hearing": hearing, "form": form}
    return render(request, "hearings/correct.html", context)


def _usual_role(body: Body) -> str:
    """The role that `body` has in most hearings: an advisory one is consulted, any other sends out."""
    return role_of(body_is_advisory=body.kind == Body.Kind.ADVISORY, own_name_among_parties=False, has_parties=False, quote="")


def _item(request: HttpRequest) -> AgendaItem | None:
    key = request.GET.get("punkt", "")
    if not key:
        return None
    if not is_key(key):
        raise Http404
    return get_item(request, int(key), manage=True)
