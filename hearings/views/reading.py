"""What everybody reads: the list of hearings with its picture, one hearing, and the trace from its answers to what was decided."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from hearings import selectors
from hearings.chances import chances_of
from hearings.forms import NewPartiesForm, PartiesForm
from hearings.models import Hearing
from hearings.picture import picture_of
from hearings.tracing import treatments
from meetings import services
from meetings.models import Body
from meetings.paging import page_of

SHOWN = (selectors.RUNNING, selectors.WITHOUT_DEADLINE, selectors.OVER)


@require_safe
def hearing_list(request: HttpRequest) -> HttpResponse:
    """`?vis=afsluttede` shows those that are over, `?vis=uden-frist` those without a deadline, else those that run; `?organ=` one body's."""
    viewer, today = request.viewer, request.today
    bodies = list(Body.objects.with_meetings())
    body = next((body for body in bodies if body.slug == request.GET.get("organ")), None)
    which = request.GET.get("vis") if request.GET.get("vis") in SHOWN else selectors.RUNNING
    page = page_of(selectors.listed(which, body, viewer, today=today), request.GET.get("side"))
    chances = chances_of(page.rows, viewer, today=today)
    context = {
        "bodies": bodies,
        "body": body,
        "which": which,
        "page": page,
        "rows": [(hearing, [chance for chance in chances.get(hearing.pk, ()) if chance.warns]) for hearing in page.rows],
        "picture": picture_of(page.rows, chances, body=body, today=today),
        "may_add": bool(viewer.is_administrator or viewer.serves),
    }
    return render(request, "hearings/list.html", context)


@require_safe
def hearing_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return hearing_page(request, _hearing(request, pk))


@require_safe
def trace(request: HttpRequest, pk: int) -> HttpResponse:
    """From the sentence that made the hearing to what was decided on the answers, for paper."""
    hearing = _hearing(request, pk)
    parties = hearing.parties.all()
    answers = [response for party in parties for response in party.responses.all() if response.given_on]
    context = {"hearing": hearing, "answers": answers, "treatments": treatments(parties)}
    return _kept_out(request, hearing, render(request, "hearings/trace.html", context))


def hearing_page(
    request: HttpRequest, hearing: Hearing, *, noting: PartiesForm | None = None, adding: NewPartiesForm | None = None
) -> HttpResponse:
    """The hearing's page; the forms are those that somebody has filled in wrongly."""
    viewer, today = request.viewer, request.today
    serves, parties = viewer.serves_body(hearing.body_id), hearing.parties.all()
    context = {
        "hearing": hearing,
        "chances": [
            (chance, viewer.serves_body(chance.body.pk)) for chance in chances_of([hearing], viewer, today=today).get(hearing.pk, [])
        ],
        "serves": serves,
        "may_note": serves and any(not party.is_own for party in parties),
        "may_consider": serves and hearing.side != Hearing.Side.CONSULTED and any(party.answered_on for party in parties),
        "noting": noting or PartiesForm(hearing=hearing, today=today, initial={"on": today}),
        "adding": adding or NewPartiesForm(),
    }
    return _kept_out(request, hearing, render(request, "hearings/hearing.html", context))


def _hearing(request: HttpRequest, pk: int) -> Hearing:
    return get_object_or_404(selectors.whole(request.viewer), pk=pk)


def _kept_out(request: HttpRequest, hearing: Hearing, response: HttpResponse) -> HttpResponse:
    """Logs the reading of a closed item's sentence, and keeps what only the body's own people read out of the browser's store."""
    if hearing.item:
        services.log_closed_reading(items=[hearing.item], viewer=request.viewer, now=request.now)
    if request.viewer.is_insider(hearing.body_id):
        add_never_cache_headers(response)
    return response
