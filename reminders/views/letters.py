"""The pages of a letter, for the apps whose deadlines are written about: each guards them, and says what the letter is about and where it belongs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from concurrency.forms import version_sent
from concurrency.transitions import Transition
from meetings.views.attachments import attachment
from reminders.letters import writing
from reminders.letters.about import About
from reminders.letters.forms import LetterForm
from reminders.letters.pdf import letter_pdf
from reminders.models import Letter

Way = Letter.Way
Record = Callable[[Letter, int], object]  # writes the step, given the version that the form was opened with


@dataclass(frozen=True, slots=True)
class LetterContext:
    """The context of a letter: the page of the `row` that it is about, what that is called, its list, and the address of a letter's page."""

    row: Model
    label: str
    list: str
    list_text: str
    letter: Callable[[int], str]


def write_letter(request: HttpRequest, about: About, around: LetterContext, *, record: Record, refusal: type[Exception]) -> HttpResponse:
    """The form, and what came of it: `way` names its button. The row is held, with `about` as it is then. Sent twice it makes one letter."""
    way = request.POST.get("way", "") if request.method == "POST" else Way.MAIL
    if way not in Way.values:
        return HttpResponseBadRequest()
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        about=about,
        contacts=about.contacts(),
        why_no_mail=about.why_no_mail or ("" if settings.SENDS_MAIL else "no_server"),
        way=way,
        today=request.today,
    )
    if not form.is_bound or not form.is_valid():
        return _form_page(request, about, around, form, status=422 if form.is_bound else 200)
    opened_with = version_sent(request) or 0
    said = {"about": about, "values": form.values, "by": request.user}
    try:
        letter = writing.write(**said, record=lambda letter: record(letter, opened_with), now=request.now)
    except refusal as refused:
        letter = writing.same_letter(**said)
        if letter is None:
            messages.warning(request, str(refused))
            return _form_page(request, about, around, form, status=409)
    messages.success(request, _DONE[letter.way]())
    return redirect(around.letter(letter.pk))


def show_letter(request: HttpRequest, letter: Letter, around: LetterContext, *, step: Transition, undo: str, key: str) -> HttpResponse:
    """The letter as it was written, and what became of it. `undo` is the address that takes the `step` back, `key` its name there."""
    may_undo = not step.undone_at and letter.can_be_taken_back
    context = {"letter": letter, "around": around, "step": step, "undo": undo if may_undo else "", "key": key}
    context["attempts"] = letter.mail.history.all() if letter.is_mailed else []
    return render(request, "reminders/letter.html", context)


def letter_file(letter: Letter) -> HttpResponse:
    """The letter as PDF. Its name tells nothing of what it is about."""
    return attachment(letter_pdf(letter), name=f"brev-{letter.pk}.pdf", content_type="application/pdf")


def _form_page(request: HttpRequest, about: About, around: LetterContext, form: LetterForm, *, status: int) -> HttpResponse:
    context = {"about": about, "around": around, "form": form, "has_address": bool(form.contacts)}
    return render(request, "reminders/letter_form.html", context, status=status)


_DONE = {
    Way.MAIL: lambda: _("The mail is on its way. As long as it has not left, it can be withdrawn here."),
    Way.POST: lambda: _("The letter is noted as sent by post. Print it here."),
    Way.HAND: lambda: _("It is noted."),
}
