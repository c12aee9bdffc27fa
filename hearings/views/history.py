"""Steps taken back by those who manage the body."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.only_posted import only_posted
from hearings import services
from hearings.exceptions import HearingRefused
from hearings.history import HEARING, PARTY, history_of
from hearings.models import Hearing, HearingStep
from hearings.views.permissions import back_to, hearing_secretary_required

UNDO = {HEARING: services.undo_hearing_step, PARTY: services.undo_party_step}


@hearing_secretary_required
@only_posted("hearing")
def undo(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """`trin` names the step that the button stood beside, such as `part-12`; a second click finds it undone."""
    entry = next((one for one in history_of(hearing) if one.key == request.POST.get("trin")), None)
    if entry is None:
        raise Http404
    try:
        UNDO[entry.kind](step=entry.step, by=request.user, now=request.now)
    except HearingRefused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, _("The step has been taken back."))
        if entry.step.what == HearingStep.What.OPENED and entry.step.row_id == hearing.pk:
            return redirect("hearing-list")
    return back_to(hearing)
