"""Proposals answered by those who serve: what was proposed is so, or is not."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from followups import services
from followups.models import Proposal
from followups.views.desk import those_who_serve

AT_MOST = 100
CONFIRM, REJECT = "ja", "nej"


@those_who_serve
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """`forslag` are those ticked, `svar` is ja or nej, `til` the page to go back to: `bord`, or the key of an occurrence."""
    said, keys = request.POST.get("svar"), [key for key in request.POST.getlist("forslag") if key.isascii() and key.isdigit()][:AT_MOST]
    if said not in (CONFIRM, REJECT):
        raise Http404
    found = list(Proposal.objects.visible_to(request.viewer).filter(pk__in=keys).order_by("pk"))
    if not found:
        messages.warning(request, _("Tick a proposal first."))
    done, refusals = 0, set()
    for proposal in found:
        try:
            if said == CONFIRM:
                services.confirm(proposal=proposal, by=request.user, now=request.now)
            else:
                services.reject(proposal=proposal, by=request.user, now=request.now)
            done += 1
        except services.Refused as refused:
            refusals.add(str(refused))
    if done:
        text = (
            ngettext("%(count)d proposal has been confirmed.", "%(count)d proposals have been confirmed.", done)
            if said == CONFIRM
            else ngettext("%(count)d proposal has been rejected.", "%(count)d proposals have been rejected.", done)
        )
        messages.success(request, text % {"count": done})
    for refusal in sorted(refusals):
        messages.warning(request, refusal)
    return _back(request.POST.get("til", ""))


def _back(to: str) -> HttpResponse:
    if to.isascii() and to.isdigit() and len(to) < 16:
        return redirect("occurrence", pk=int(to))
    return redirect("desk")
