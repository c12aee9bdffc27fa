"""Several at once: the ticked rows of the desk are placed on an agenda, or answered, together: all of them or none."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from followups import services
from followups.forms import MeetForm, PlaceForm
from followups.models import Occurrence, Step
from followups.selectors.agendas import alike, coming_agendas, past_agendas
from followups.selectors.one import visible_occurrences
from followups.selectors.rows import told_of
from followups.services.adding import add_item
from followups.services.stepping import locked
from followups.serving import may_act
from followups.views.desk import those_who_serve
from followups.views.filling import MEET, PLACE
from followups.views.steps import BESIDE
from meetings.keys import is_key

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows ticked, what is to be done with them, and `stamp`, which tells whether anything has been done to them since."""

    name: str
    rows: list[Occurrence]
    stamp: str


@those_who_serve
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
            locked([row.pk for row in chosen.rows])
            is_stale = _stamp(chosen.rows) != request.POST.get("set")
            steps = _place(request, chosen, form) if chosen.name == PLACE else _meet(request, chosen, form)
            transaction.set_rollback(is_stale and bool(steps))
    except services.Refused as refused:
        if refused.code == "gone":
            messages.warning(request, str(refused))
            return _back(request)
        beside = BESIDE.get(refused.code)
        form.add_error(beside if beside in form.fields else None, str(refused))
        return _page(request, chosen, form, status=422)
    if is_stale and steps:
        messages.warning(
            request, _("Somebody has done something about one of them since you opened the page. Look them through once more.")
        )
        return _page(request, chosen, form, status=409)
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
    return Chosen(name, rows, _stamp(rows))


def _stamp(rows: list[Occurrence]) -> str:
    done = Step.objects.filter(occurrence__in=[row.pk for row in rows]).aggregate(all=Count("pk"), undone=Count("undone_at"))
    return f"{done['all']}-{done['undone']}"


def _form(request: HttpRequest, chosen: Chosen) -> Form:
    viewer, today, data = request.viewer, request.today, request.POST if request.method == "POST" else None
    bodies = {row.body_id for row in chosen.rows}
    if chosen.name == PLACE:
        form = PlaceForm(data)
        new_in = [body for body in bodies if viewer.serves_body(body)]
        form.fields["item"].offer(coming_agendas(bodies, viewer, today=today), new_in=new_in)
        return form
    form, asked = MeetForm(data), [row.item for row in chosen.rows]
    since = min(item.meeting.date for item in asked)
    agendas = past_agendas(bodies, viewer, today=today, since=since)
    form.fields["item"].offer(agendas, first=alike(asked, viewer, today=today), none=_("outside a meeting"))
    return form


def _place(request: HttpRequest, chosen: Chosen, form: Form) -> list[Step]:
    """On the item chosen; where a new one was, each on an item of its own case."""
    field, given = form.fields["item"], {"by": request.user, "now": request.now, "why": form.cleaned_data["why"]}
    wanted = form.cleaned_data["item"]
    if wanted in field.items:
        return services.place_all(occurrences=chosen.rows, item=field.items[wanted], **given)
    made = [(row, add_item(occurrence=row, meeting=field.meetings[wanted])) for row in chosen.rows]
    return [step for row, item in made if (step := services.place(occurrence=row, item=item, **given))]


def _meet(request: HttpRequest, chosen: Chosen, form: Form) -> list[Step]:
    data, item = form.cleaned_data, form.fields["item"].items.get(form.cleaned_data["item"])
    on = item.meeting.date if item else data["on"]
    return services.meet_all(occurrences=chosen.rows, item=item, on=on, by=request.user, now=request.now, why=data["why"])


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
