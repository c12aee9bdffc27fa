"""The steps taken with one occurrence. Each answers with a redirect to its page, or with the page and what was wrong."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from followups import services
from followups.models import Occurrence, Step
from followups.selectors.one import life_of
from followups.services.adding import add_item
from followups.services.stepping import locked
from followups.views.filling import DROP, MEET, PLACE, POSTPONE, form_for
from followups.views.occurrence import page, served
from meetings.keys import is_key
from meetings.models import AgendaItem

Taken = Step | None
# Beside which field a refusal is said; the others are about the whole form.
BESIDE = {"older": "on", "not_yet": "on", "same_item": "item", "meeting_cancelled": "item", "days_in_disorder": "last"}


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The page with that form open, or what came of sending it."""
    found = served(request, pk)
    if request.method != "POST":
        return page(request, found, name=name)
    form = form_for(name, found, request.viewer, today=request.today, data=request.POST)
    if not form.is_valid():
        return page(request, found, name=name, form=form, status=422)
    act, said = _ACTS[name]
    is_stale, refused = False, None
    try:
        with transaction.atomic():
            locked([pk])
            is_stale = life_of(found, request.viewer).stamp != request.POST.get("set")
            taken = act(found, form, request.user, request.now)
            transaction.set_rollback(bool(taken) and is_stale)
    except services.Refused as raised:
        taken, refused = None, raised
    if refused and refused.code == "gone":
        return _gone(request, refused)
    if is_stale and (taken or refused):
        return _meanwhile(request, found, name, form)
    if refused:
        beside = BESIDE.get(refused.code)
        form.add_error(beside if beside in form.fields else None, str(refused))
        return page(request, found, name=name, form=form, status=422)
    messages.success(request, str(said))
    return redirect(found)


@require_POST
def unplace(request: HttpRequest, pk: int) -> HttpResponse:
    found = served(request, pk)
    return _answered(
        request, found, lambda: services.unplace(occurrence=found, by=request.user, now=request.now), _("Taken off the agenda.")
    )


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the step named by the button back."""
    found, key = served(request, pk), request.POST.get("trin", "")
    if not is_key(key):
        raise Http404
    taken = get_object_or_404(Step, pk=int(key), occurrence=found)
    return _answered(
        request, found, lambda: services.undo(step=taken, by=request.user, now=request.now), _("The step has been taken back.")
    )


def _answered(request: HttpRequest, found: Occurrence, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
    except services.Refused as refused:
        if refused.code == "gone":
            return _gone(request, refused)
        messages.warning(request, str(refused))
    else:
        messages.success(request, said)
    return redirect(found)


def _gone(request: HttpRequest, refused: services.Refused) -> HttpResponse:
    """It went away between the page and the step: there is no page of its own to go back to."""
    messages.warning(request, str(refused))
    return redirect("desk")


def _meanwhile(request: HttpRequest, found: Occurrence, name: str, form: Form) -> HttpResponse:
    """Somebody has done something since the page was opened: says what, and shows the page as it is now, with what was written."""
    found = served(request, found.pk)
    latest = life_of(found, request.viewer).latest
    told = _("Somebody has done something about it since you opened the page. Look it through once more.")
    if latest:
        at = date_format(localtime(latest.at), "DATETIME_FORMAT")
        happened = {"who": latest.by or _("somebody"), "what": latest.get_what_display(), "at": at}
        told = _("Meanwhile %(who)s has done something about it: %(what)s, %(at)s. Look it through once more.") % happened
    messages.warning(request, told)
    return page(request, found, name=name, form=form, status=409)


def _place(found: Occurrence, form: Form, by: User, now: datetime) -> Taken:
    return services.place(occurrence=found, item=chosen_item(form, found), by=by, now=now, why=form.cleaned_data["why"])


def _meet(found: Occurrence, form: Form, by: User, now: datetime) -> Taken:
    item = chosen_item(form, found)
    on = item.meeting.date if item else form.cleaned_data["on"]
    return services.meet(occurrence=found, item=item, on=on, by=by, now=now, why=form.cleaned_data["why"])


def _postpone(found: Occurrence, form: Form, by: User, now: datetime) -> Taken:
    data = form.cleaned_data
    return services.postpone(occurrence=found, first=data["first"], last=data["last"], by=by, now=now, why=data["why"])


def _drop(found: Occurrence, form: Form, by: User, now: datetime) -> Taken:
    let_go = services.end if form.cleaned_data.get("for_good") else services.drop
    return let_go(occurrence=found, by=by, now=now, why=form.cleaned_data["why"])


def chosen_item(form: Form, found: Occurrence) -> AgendaItem | None:
    """The item chosen in the form, made when it is a new one."""
    chosen, field = form.cleaned_data["item"], form.fields["item"]
    if chosen in field.meetings:
        return add_item(occurrence=found, meeting=field.meetings[chosen])
    return field.items.get(chosen)


_ACTS: dict[str, tuple[Callable[[Occurrence, Form, User, datetime], Taken], str]] = {
    PLACE: (_place, gettext_lazy("It stands on the agenda now.")),
    MEET: (_meet, gettext_lazy("It is answered now.")),
    POSTPONE: (_postpone, gettext_lazy("It has its new time now.")),
    DROP: (_drop, gettext_lazy("It is not waited for any more.")),
}
