"""Correcting an obligation, with a live reading of its phrase of time."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meetings.models import Body, Meeting
from meetings.naming import body_ids
from meetings.phraseform import PHRASE_CHARACTERS
from meetings.phrasing import Phrase, days_of_body, read_phrase
from minutes import services
from minutes.obligationforms import FORMS, ObligationForm, initial_of
from minutes.views.answering import answered
from minutes.views.obligations import card_of, row_of, those_who_serve


@those_who_serve
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """The form in the card's place for htmx, on a page of its own for everybody else; what is wrong is said beside its field."""
    found = row_of(meeting, kind, row)
    form = form_for(meeting, type(found), request.POST or None, initial=initial_of(found), prefix=f"{kind}-{row}")
    if request.method == "POST" and form.is_valid():
        values = with_body(form.values)
        services.correct(obligation=found, values=values, parties=form.parties, by=request.user, now=request.now)
        return answered(request, meeting, kind, found, _("Corrected."))
    card = card_of(request, meeting, kind, found)
    context = {"meeting": meeting, "item": found.item, "card": card, "form": form, "bodies": Body.objects.order_by("name")}
    return render(request, "obligations/correct.html" if request.htmx else "obligations/correct_page.html", context)


@those_who_serve
@require_safe
def period(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """What a phrase of time is read as, from the meeting on: `?vending=i slutningen af 2019`. A deadline is the last day of the time."""
    name, text = next(((name, value) for name, value in request.GET.items() if name == "vending" or name.endswith("phrase")), ("", ""))
    phrase = _read(text[:PHRASE_CHARACTERS], meeting) if text.strip() else None
    if phrase and name.endswith("deadline_phrase"):
        phrase = replace(phrase, first=phrase.last)
    return render(request, "obligations/period.html", {"phrase": phrase})


def form_for(meeting: Meeting, model: type, data=None, **kwargs) -> ObligationForm:
    return FORMS[model](data, read_phrase=lambda text: _read(text, meeting), **kwargs)


def _read(text: str, meeting: Meeting) -> Phrase:
    return read_phrase(text, meeting.date, days_of_body(meeting.body_id, meeting.date))


def with_body(values: dict) -> dict:
    """The values with the body that a printed name is known to mean."""
    if "body_name" not in values:
        return values
    name = values["body_name"]
    return values | {"body_id": body_ids([name]).get(name)}
