"""An item split in two, moved to another meeting, or sent on to another body, for those who manage the body. Each asks on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from agendas import services
from agendas.access import get_agenda, get_planned_item
from agendas.exceptions import AgendaRefused
from agendas.forms.transfers import AgendaItemSplitForm, DestinationForm
from agendas.selectors.answers import promises_of
from agendas.selectors.destinations import meetings_of_other_bodies, other_meetings
from agendas.views.board import answer_gone
from concurrency.forms import version_sent
from danish.formatting import day_in_words
from followups.services import FollowUpRefused
from meetings.models import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class MoveAction:
    """`act` does it with the form that was filled in, and gives the meeting whose agenda is shown next, and what is said there."""

    template: str
    form: Form
    act: Callable[[Form], tuple[Meeting, str]]


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    meeting, row = _fetched(request, pk, item, "recommendations")
    if row is None:
        return answer_gone(request, pk)
    form = AgendaItemSplitForm(_data(request), item=row, answers=promises_of([row], request.actor)[row.pk])

    def act(form: Form) -> tuple[Meeting, str]:
        values = {name: form.cleaned_data[name] for name in ("title", "minutes", "minutes_left")}
        second = services.split_item(item=row, **values, **form.chosen(), **_given(request))
        return meeting, _("“%(title)s” is an item of its own now.") % {"title": second.title}

    return _answer(request, meeting, row, MoveAction("agendas/split.html", form, act))


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    meeting, row = _fetched(request, pk, item)
    if row is None:
        return answer_gone(request, pk)
    form = DestinationForm(_data(request), meetings=other_meetings(meeting, today=request.today))

    def act(form: Form) -> tuple[Meeting, str]:
        to = form.cleaned_data["meeting"]
        services.move_to_meeting(item=row, to=to, **_given(request))
        return meeting, _("“%(title)s” stands on the agenda of %(day)s now.") % {"title": row.title, "day": day_in_words(to.date)}

    return _answer(request, meeting, row, MoveAction("agendas/move.html", form, act))


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def send_on(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """To a body that the actor manages, too: its secretary makes its agenda."""
    meeting, row = _fetched(request, pk, item)
    if row is None:
        return answer_gone(request, pk)
    form = DestinationForm(_data(request), meetings=meetings_of_other_bodies(meeting, request.actor, today=request.today))

    def act(form: Form) -> tuple[Meeting, str]:
        to = form.cleaned_data["meeting"]
        new = services.send_on(item=row, to=to, **_given(request))
        return to, _("“%(title)s” stands on this agenda now, too. You can undo that below.") % {"title": new.title}

    return _answer(request, meeting, row, MoveAction("agendas/send_on.html", form, act))


def _fetched(request: HttpRequest, pk: int, item: int, *parts: str) -> tuple[Meeting, AgendaItem | None]:
    meeting = get_agenda(request, pk, manage=True)
    return meeting, get_planned_item(request, meeting, item, *parts)


def _data(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _given(request: HttpRequest) -> dict:
    return {"by": request.user, "now": request.now, "version": version_sent(request)}


def _answer(request: HttpRequest, meeting: Meeting, row: AgendaItem, asked: MoveAction) -> HttpResponse:
    form, status = asked.form, 200
    if request.method == "POST" and form.is_valid():
        try:
            shown, said = asked.act(form)
        except (AgendaRefused, FollowUpRefused) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return redirect("agenda", pk=shown.pk)
    if form.errors:
        status = 422
        row.refresh_from_db(fields=["version"])  # whoever sends it once more has seen why
    return render(request, asked.template, {"meeting": meeting, "item": row, "form": form}, status=status)
