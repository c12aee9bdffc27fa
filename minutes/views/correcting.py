"""Correcting an obligation, with a live reading of its phrase of time."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concurrency.forms import changes
from followups.due_rules import DueRule
from followups.due_words import parse_rule
from followups.models import FollowUp
from meetings.forms.period import PHRASE_CHARACTERS
from meetings.lookups import body_ids
from meetings.models import Body, Meeting
from meetings.typed_periods import TypedPeriod, days_of_body, read_typed_period
from minutes import services
from minutes.access import get_obligation
from minutes.forms.obligations import FORMS, ObligationForm, initial_of
from minutes.views.obligation_answers import answered
from minutes.views.obligations import card_of
from minutes.views.permissions import meeting_secretary_required


@meeting_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """The form in the card's place for htmx, on a page of its own for everybody else; what is wrong is said beside its field."""
    found = get_obligation(request, row, kind=kind, meeting=meeting)
    form = form_for(meeting, type(found), request.POST or None, row=found, initial=initial_of(found), prefix=f"{kind}-{row}")
    if request.method == "POST" and form.is_valid():
        values = changes(found, with_body(form.values))
        parties = form.parties if "named" in form.changed_data else None
        services.correct(obligation=found, values=values, parties=parties, by=request.user, now=request.now)
        return answered(request, meeting, kind, found, _("Corrected."))
    card = card_of(request, meeting, kind, found)
    context = {"meeting": meeting, "item": found.item, "card": card, "form": form, "bodies": Body.objects.order_by("name")}
    return render(request, "obligations/correct.html" if request.htmx else "obligations/correct_page.html", context)


@meeting_secretary_required
@require_safe
def period(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Answers with the reading of a phrase of time, from the meeting on: `?vending=i slutningen af 2019`. A deadline is the last day of the time.

    With `regel` it is a due rule, which may follow the next meeting or come again.
    """
    is_rule = "regel" in request.GET
    name, text = next(((name, value) for name, value in request.GET.items() if name == "vending" or name.endswith("phrase")), ("", ""))
    text = text[:PHRASE_CHARACTERS]
    if is_rule and (rule := _read_rule(text, meeting)):
        return render(request, "partials/period.html", {"rule": rule})
    phrase = _read(text, meeting) if text.strip() else None
    if phrase and name.endswith("deadline_phrase"):
        phrase = replace(phrase, first=phrase.last)
    return render(request, "partials/period.html", {"phrase": phrase})


def form_for(meeting: Meeting, model: type, data=None, **kwargs) -> ObligationForm:
    if model is FollowUp:
        kwargs["read_rule"] = lambda text: _read_rule(text, meeting)
    return FORMS[model](data, read_phrase=lambda text: _read(text, meeting), **kwargs)


def _read(text: str, meeting: Meeting) -> TypedPeriod:
    return read_typed_period(text, meeting.date, days_of_body(meeting.body_id, meeting.date))


def _read_rule(text: str, meeting: Meeting) -> DueRule | None:
    return parse_rule(text, since=meeting.date, meetings=days_of_body(meeting.body_id, meeting.date)) if text.strip() else None


def with_body(values: dict) -> dict:
    """The values with the body that a printed name is known to mean."""
    if "body_name" not in values:
        return values
    name = values["body_name"]
    return values | {"body_id": body_ids([name]).get(name)}
