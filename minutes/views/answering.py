"""The answers: accept, reject, take an answer back, and accept all that nobody has answered for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from meetings.models import Meeting, Reviewed
from minutes import services
from minutes.views.obligations import address, anchor, card_of, page_of, row_of, those_who_serve

ANSWERS = {"accept": services.accept, "reject": services.reject, "open": services.leave_open}
SAID = {
    "accept": gettext_lazy("Accepted."),
    "reject": gettext_lazy("Rejected."),
    "open": gettext_lazy("The answer has been taken back."),
}


@those_who_serve
@require_POST
def answer(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """`answer` is accept, reject or open. htmx gets the card anew, and is told which is the next unreviewed one."""
    said = request.POST.get("answer", "")
    if said not in ANSWERS:
        return HttpResponseBadRequest()
    found = row_of(meeting, kind, row)
    ANSWERS[said](obligation=found, by=request.user, now=request.now)
    return answered(request, meeting, kind, found, str(SAID[said]), stays=said == "open")


@those_who_serve
@require_POST
def accept_all(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    count = services.accept_all(meeting=meeting, by=request.user, now=request.now)
    text = ngettext("%(count)d promise or hearing has been accepted.", "%(count)d promises and hearings have been accepted.", count)
    messages.success(request, text % {"count": count})
    return redirect(address(meeting))


def answered(request: HttpRequest, meeting: Meeting, kind: str, row: Reviewed, said: str, *, stays: bool = False) -> HttpResponse:
    """What follows an answer. One that was added by hand and rejected is gone, and so is its card."""
    page = page_of(request, meeting)
    here = f"{kind}-{row.pk}" if row.pk else ""
    if not request.htmx:
        return redirect(address(meeting, here if stays or not page.unreviewed else page.next_after(here)))
    card = card_of(request, meeting, kind, row_of(meeting, kind, row.pk)) if row.pk else None
    context = {"meeting": meeting, "item": row.item, "page": page, "card": card, "said": said}
    response = render(request, "obligations/answered.html", context)
    following = anchor(kind, row) if stays else page.next_after(here)
    return trigger_client_event(response, "answered", {"next": following, "here": here}, after="settle")
