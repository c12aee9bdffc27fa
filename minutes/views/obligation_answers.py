"""The answers: accept, reject, take an answer back, and accept all that nobody has answered for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from accounts.only_posted import only_posted
from concurrency.forms import is_stale
from meetings.models import Meeting, Reviewed
from minutes import services
from minutes.access import get_obligation
from minutes.proposals import key_of
from minutes.views.obligations import address, anchor, card_of, page_of
from minutes.views.permissions import meeting_secretary_required

ANSWERS = {"accept": services.accept, "reject": services.reject, "open": services.leave_open}
# What the review is after the answer, and in which a correction by hand may stand.
LEADS_TO = {"accept": Reviewed.Review.ACCEPTED, "reject": Reviewed.Review.REJECTED, "open": Reviewed.Review.UNREVIEWED}
CORRECTED = (Reviewed.Review.CORRECTED, Reviewed.Review.REJECTED)
SAID = {
    "accept": gettext_lazy("Accepted."),
    "reject": gettext_lazy("Rejected."),
    "open": gettext_lazy("The answer has been taken back."),
}


@meeting_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """`answer` is accept, reject or open. htmx gets the card anew, and is told which is the next unreviewed one.

    When somebody has answered otherwise, or corrected it, since the card was shown, the card is shown anew instead. What would throw a
    correction away is asked for on a page of its own first, and is `sure` from there.
    """
    said = (request.POST or request.GET).get("answer", "")
    found = get_obligation(request, row, kind=kind, meeting=meeting)
    if said not in ANSWERS:
        return HttpResponseBadRequest() if request.method == "POST" else redirect(address(meeting, anchor(kind, found)))
    if request.method != "POST":
        card = card_of(request, meeting, kind, found)
        return render(request, "obligations/sure.html", {"meeting": meeting, "card": card, "said": said})
    if is_stale(request, found) and found.review != LEADS_TO[said]:
        return answered(
            request, meeting, kind, found, _("Somebody has answered since you opened the page. Look at it once more."), stays=True
        )
    if said != "reject" and found.read and found.review in CORRECTED and "sure" not in request.POST:
        ask = f"{request.path}?answer={said}"
        return HttpResponseClientRedirect(ask) if request.htmx else redirect(ask)
    ANSWERS[said](obligation=found, by=request.user, now=request.now)
    return answered(request, meeting, kind, found, str(SAID[said]), stays=said == "open")


@meeting_secretary_required
@only_posted("meeting-obligations")
def accept_all(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    count = services.accept_all(meeting=meeting, by=request.user, now=request.now)
    text = ngettext("%(count)d promise or hearing has been accepted.", "%(count)d promises and hearings have been accepted.", count)
    messages.success(request, text % {"count": count})
    return redirect(address(meeting))


def answered(request: HttpRequest, meeting: Meeting, kind: str, row: Reviewed, said: str, *, stays: bool = False) -> HttpResponse:
    """Answers after an answer to an obligation. One that was added by hand and rejected is gone, and so is its card; where it was proposed, it is so again."""
    page = page_of(request, meeting)
    maybe = None if row.pk else page.maybe(row.item_id, key_of(row.quote))
    here = anchor(kind, row) if row.pk else maybe.anchor if maybe else ""
    if not request.htmx:
        if request.method == "POST" and row.pk and stays:
            messages.info(request, said)
        return redirect(address(meeting, here if stays or not page.unreviewed else page.next_after(here)))
    card = card_of(request, meeting, kind, get_obligation(request, row.pk, kind=kind, meeting=meeting)) if row.pk else None
    context = {"meeting": meeting, "item": row.item, "page": page, "card": card, "maybe": maybe, "said": said}
    response = render(request, "obligations/answered.html", context)
    following = anchor(kind, row) if stays else page.next_after(here)
    return trigger_client_event(response, "answered", {"next": following, "here": here}, after="settle")
