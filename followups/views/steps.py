"""The steps taken with one occurrence. Each answers with a redirect to its page, or with the page and what was wrong."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from accounts.only_posted import only_posted
from concurrency.forms import version_sent
from followups import services
from followups.access import get_occurrence, get_step
from followups.models import Occurrence
from followups.selectors.occurrence_history import history_of, steps_of
from followups.views.actions import ACTIONS, form_of
from followups.views.occurrence import page
from followups.wording import say
from meetings.params import is_key

# Beside which field a refusal is said; the others are about the whole form.
BESIDE = {"older": "on", "not_yet": "on", "same_item": "item", "meeting_cancelled": "item", "days_in_disorder": "last"}


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The page with that form open, or what came of sending it."""
    found = get_occurrence(request, pk, act=True)
    if request.method != "POST":
        return page(request, found, name=name)
    form = form_of(name, [found], request.actor, today=request.today, data=request.POST, prefix=name)
    if not form.is_valid():
        return page(request, found, name=name, form=form, status=422)
    action, version = ACTIONS[name], version_sent(request)
    versions = None if version is None else {found.pk: version}
    try:
        action.act([found], form, {"by": request.user, "now": request.now, "why": form.cleaned_data["why"], "versions": versions})
    except services.FollowUpRefused as refused:
        if refused.code == "gone":
            return _gone(request, refused)
        if refused.code == "changed":
            return _meanwhile(request, found, name, form)
        beside = BESIDE.get(refused.code)
        form.add_error(beside if beside in form.fields else None, str(refused))
        return page(request, found, name=name, form=form, status=422)
    messages.success(request, str(action.done))
    return redirect(found)


@login_first
@only_posted("occurrence")
def unplace(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the occurrence off its agenda. One that has been placed elsewhere since the page was opened stays."""
    found = get_occurrence(request, pk, act=True)
    given = {"by": request.user, "now": request.now, "version": version_sent(request)}
    return _answered(request, found, lambda: services.unplace(occurrence=found, **given), _("Taken off the agenda."))


@login_first
@only_posted("occurrence")
def remove_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the empty item that it stood on, named by the button, off its agenda."""
    found, key = get_occurrence(request, pk, act=True), request.POST.get("punkt", "")
    left = services.item_left(found, steps_of(found, request.actor))
    if left is None or str(left.pk) != key or not request.actor.manages(left.body_id):
        messages.warning(request, say("item_in_use"))
        return redirect(found)
    return _answered(
        request, found, lambda: services.remove_item_left(occurrence=found, item=left), _("The item has been removed from the agenda.")
    )


@login_first
@only_posted("occurrence")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the step named by the button back."""
    found, key = get_occurrence(request, pk, act=True), request.POST.get("trin", "")
    if not is_key(key):
        raise Http404
    taken = get_step(request, int(key), occurrence=found)
    return _answered(
        request, found, lambda: services.undo(step=taken, by=request.user, now=request.now), _("The step has been taken back.")
    )


def _answered(request: HttpRequest, found: Occurrence, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
    except services.FollowUpRefused as refused:
        if refused.code == "gone":
            return _gone(request, refused)
        messages.warning(request, str(refused))
    else:
        messages.success(request, said)
    return redirect(found)


def _gone(request: HttpRequest, refused: services.FollowUpRefused) -> HttpResponse:
    """Answers for an occurrence that went away between the page and the step, and has no page to go back to."""
    messages.warning(request, str(refused))
    return redirect("desk")


def _meanwhile(request: HttpRequest, found: Occurrence, name: str, form: Form) -> HttpResponse:
    """Somebody has done something since the page was opened: says what, and shows the page as it is now, with what was written."""
    found = get_occurrence(request, found.pk, act=True)
    latest = history_of(found, request.actor).latest
    told = _("Somebody has done something about it since you opened the page. Look it through once more.")
    if latest:
        at = date_format(localtime(latest.at), "DATETIME_FORMAT")
        happened = {"who": latest.by or _("somebody"), "what": latest.get_what_display(), "at": at}
        told = _("Meanwhile %(who)s has done something about it: %(what)s, %(at)s. Look it through once more.") % happened
    messages.warning(request, told)
    return page(request, found, name=name, form=form, status=409)
