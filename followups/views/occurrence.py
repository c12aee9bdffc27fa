"""One thing that is waited for: its sentence, what was before it, what was done about it, and the forms of those who see to it."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from followups.models import Occurrence, Proposal
from followups.selectors.one import life_of, proposals_for, told_instead, visible_occurrences
from followups.serving import is_told_why, may_act
from followups.views.filling import forms_for
from meetings import services
from meetings.phraseform import PHRASE_CHARACTERS
from meetings.phrasing import days_of_body, read_phrase


@require_safe
def occurrence(request: HttpRequest, pk: int) -> HttpResponse:
    """For whoever may read the item. Of a closed one the reading is logged, and no browser keeps a copy."""
    return page(request, readable(request, pk))


@require_safe
def period(request: HttpRequest, pk: int) -> HttpResponse:
    """What a phrase of time is read as, from today on: `?udskudt-phrase=i slutningen af 2019`."""
    found = served(request, pk)
    text = next((value for name, value in request.GET.items() if name.endswith("phrase")), "")[:PHRASE_CHARACTERS]
    phrase = read_phrase(text, request.today, days_of_body(found.body_id, request.today)) if text.strip() else None
    return render(request, "obligations/period.html", {"phrase": phrase})


def readable(request: HttpRequest, pk: int) -> Occurrence:
    return get_object_or_404(visible_occurrences(request.viewer), pk=pk)


def served(request: HttpRequest, pk: int) -> Occurrence:
    """For those who see to it; to others there is no such page."""
    found = readable(request, pk)
    if not may_act(request.viewer, found):
        raise Http404
    return found


def page(request: HttpRequest, found: Occurrence, *, name: str = "", form: Form | None = None, status: int = 200) -> HttpResponse:
    """The page; with the form `name` open, which is `form` when it has been sent and was not good."""
    viewer, today = request.viewer, request.today
    services.log_closed_reading(items=[found.item], viewer=viewer, now=request.now)
    acts = may_act(viewer, found)
    forms = forms_for(found, viewer, today=today) if acts and found.is_open else {}
    if form and name in forms:
        forms[name] = form
    context = {
        "occurrence": found,
        "life": life_of(found, viewer),
        "instead": told_instead(found, viewer),
        "forms": forms,
        "open": name,
        "acts": acts,
        "told_why": is_told_why(viewer, found),
        "proposals": list(proposals_for(viewer).filter(occurrence=found)) if acts and found.is_open else [],
        "rejected": list(proposals_for(viewer, Proposal.State.REJECTED).filter(occurrence=found)) if acts and found.is_open else [],
        "today": today,
    }
    response = render(request, "followups/occurrence.html", context, status=status)
    if found.item.closed or acts:
        add_never_cache_headers(response)
    return response
