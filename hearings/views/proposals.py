"""Proposals to join or drop parties, answered by those who manage the body."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.only_posted import only_posted
from hearings import services
from hearings.exceptions import HearingRefused
from hearings.models import Hearing
from hearings.proposals import HearingProposal, PartyProposal, hearing_proposals, party_proposals
from hearings.selectors import rejected_proposals
from hearings.views.permissions import back_to, hearing_secretary_required, versions_of

CONFIRM, REJECT, ASK_ANEW = "ja", "nej", "fortryd"


@hearing_secretary_required
@only_posted("hearing")
def answer(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """`svar` is ja or nej to the proposals ticked in `forslag`, by their keys; or fortryd, which takes the rejection of that key back."""
    said, ticked = request.POST.get("svar"), request.POST.getlist("forslag")
    if said not in (CONFIRM, REJECT, ASK_ANEW):
        raise Http404
    rejected = rejected_proposals(hearing)
    if said == ASK_ANEW:
        for one in rejected:
            if str(one.pk) in ticked:
                services.take_rejection_back(rejected=one)
                messages.success(request, _("It is proposed again, if it still seems to be so."))
        return back_to(hearing)
    proposals = [*hearing_proposals(hearing, request.actor, rejected), *party_proposals(hearing, rejected)]
    chosen = [proposal for proposal in proposals if proposal.key in ticked]
    if not ticked:
        messages.warning(request, _("Tick a proposal first."))
    elif not chosen:
        messages.info(request, _("The proposal has been answered already."))
    else:
        try:
            _answer(chosen, said == CONFIRM, hearing, request)
        except HearingRefused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(request, _done(said, len(chosen)))
    return back_to(hearing)


def _answer(chosen: Sequence[HearingProposal | PartyProposal], confirm: bool, hearing: Hearing, request: HttpRequest) -> None:
    act = {"by": request.user, "now": request.now}
    if confirm:
        services.confirm_proposals(proposals=chosen, versions=versions_of(request.POST.getlist("versions")), **act)
    else:
        services.reject_proposals(hearing=hearing, proposals=chosen, **act)


def _done(said: str, count: int) -> str:
    texts = {
        CONFIRM: ngettext("%(count)d proposal has been confirmed.", "%(count)d proposals have been confirmed.", count),
        REJECT: ngettext("%(count)d proposal has been rejected.", "%(count)d proposals have been rejected.", count),
    }
    return texts[said] % {"count": count}
