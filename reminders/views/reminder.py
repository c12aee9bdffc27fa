"""One reminder: why it comes, and what those who manage its body do about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.only_posted import only_posted
from reminders import by_hand, selectors
from reminders.access import get_reminder, known_required
from reminders.final_check import standing_deadlines
from reminders.listing import in_words
from reminders.policies import effective_policy
from reminders.wording import why_you


@known_required
@require_safe
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_reminder(request, pk)
    [listed] = in_words([found], request.actor)
    may_be_sent = listed.may_act and found.state in by_hand.CAN_BE_SENT
    stands = may_be_sent and bool(standing_deadlines([found.key], today=request.today))
    context = {
        "listed": listed,
        "is_own": found.contact.user_id == request.actor.user_id,
        "why_you": why_you(found.duty, found.body.name),
        "policy": effective_policy(found.body_id, found.kind),
        "steps": by_hand.steps_of(found),
        "attempts": selectors.attempts_of(found),
        "can_be_sent": stands,
        "is_over": may_be_sent and not stands,
        "today": request.today,
    }
    return render(request, "reminders/reminder.html", context)


@known_required
@only_posted("reminder")
def send(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_reminder(request, pk, manage=True)
    is_done = by_hand.send_now(reminder=found, by=request.user, now=request.now)
    return _answered(request, pk, is_done, _("It leaves now."))


@known_required
@only_posted("reminder")
def skip(request: HttpRequest, pk: int) -> HttpResponse:
    is_done = by_hand.skip(reminder=get_reminder(request, pk, manage=True), by=request.user, now=request.now)
    return _answered(request, pk, is_done, _("It is skipped. You can undo that here."))


@known_required
@only_posted("reminder")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    is_done = by_hand.take_back(reminder=get_reminder(request, pk, manage=True), by=request.user, now=request.now)
    return _answered(request, pk, is_done, _("It is planned again."))


def _answered(request: HttpRequest, pk: int, is_done: bool, said: str) -> HttpResponse:
    if is_done:
        messages.success(request, said)
    else:
        messages.warning(request, _("Something has happened to it meanwhile, so nothing has been changed."))
    return redirect("reminder", pk=pk)
