"""One thing that is waited for: its sentence, what was before it, what was done about it, and the forms of those who see to it."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.login_first import login_first
from cases.access import Actor
from followups import services
from followups.access import get_occurrence
from followups.models import Occurrence, Proposal
from followups.permissions import is_told_why, may_act
from followups.selectors.occurrence_history import OccurrenceHistory, history_of, proposals_for, shown_instead
from followups.views.actions import forms_of
from meetings.forms.period import PHRASE_CHARACTERS
from meetings.models import AgendaItem
from meetings.typed_periods import days_of_body, read_typed_period


@require_safe
def occurrence(request: HttpRequest, pk: int) -> HttpResponse:
    """For whoever may read the item. Of a closed one the reading is logged."""
    return page(request, get_occurrence(request, pk))


@login_first
@require_safe
def period(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the days of a phrase of time, counted from today: `?udskudt-phrase=i slutningen af 2019`."""
    found = get_occurrence(request, pk, act=True, shows=False)
    text = next((value for name, value in request.GET.items() if name.endswith("phrase")), "")[:PHRASE_CHARACTERS]
    phrase = read_typed_period(text, request.today, days_of_body(found.body_id, request.today)) if text.strip() else None
    return render(request, "partials/period.html", {"phrase": phrase})


def page(request: HttpRequest, found: Occurrence, *, name: str = "", form: Form | None = None, status: int = 200) -> HttpResponse:
    """The page; with the form `name` open, which is `form` when it has been sent and was not good."""
    actor, today = request.actor, request.today
    acts = may_act(actor, found)
    forms = forms_of(found, actor, today=today) if acts and found.is_open else {}
    if form and name in forms:
        forms[name] = form
    life = history_of(found, actor)
    context = {
        "occurrence": found,
        "life": life,
        "instead": shown_instead(found, actor),
        "forms": forms,
        "open": name,
        "acts": acts,
        "told_why": is_told_why(actor, found),
        "proposals": list(proposals_for(actor).filter(occurrence=found)) if acts and found.is_open else [],
        "rejected": list(proposals_for(actor, Proposal.State.REJECTED).filter(occurrence=found)) if acts and found.is_open else [],
        "left": _left(found, life, actor) if acts else None,
        "today": today,
    }
    return render(request, "followups/occurrence.html", context, status=status)


def _left(found: Occurrence, life: OccurrenceHistory, actor: Actor) -> AgendaItem | None:
    """The empty item that it was just taken off, for whoever sees to that agenda."""
    item = services.item_left(found, life.steps)
    return item if item and actor.manages(item.body_id) else None
