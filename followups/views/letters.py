"""Letters to those who owe something: written, shown again, and set in type. Taking one back is taking its step back."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.login_first import login_first
from followups import services
from followups.access import get_letter_step, get_occurrence
from followups.letters import about_occurrence, may_be_reminded_of
from followups.models import Occurrence
from followups.presenters import OccurrencePresenter
from followups.services.transitions import holding_occurrences
from reminders.models import Letter
from reminders.views.letters import LetterContext, letter_file, show_letter, write_letter

LABEL_CHARACTERS = 90


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_occurrence(request, pk, act=True)
    if request.method != "POST":
        return _write(request, found)
    try:
        with holding_occurrences([pk]):
            return _write(request, get_occurrence(request, pk, act=True))
    except services.FollowUpRefused as gone:
        messages.warning(request, str(gone))
        return redirect("desk")


@login_first
@require_safe
def letter(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    found = get_occurrence(request, pk, act=True)
    step = get_letter_step(request, letter, occurrence=found)
    undo = reverse("occurrence-undo", kwargs={"pk": pk})
    return show_letter(request, step.letter, _around(found), step=step, undo=undo, key=str(step.pk))


@login_first
@require_safe
def file(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    found = get_occurrence(request, pk, act=True)
    return letter_file(get_letter_step(request, letter, occurrence=found).letter)


def _write(request: HttpRequest, found: Occurrence) -> HttpResponse:
    if not may_be_reminded_of(found):
        messages.info(request, _("Nobody owes it, or it is not waited for any more."))
        return redirect(found)
    about = about_occurrence(found, request.actor, by=request.user, today=request.today)
    record = partial(_record, request, found)
    return write_letter(request, about, _around(found), record=record, refusal=services.FollowUpRefused)


def _record(request: HttpRequest, found: Occurrence, letter: Letter, version: int) -> None:
    versions = {found.pk: version}
    services.remind_by_letter(occurrence=found, letter=letter, by=request.user, now=request.now, versions=versions)


def _around(found: Occurrence) -> LetterContext:
    told = OccurrencePresenter(found)
    return LetterContext(
        row=found,
        label=Truncator(told.text or capfirst(told.name)).chars(LABEL_CHARACTERS),  # of a closed item the text is empty
        list="waiting",
        list_text=_("What are we waiting for?"),
        letter=lambda pk: reverse("occurrence-letter", kwargs={"pk": found.pk, "letter": pk}),
    )
