"""The page of an agenda, and the answer to each change of it: the board anew for htmx, a redirect to the page for everybody else."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.login_first import login_first
from agendas.access import get_agenda, is_chair
from agendas.candidate_presenters import present_candidate
from agendas.exceptions import AgendaRefused
from agendas.forms.items import AgendaItemForm, BreakForm, NewItemForm, item_form, minutes_form
from agendas.selectors.board import BoardRow, board_of
from agendas.selectors.candidates import candidates_for
from agendas.selectors.own_items import own_items
from agendas.services.states import status_of
from agendas.services.undo import last_step
from followups.services import FollowUpRefused
from meetings.models import AgendaItem, Meeting
from meetings.params import is_key
from meetings.parts import fetch_parts


@login_first
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """Those who manage the body make the agenda here, its members read it. `?ret=` is the item whose form is open."""
    meeting, open_key = get_agenda(request, pk), request.GET.get("ret", "")
    open_item = find_item(meeting, open_key) if _is_made(request, meeting) else None
    return show(request, meeting, form=open_form(request, open_item) if open_item else None)


def show(request: HttpRequest, meeting: Meeting, *, focus: str = "", **forms: Any) -> HttpResponse:
    """The board with the forms given: `form` of an open item, `minutes` of a row, `new`, `pause`. `focus` names what has the focus next: the first of these ids that is there."""
    actor, is_made = request.actor, _is_made(request, meeting)
    board = board_of(meeting, meeting.readable_items, actor)
    context = {
        "meeting": meeting,
        "board": board,
        "is_made": is_made,
        "manages": actor.manages(meeting.body_id),
        "focus": focus,
        "open": forms.get("form"),
        "standing_at": status_of(meeting),
        "is_chair": is_chair(actor, meeting, request.today),
    }
    if is_made:
        found = candidates_for(meeting, actor, today=request.today)
        context |= {
            "wanting": [present_candidate(one, found.following) for one in found.wanting],
            "standing": [present_candidate(one, found.following) for one in found.standing],
            "left_out": [present_candidate(one, found.following) | {"choice": choice} for one, choice in found.left_out],
            "is_cut": found.is_cut,
            "last": last_step(meeting),
            "new": forms.get("new") or NewItemForm(actor=actor),
            "pause": forms.get("pause") or BreakForm(),
        }
        _add_minutes(board.rows, forms.get("minutes"))
    elif actor.person_id:
        context["own"] = own_items(board.rows, actor)
        request.readings.add(*(one.row.item for one in context["own"] if one.row.item.closed))
    return render(request, "agendas/board.html" if request.htmx else "agendas/page.html", context)


def change(request: HttpRequest, pk: int, act: Callable[[Meeting], str | None], *, focus: str = "") -> HttpResponse:
    """Do `act`, one service, with the meeting, and say what it gives or why it is refused."""
    meeting = get_agenda(request, pk, manage=True)
    try:
        said = act(meeting)
    except (AgendaRefused, FollowUpRefused) as refused:
        messages.warning(request, str(refused))
    else:
        if said:
            messages.success(request, said)
    return answer(request, pk, focus=focus)


def answer(request: HttpRequest, pk: int, *, focus: str = "") -> HttpResponse:
    if request.htmx:
        return show(request, get_agenda(request, pk), focus=focus)
    return redirect("agenda", pk=pk)


def answer_gone(request: HttpRequest, pk: int) -> HttpResponse:
    """Says that the item of the change is not there any more."""
    messages.warning(request, str(AgendaRefused("gone")))
    return answer(request, pk)


def open_form(request: HttpRequest, item: AgendaItem, data=None) -> AgendaItemForm:
    """The form of an item with all its text, which is a reading of it."""
    fetch_parts([item], request.actor, "sections", "recommendations")
    request.readings.add(item)
    return item_form(item, request.actor, data)


def find_item(meeting: Meeting, key: str) -> AgendaItem | None:
    """The readable item of the meeting with that key."""
    return next((item for item in meeting.readable_items if str(item.pk) == key), None) if is_key(key) else None


def _is_made(request: HttpRequest, meeting: Meeting) -> bool:
    """Tells whether the actor makes the agenda here: it has not been sent, and the meeting is to come."""
    return request.actor.manages(meeting.body_id) and not meeting.is_public and meeting.state == Meeting.State.PLANNED


def _add_minutes(rows: list[BoardRow], sent) -> None:
    """The form of each row's minutes; the one that was sent and is wrong says so."""
    for row in rows:
        if row.item:
            row.form = sent if sent and sent.row.pk == row.item.pk else minutes_form(row.item)
