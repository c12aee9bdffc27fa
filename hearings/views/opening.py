"""A hearing entered by hand, and what is corrected about one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hearings import services
from hearings.forms import BodyForm, HearingForm
from hearings.models import Hearing
from hearings.views.access import back_to, served_bodies, those_who_serve
from meetings.keys import is_key
from meetings.models import AgendaItem, Body


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, with the item that tells of the hearing in `?punkt=12`. For those who serve a body; others get 404."""
    item = _item(request)
    bodies = Body.objects.filter(pk=item.body_id) if item else served_bodies(request.viewer)
    if not bodies.exists():
        raise Http404
    asked = request.POST if request.method == "POST" else None
    whose = BodyForm(asked, bodies=bodies, initial={"body": item.body_id if item else None})
    initial = {"subject": item.title} if item else {"received_on": request.today}
    form = HearingForm(asked, item=item, initial=initial)
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
    response = render(request, "hearings/new.html", context)
    add_never_cache_headers(response)
    return response


@those_who_serve
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    form = HearingForm(request.POST if request.method == "POST" else None, instance=hearing)
    if form.is_bound and form.is_valid():
        services.correct_hearing(hearing=hearing, values=form.values, by=request.user, now=request.now)
        messages.success(request, _("The hearing has been corrected."))
        return back_to(hearing)
    context = {"heading": _("Correct the hearing"), "hearing": hearing, "form": form}
    return render(request, "hearings/correct.html", context)


def _item(request: HttpRequest) -> AgendaItem | None:
    key = request.GET.get("punkt", "")
    if not key:
        return None
    if not is_key(key):
        raise Http404
    item = get_object_or_404(AgendaItem.objects.visible_to(request.viewer).select_related("body", "meeting"), pk=int(key))
    if not request.viewer.serves_body(item.body_id):
        raise Http404
    return item
