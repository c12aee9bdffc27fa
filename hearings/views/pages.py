"""The pages that everybody reads: the list of hearings with its Gantt chart, one hearing, and the trace from its answers to what was decided."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cases.access import Actor
from hearings import selectors
from hearings.access import get_hearing, get_kept
from hearings.chart import chart_of
from hearings.forms import NewPartiesForm, PartiesForm
from hearings.history import history_of, letters_in_force
from hearings.models import Hearing, HearingRole
from hearings.party_feasibility import feasibility_by_hearing
from hearings.proposals import hearing_proposals, party_proposals
from hearings.selectors import rejected_proposals
from hearings.treatments import treatments_of
from meetings.lookups import body_at
from meetings.models import Body
from meetings.paging import page_of

SHOWN = (selectors.RUNNING, selectors.WITHOUT_DEADLINE, selectors.OVER)


@require_safe
def hearing_list(request: HttpRequest) -> HttpResponse:
    """`?vis=afsluttede` shows those that are over, `?vis=uden-frist` those without a deadline, else those that run; `?organ=` one body's."""
    actor, today = request.actor, request.today
    bodies = list(Body.objects.with_meetings())
    body = body_at(bodies, request.GET.get("organ"))
    which = request.GET.get("vis") if request.GET.get("vis") in SHOWN else selectors.RUNNING
    page = page_of(selectors.listed(which, body, actor, today=today), request.GET.get("side"))
    feasibility = feasibility_by_hearing(page.rows, actor, today=today)
    context = {
        "bodies": bodies,
        "body": body,
        "which": which,
        "page": page,
        "rows": [(hearing, [one for one in feasibility.get(hearing.pk, ()) if one.warns]) for hearing in page.rows],
        "chart": chart_of(page.rows, feasibility, body=body, today=today),
        "may_add": actor.manages_any,
    }
    return render(request, "hearings/list.html", context)


@require_safe
def hearing_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The hearing's page. The address of one that was joined with another leads to that one."""
    try:
        return hearing_page(request, get_hearing(request, pk))
    except Http404:
        if kept := get_kept(request, pk):
            return redirect(kept)
        raise


@require_safe
def trace(request: HttpRequest, pk: int) -> HttpResponse:
    """From the sentence that made the hearing to what was decided on the answers, for paper."""
    hearing = get_hearing(request, pk)
    parties = hearing.readable_parties
    answers = [response for party in parties for response in party.readable_responses if response.given_on]
    context = {"hearing": hearing, "answers": answers, "treatments": treatments_of(parties)}
    return render(request, "hearings/trace.html", context)


def _for_secretary(hearing: Hearing, actor: Actor) -> dict[str, Any]:
    """Returns the context for the secretary of the body alone: proposals and the history; seven queries."""
    rejected, history = rejected_proposals(hearing), history_of(hearing)
    return {
        "same_hearings": hearing_proposals(hearing, actor, rejected),
        "proposals": party_proposals(hearing, rejected),
        "rejected": rejected,
        "history": history,
        "letters": letters_in_force(history),
    }


def hearing_page(
    request: HttpRequest, hearing: Hearing, *, noting: PartiesForm | None = None, adding: NewPartiesForm | None = None
) -> HttpResponse:
    """The hearing's page; the forms are those that somebody has filled in wrongly."""
    actor, today = request.actor, request.today
    feasibility = feasibility_by_hearing([hearing], actor, today=today).get(hearing.pk, [])
    manages, parties = actor.manages(hearing.body_id), hearing.readable_parties
    context = {
        "hearing": hearing,
        "feasibility": [(one, actor.manages(one.body.pk)) for one in feasibility],
        "manages": manages,
        "may_note": manages and any(not party.is_own for party in parties),
        "may_consider": manages and hearing.role != HearingRole.CONSULTED and any(party.answered_on for party in parties),
        **(_for_secretary(hearing, actor) if manages else {}),
        "noting": noting or PartiesForm(hearing=hearing, today=today, initial={"on": today}),
        "adding": adding or NewPartiesForm(),
    }
    return render(request, "hearings/hearing.html", context)
