"""Letters to parties that have not answered: written, shown again, and set in type. Taking one back is taking its step back."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hearings import services
from hearings.access import get_letter_step
from hearings.exceptions import HearingRefused
from hearings.history import PARTY
from hearings.letters import about_party, may_be_reminded
from hearings.models import Hearing, HearingParty
from hearings.views.permissions import back_to, hearing_secretary_required, party_of
from reminders.models import Letter
from reminders.views.letters import LetterContext, letter_file, show_letter, write_letter


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, hearing: Hearing, party: int) -> HttpResponse:
    found = party_of(hearing, party)
    if not may_be_reminded(found, request.today):
        messages.info(request, _("No answer is waited for from %(party)s.") % {"party": found})
        return back_to(hearing, found)
    about = about_party(found, hearing, by=request.user, today=request.today)
    record = partial(_record, request, found)
    return write_letter(request, about, _around(hearing), record=record, refusal=HearingRefused)


@hearing_secretary_required
@require_safe
def letter(request: HttpRequest, hearing: Hearing, letter: int) -> HttpResponse:
    step = get_letter_step(hearing, letter)
    undo = reverse("hearing-undo", kwargs={"pk": hearing.pk})
    return show_letter(request, step.letter, _around(hearing), step=step, undo=undo, key=f"{PARTY}-{step.pk}")


@hearing_secretary_required
@require_safe
def file(request: HttpRequest, hearing: Hearing, letter: int) -> HttpResponse:
    return letter_file(get_letter_step(hearing, letter).letter)


def _record(request: HttpRequest, party: HearingParty, letter: Letter, version: int) -> None:
    versions = {party.pk: version}
    services.remind_by_letter(party=party, letter=letter, by=request.user, now=request.now, versions=versions)


def _around(hearing: Hearing) -> LetterContext:
    return LetterContext(
        row=hearing,
        label=hearing.label,
        list="hearing-list",
        list_text=_("Hearings"),
        letter=lambda pk: reverse("hearing-letter", kwargs={"pk": hearing.pk, "letter": pk}),
    )
