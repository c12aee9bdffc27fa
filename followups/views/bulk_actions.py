"""Several at once: the ticked rows of the desk are placed, answered, postponed, let go or rejected together, all of them or none."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.only_posted import only_posted
from concurrency.forms import VERSION, version_sent
from followups import services
from followups.models import Occurrence, Step
from followups.permissions import may_act
from followups.selectors.batches import batch_of
from followups.selectors.occurrence_history import visible_occurrences
from followups.selectors.occurrences import presenters_of
from followups.views.actions import ACTIONS, REJECT, Action, form_of
from followups.views.steps import BESIDE
from meetings.params import is_key
from meetings.views.permissions import secretary_required

AT_MOST = 100
LAST_STEPS = "desk_steps"  # in the session: the keys of the steps taken last, which can be taken back


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows ticked, and what is to be done with them."""

    name: str
    rows: list[Occurrence]

    @property
    def action(self) -> Action:
        return ACTIONS[self.name]


@secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def several(request: HttpRequest) -> HttpResponse:
    """`valgt` are the keys, `goer` one of `ACTIONS`, `tilbage` the desk's own query to go back with."""
    chosen = _chosen(request)
    if why_not := _why_not(request, chosen):
        messages.warning(request, why_not)
        return _back(request)
    form = form_of(chosen.name, chosen.rows, request.actor, today=request.today, data=request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, chosen, form)
    if not form.is_valid():
        return _page(request, chosen, form, status=422)
    try:
        steps = chosen.action.act(chosen.rows, form, _given(request, chosen, form))
    except services.FollowUpRefused as refused:
        return _refused(request, chosen, form, refused)
    if steps:
        request.session[LAST_STEPS] = [step.pk for step in steps]
    count = len(chosen.rows)
    messages.success(request, chosen.action.done_with(count) % {"count": count})
    return _back(request)


@secretary_required
@only_posted("desk")
def undo(request: HttpRequest) -> HttpResponse:
    """Takes back what was done last on the desk in this session, all of it or nothing."""
    batch = batch_of(request.session.get(LAST_STEPS, []), request.actor)
    if batch is None:
        messages.warning(request, _("There is nothing to take back any more."))
        return _back(request)
    try:
        services.undo_all(steps=batch.steps, by=request.user, now=request.now)
    except services.FollowUpRefused as refused:
        messages.warning(request, str(refused))
    else:
        del request.session[LAST_STEPS]
        messages.success(request, _("It has been taken back."))
        if any(step.what == Step.What.PLACED for step in batch.steps):
            messages.info(request, _("An item that was made for it stands on its agenda until it is removed there."))
    return _back(request)


def _why_not(request: HttpRequest, chosen: Chosen) -> str:
    if not chosen.rows:
        return _("Tick the rows first.")
    if len(chosen.rows) > AT_MOST:
        return _("At most %(count)d at a time.") % {"count": AT_MOST}
    if chosen.name == REJECT and not all(request.actor.manages(row.item.body_id) for row in chosen.rows):
        return _("A sentence is rejected by those who manage the body whose minutes it stands in.")
    return ""


def _chosen(request: HttpRequest) -> Chosen:
    """Every one ticked must be there to be read and seen to by the actor."""
    asked = request.POST if request.method == "POST" else request.GET
    name, keys = asked.get("goer", ""), set(asked.getlist("valgt"))
    if name not in ACTIONS or not all(map(is_key, keys)):
        raise Http404
    rows = list(visible_occurrences(request.actor).filter(pk__in=list(keys)[: AT_MOST + 1]).in_time())
    if len(rows) < min(len(keys), AT_MOST + 1) or not all(may_act(request.actor, row) for row in rows):
        raise Http404
    return Chosen(name, rows)


def _given(request: HttpRequest, chosen: Chosen, form: Form) -> dict[str, Any]:
    versions = {row.pk: version_sent(request, f"{VERSION}-{row.pk}") for row in chosen.rows}
    known = {key: version for key, version in versions.items() if version is not None}
    return {"by": request.user, "now": request.now, "why": form.cleaned_data["why"], "versions": known}


def _refused(request: HttpRequest, chosen: Chosen, form: Form, refused: services.FollowUpRefused) -> HttpResponse:
    if refused.code == "gone":
        messages.warning(request, str(refused))
        return _back(request)
    if refused.code == "changed":
        messages.warning(
            request, _("Somebody has done something about one of them since you opened the page. Look them through once more.")
        )
        return _page(request, chosen, form, status=409)
    beside = BESIDE.get(refused.code)
    form.add_error(beside if beside in form.fields else None, str(refused))
    return _page(request, chosen, form, status=422)


def _page(request: HttpRequest, chosen: Chosen, form: Form, status: int = 200) -> HttpResponse:
    bodies = {row.body_id for row in chosen.rows}
    context = {
        "chosen": chosen,
        "rows": presenters_of([row.pk for row in chosen.rows], request.actor),
        "form": form,
        "bodies": bodies,
        "occurrence": chosen.rows[0] if len(bodies) == 1 else None,  # by whose calendar a time in words is read at once
        "back": _query(request),
        "today": request.today,
    }
    return render(request, "followups/several.html", context, status=status)


def _query(request: HttpRequest) -> str:
    return (request.POST if request.method == "POST" else request.GET).get("tilbage", "")[:1000]


def _back(request: HttpRequest) -> HttpResponse:
    query = _query(request)
    return redirect(f"{reverse('desk')}?{query}" if query else reverse("desk"))
