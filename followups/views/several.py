"""Several at once: the ticked rows of the desk are placed on an agenda, or answered, together: all of them or none."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from concurrency.forms import VERSION, version_sent
from followups import services
from followups.forms import MeetForm, PlaceForm
from followups.models import Occurrence
from followups.permissions import may_act
from followups.selectors.agendas import alike, coming_agendas, past_agendas
from followups.selectors.one import visible_occurrences
from followups.selectors.rows import told_of
from followups.services.adding import add_item
from followups.services.transitions import lock_occurrences
from followups.views.filling import MEET, PLACE
from followups.views.steps import BESIDE
from meetings.keys import is_key
from meetings.views.permissions import secretary_required

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows ticked, and what is to be done with them."""

    name: str
    rows: list[Occurrence]


@secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def several(request: HttpRequest) -> HttpResponse:
    """`valgt` are the keys, `goer` is dagsorden or besvaret, `tilbage` the desk's own query to go back with."""
    chosen = _chosen(request)
    if not chosen.rows:
        messages.warning(request, _("Tick the rows first."))
        return _back(request)
    if len(chosen.rows) > AT_MOST:
        messages.warning(request, _("At most %(count)d at a time.") % {"count": AT_MOST})
        return _back(request)
    form = _form(request, chosen)
    if request.method != "POST":
        return _page(request, chosen, form)
    if not form.is_valid():
        return _page(request, chosen, form, status=422)
    try:
        with transaction.atomic():
            _place(request, chosen, form) if chosen.name == PLACE else _meet(request, chosen, form)
    except services.Refused as refused:
        if refused.code == "gone":
            messages.warning(request, str(refused))
            return _back(request)
        if refused.code == "changed":
            return _meanwhile(request, chosen, form)
        beside = BESIDE.get(refused.code)
        form.add_error(beside if beside in form.fields else None, str(refused))
        return _page(request, chosen, form, status=422)
    count = len(chosen.rows)
    text = (
        ngettext("%(count)d stands on the agenda now.", "%(count)d stand on the agenda now.", count)
        if chosen.name == PLACE
        else ngettext("%(count)d is answered now.", "%(count)d are answered now.", count)
    )
    messages.success(request, text % {"count": count})
    return _back(request)


def _chosen(request: HttpRequest) -> Chosen:
    """Every one ticked must be there to be read and seen to by the viewer."""
    asked = request.POST if request.method == "POST" else request.GET
    name, keys = asked.get("goer", ""), set(asked.getlist("valgt"))
    if name not in (PLACE, MEET) or not all(map(is_key, keys)):
        raise Http404
    rows = list(visible_occurrences(request.viewer).filter(pk__in=list(keys)[: AT_MOST + 1]).in_time())
    if len(rows) < min(len(keys), AT_MOST + 1) or not all(may_act(request.viewer, row) for row in rows):
        raise Http404
    return Chosen(name, rows)


def _form(request: HttpRequest, chosen: Chosen) -> Form:
    viewer, today, data = request.viewer, request.today, request.POST if request.method == "POST" else None
    bodies = {row.body_id for row in chosen.rows}
    if chosen.name == PLACE:
        form = PlaceForm(data)
        new_in = [body for body in bodies if viewer.manages(body)]
        form.fields["item"].offer(coming_agendas(bodies, viewer, today=today), new_in=new_in)
        return form
    form, asked = MeetForm(data), [row.item for row in chosen.rows]
    since = min(item.meeting.date for item in asked)
    agendas = past_agendas(bodies, viewer, today=today, since=since)
    form.fields["item"].offer(agendas, first=alike(asked, viewer, today=today), none=_("outside a meeting"))
    return form


def _place(request: HttpRequest, chosen: Chosen, form: Form) -> None:
    """On the item chosen; where a new one was, each on an item of its own case."""
    field, wanted, given = form.fields["item"], form.cleaned_data["item"], _given(request, chosen, form)
    if wanted in field.items:
        services.place_all(occurrences=chosen.rows, item=field.items[wanted], **given)
        return
    lock_occurrences([row.pk for row in chosen.rows], also=[field.meetings[wanted].body_id])  # all their bodies at once
    made = [(row, add_item(occurrence=row, meeting=field.meetings[wanted])) for row in chosen.rows]
    for row, item in made:
        services.place_all(occurrences=[row], item=item, **given)


def _meet(request: HttpRequest, chosen: Chosen, form: Form) -> None:
    item = form.fields["item"].items.get(form.cleaned_data["item"])
    on = item.meeting.date if item else form.cleaned_data["on"]
    services.meet_all(occurrences=chosen.rows, item=item, on=on, **_given(request, chosen, form))


def _given(request: HttpRequest, chosen: Chosen, form: Form) -> dict[str, Any]:
    versions = {row.pk: version_sent(request, f"{VERSION}-{row.pk}") for row in chosen.rows}
    known = {key: version for key, version in versions.items() if version is not None}
    return {"by": request.user, "now": request.now, "why": form.cleaned_data["why"], "versions": known}


def _meanwhile(request: HttpRequest, chosen: Chosen, form: Form) -> HttpResponse:
    messages.warning(request, _("Somebody has done something about one of them since you opened the page. Look them through once more."))
    return _page(request, chosen, form, status=409)


def _page(request: HttpRequest, chosen: Chosen, form: Form, status: int = 200) -> HttpResponse:
    context = {
        "chosen": chosen,
        "rows": told_of([row.pk for row in chosen.rows], request.viewer),
        "form": form,
        "bodies": {row.body_id for row in chosen.rows},
        "back": _query(request),
        "today": request.today,
    }
    return render(request, "followups/several.html", context, status=status)


def _query(request: HttpRequest) -> str:
    return (request.POST if request.method == "POST" else request.GET).get("tilbage", "")[:1000]


def _back(request: HttpRequest) -> HttpResponse:
    query = _query(request)
    return redirect(f"{reverse('desk')}?{query}" if query else reverse("desk"))
