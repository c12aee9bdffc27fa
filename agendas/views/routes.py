"""The planned route of a matter, for those who manage a body of it. Others get 404."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from agendas.access import get_matter_to_route, get_route_change
from agendas.exceptions import AgendaRefused
from agendas.forms.routes import StopForm, stop_forms, stops_of
from agendas.route_presenters import told_steps
from agendas.routes import Stop
from agendas.selectors.routes import RouteWay, ways_of
from agendas.selectors.usual_routes import proposed_stops
from agendas.services.routes import plan_route, undo_route_change
from cases.models import Matter
from concurrency.forms import version_sent
from meetings.models import AgendaItem, Body
from meetings.params import is_key
from meetings.typed_periods import TypedPeriod, days_of_body, read_typed_period


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def route(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan beside the way taken, and the form of the plan. `fortryd` takes the latest change of it back."""
    matter = get_matter_to_route(request, pk)
    way = ways_of([matter.pk], request.actor, today=request.today).get(matter.pk)
    if request.method != "POST":
        stops = _stops(way) or proposed_stops(matter, request.actor)
        return _page(request, matter, way, _forms(request, stops))
    if "fortryd" in request.POST:
        return _undo(request, matter)
    filled = _forms(request, _stops(way), request.POST)
    if [form for form in filled if not form.is_valid()]:  # all are asked, so that each says what is wrong
        return _page(request, matter, way, filled, status=422)
    stops = stops_of(filled)
    if way is None and not stops:
        messages.warning(request, _("Choose the bodies of the route."))
        return _page(request, matter, way, filled, status=422)
    try:
        plan_route(
            matter=matter,
            stops=stops,
            actor=request.actor,
            by=request.user,
            now=request.now,
            version=version_sent(request),
        )
    except AgendaRefused as refused:
        messages.warning(request, str(refused))
        return _page(request, matter, way, filled, status=422)
    messages.success(request, _("The route is saved."))
    return redirect("route", pk=matter.pk)


def _undo(request: HttpRequest, matter: Matter) -> HttpResponse:
    key = request.POST["fortryd"]
    if not is_key(key):
        raise Http404
    change = get_route_change(request, matter, int(key))
    try:
        undo_route_change(change=change, by=request.user, now=request.now)
    except AgendaRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("The route is as it was before."))
    return redirect("route", pk=matter.pk)


def _page(request: HttpRequest, matter: Matter, way: RouteWay | None, filled: Sequence[StopForm], status: int = 200) -> HttpResponse:
    items = AgendaItem.objects.visible_to(request.actor).filter(matter=matter).select_related("case").order_by("meeting__date", "pk")
    changes = list(way.route.changes.select_related("by", "undone_by")) if way else []
    context = {
        "matter": matter,
        "item": items.last(),
        "steps": told_steps(way) if way else [],
        "forms": filled,
        "version": way.route.version if way else 0,
        "changes": changes,
        "latest": next((change for change in changes if not change.undone_at), None),
    }
    return render(request, "agendas/route.html", context, status=status)


def _stops(way: RouteWay | None) -> list[Stop]:
    return [step.stop for step in way.steps if step.stop] if way else []


def _forms(request: HttpRequest, stops: Sequence[Stop], data=None) -> list[StopForm]:
    def read(words: str, body: int) -> TypedPeriod:
        return read_typed_period(words, request.today, days_of_body(body, request.today))

    return stop_forms(stops, Body.objects.with_meetings(), read=read, data=data)
