"""The order that is suggested for an agenda: what it would move and why, before it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.login_first import login_first
from agendas import services
from agendas.access import get_agenda
from agendas.exceptions import AgendaRefused
from agendas.plan_wording import clock, say
from agendas.selectors.plan import meeting_to_plan
from agendas.timeplan import suggest_order
from meetings.params import is_key


@login_first
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    """`foer` and `orden` are the keys of the items as they stood when it was suggested, and as they are to stand."""
    meeting = get_agenda(request, pk, manage=True)
    if request.method == "POST":
        before, keys = (_keys(request.POST.get(name, "")) for name in ("foer", "orden"))
        try:
            services.apply_order(meeting=meeting, before=before, keys=keys, by=request.user, now=request.now)
        except AgendaRefused as refused:
            messages.warning(request, str(refused))
            return redirect("agenda-order", pk=pk)
        messages.success(request, _("The items stand in the suggested order."))
        return redirect("agenda", pk=pk)
    items = {item.pk: item for item in meeting.readable_items}
    suggestion = suggest_order(meeting_to_plan(meeting, meeting.readable_items, request.actor))
    context = {
        "meeting": meeting,
        "moved": [
            {"item": items[one.key], "before": one.before, "after": one.after, "why": say(one.reason, one.params)}
            for one in suggestion.moved
        ],
        "rows": [{"item": items.get(row.key), "start": clock(row.start) if meeting.start else ""} for row in suggestion.plan.rows],
        "before": ",".join(str(key) for key in items),
        "keys": ",".join(str(item.key) for item in suggestion.items),
    }
    return render(request, "agendas/order.html", context)


def _keys(text: str) -> list[int]:
    return [int(key) for key in text.split(",")[:1000] if is_key(key)]
