"""Hvad venter vi på? What bodies have asked for and been promised, and the hearings that run, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followups.models import Occurrence
from followups.selectors.hearings import running_hearings
from followups.selectors.occurrences import presenters_of
from followups.selectors.paging import is_cut, page_in_time
from followups.views.body_choice import choice_of


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Shows overdue occurrences first, then the others by time, those without a date last."""
    actor, today = request.actor, request.today
    choice = choice_of(request, actor.sits_on | actor.managed_bodies)
    rows = Occurrence.objects.visible_to(actor).without_duplicates(actor).open().counting()
    page = page_in_time(rows, choice.keys, request.GET.get("side"))
    context = {
        "choice": choice,
        "page": page.holding(presenters_of(page.rows, actor)),
        "is_cut": is_cut(page),
        "hearings": running_hearings(actor, choice.keys, today=today) if page.number == 1 else [],
        "has_desk": actor.manages_any,
        "today": today,
    }
    return render(request, "followups/waiting.html", context)
