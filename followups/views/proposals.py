"""Proposals answered by those who manage: what was proposed is so, or is not."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.only_posted import only_posted
from followups import services
from followups.models import Proposal
from meetings.params import is_key
from meetings.views.permissions import secretary_required

AT_MOST = 100
CONFIRM, REJECT, ASK_ANEW = "ja", "nej", "fortryd"


@secretary_required
@only_posted("desk")
def answer(request: HttpRequest) -> HttpResponse:
    """`forslag` are those ticked, `svar` is ja, nej or fortryd, `til` the page to go back to: `bord`, or the key of an occurrence."""
    said, keys = request.POST.get("svar"), [key for key in request.POST.getlist("forslag") if is_key(key)][:AT_MOST]
    if said not in (CONFIRM, REJECT, ASK_ANEW):
        raise Http404
    found = list(Proposal.objects.visible_to(request.actor).filter(pk__in=keys).order_by("pk"))
    if not found:
        messages.warning(request, _("Tick a proposal first."))
    done, refusals = 0, set()
    for proposal in found:
        try:
            if said == CONFIRM:
                services.confirm(proposal=proposal, by=request.user, now=request.now)
            elif said == ASK_ANEW:
                services.ask_anew(proposal=proposal)
            else:
                services.reject(proposal=proposal, by=request.user, now=request.now)
            done += 1
        except services.FollowUpRefused as refused:
            refusals.add(str(refused))
    if done:
        messages.success(request, _done(said, done))
    for refusal in sorted(refusals):
        messages.warning(request, refusal)
    return _back(request.POST.get("til", ""))


def _done(said: str, count: int) -> str:
    texts = {
        CONFIRM: ngettext("%(count)d proposal has been confirmed.", "%(count)d proposals have been confirmed.", count),
        REJECT: ngettext("%(count)d proposal has been rejected.", "%(count)d proposals have been rejected.", count),
        ASK_ANEW: ngettext("%(count)d proposal waits for an answer again.", "%(count)d proposals wait for an answer again.", count),
    }
    return texts[said] % {"count": count}


def _back(to: str) -> HttpResponse:
    return redirect("occurrence", pk=int(to)) if is_key(to) else redirect("desk")
