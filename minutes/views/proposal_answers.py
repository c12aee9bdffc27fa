"""The answers to proposals ("måske"): take it, leave it, or take the answer back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRefresh, trigger_client_event

from meetings.access import get_item
from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.proposals import key_of
from minutes.views.obligation_answers import answered
from minutes.views.obligations import ObligationsPage, address, page_of
from minutes.views.permissions import meeting_secretary_required
from minutes.views.shown_proposals import ShownProposal, anchor

SAID = {
    "take": gettext_lazy("Taken. It stands among the promises now."),
    "leave": gettext_lazy("Left."),
    "open": gettext_lazy("The answer has been taken back."),
}


@meeting_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer_proposal(request: HttpRequest, meeting: Meeting, item: int, key: str) -> HttpResponse:
    """`answer` is take, leave or open. htmx gets the card anew, of what is taken that of the promise, and is told which is the next one.

    When somebody has answered otherwise since the page was shown, or the sentence is proposed no longer, that is said instead.
    """
    found = get_item(request, item, manage=True, meeting=meeting)
    said = request.POST.get("answer", "")
    if said not in SAID:
        return HttpResponseBadRequest() if request.method == "POST" else redirect(address(meeting, anchor(found, key)))
    page = page_of(request, meeting)
    maybe = page.maybe(found.pk, key)
    if maybe is None:
        return _proposed_no_longer(request, page, found, key, said)
    if _is_stale(request, maybe) and said != ("leave" if maybe.is_left else "open"):
        return _shown(request, page, maybe, _("Somebody has answered since you opened the page. Look at it once more."), stays=True)
    if said == "take":
        taken = services.take_proposal(item=found, proposal=maybe.proposal, by=request.user, now=request.now)
        return answered(request, meeting, "opfoelgning", taken, str(SAID[said]))
    if said == "open":
        services.take_proposal_answer_back(item=found, quote=maybe.proposal.quote)
    elif not maybe.is_left:
        services.leave_proposal(item=found, proposal=maybe.proposal, by=request.user, now=request.now)
    page = page_of(request, meeting)
    return _shown(request, page, page.maybe(found.pk, key) or maybe, str(SAID[said]), stays=said == "open")


def _is_stale(request: HttpRequest, maybe: ShownProposal) -> bool:
    return request.POST.get("version", "") not in ("", str(maybe.version))


def _proposed_no_longer(request: HttpRequest, page: ObligationsPage, item: AgendaItem, key: str, said: str) -> HttpResponse:
    """Shows what the sentence has become: the promise that somebody has made of it, or, where its text is another now, the page."""
    card = next((one for one in page.cards if one.row.item_id == item.pk and key_of(one.row.quote) == key), None)
    if card is not None:
        told = str(SAID["take"]) if said == "take" else _("Somebody has answered since you opened the page. Look at it once more.")
        return answered(request, page.meeting, card.kind, card.row, told, stays=said != "take")
    messages.warning(request, _("The sentence stands in the item no longer, or is proposed no longer."))
    return HttpResponseClientRefresh() if request.htmx else redirect(address(page.meeting))


def _shown(request: HttpRequest, page: ObligationsPage, maybe: ShownProposal, said: str, *, stays: bool) -> HttpResponse:
    following = maybe.anchor if stays else page.next_after(maybe.anchor)
    if not request.htmx:
        messages.info(request, said)
        return redirect(address(page.meeting, following or maybe.anchor))
    context = {"meeting": page.meeting, "item": maybe.item, "page": page, "maybe": maybe, "said": said}
    response = render(request, "obligations/answered.html", context)
    return trigger_client_event(response, "answered", {"next": following, "here": maybe.anchor}, after="settle")
