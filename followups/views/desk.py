"""The secretary's desk: what the bodies managed wait for, with what to do next."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followups.export.desk_table import HEADER, MOST_ROWS, WIDTHS, rows_of
from followups.export.spreadsheets import csv_bytes, xlsx_bytes
from followups.forms import NarrowingForm
from followups.presenters import OccurrencePresenter
from followups.selectors.batches import batch_of
from followups.selectors.bodies import count_of
from followups.selectors.desk import todos_of
from followups.selectors.narrowing import HISTORY, Narrowing, narrowed, responsibles
from followups.selectors.occurrence_history import proposals_for
from followups.selectors.occurrences import presenters_of
from followups.selectors.paging import first_in_time, is_cut, page_in_time
from followups.views.body_choice import BodyChoice, managed_choice
from followups.views.bulk_actions import LAST_STEPS
from meetings.views.attachments import attachment
from meetings.views.permissions import secretary_required

PROPOSALS = 10
CSV, EXCEL = "csv", "xlsx"
CONTENT_TYPES = {CSV: "text/csv; charset=utf-8", EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@secretary_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    actor, today = request.actor, request.today
    choice, narrowing, form = _asked(request)
    rows = narrowed(narrowing, actor, today=today)
    page = page_in_time(rows, choice.keys, request.GET.get("side"), last_first=narrowing.last_first)
    proposals = _proposals(request, choice) if page.number == 1 else []
    context = {
        "choice": choice,
        "form": form,
        "narrowing": narrowing,
        "shows_history": narrowing.state == HISTORY,
        "history": count_of(_historic(request, choice)),
        "page": page.holding(todos_of(presenters_of(page.rows, actor), actor, today=today)),
        "is_cut": is_cut(page),
        "proposals": proposals[:PROPOSALS],
        "has_more_proposals": len(proposals) > PROPOSALS,
        "most_rows": MOST_ROWS,
        "back": _without_ticks(request),
        "all_ticked": request.GET.get("valg") == "alle",
        "batch": batch_of(request.session.get(LAST_STEPS, []), actor),
        "today": today,
    }
    return render(request, "followups/desk.html", context)


@secretary_required
@require_safe
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it is narrowed, as CSV or for Excel; a last row says so where it has been cut."""
    actor, today = request.actor, request.today
    choice, narrowing, _form = _asked(request)
    keys = first_in_time(narrowed(narrowing, actor, today=today), choice.keys, MOST_ROWS + 1, last_first=narrowing.last_first)
    header, rows = [str(name) for name in HEADER], rows_of(keys, actor, today=today)
    title = _("What we are waiting for")
    content = csv_bytes(header, rows) if kind == CSV else xlsx_bytes(header, rows, title=title, widths=WIDTHS)
    return attachment(content, name=f"opfoelgning-{today:%Y-%m-%d}.{kind}", content_type=CONTENT_TYPES[kind])


def _historic(request: HttpRequest, choice: BodyChoice) -> QuerySet:
    """What is history of the bodies chosen, however the list is narrowed."""
    rows = narrowed(Narrowing(HISTORY), request.actor, today=request.today)
    return rows if choice.keys is None else rows.filter(body__in=choice.keys)


def _asked(request: HttpRequest) -> tuple[BodyChoice, Narrowing, NarrowingForm]:
    """Of whom, and narrowed to what: what is not understood counts as not chosen. Three queries."""
    choice = managed_choice(request)
    of_history = request.GET.get("tilstand") == HISTORY
    form = NarrowingForm(request.GET, responsibles=responsibles(request.actor, choice.keys, of_history=of_history))
    return choice, form.narrowing(), form


def _without_ticks(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("valg", None)
    return query.urlencode()


def _proposals(request: HttpRequest, choice: BodyChoice) -> list:
    """The first proposals of the bodies chosen, and one more, each with `told`, what it seems to answer."""
    found = proposals_for(request.actor).counting()
    if choice.body:
        found = found.filter(occurrence__body=choice.body)
    parts = ("occurrence__item__meeting", "occurrence__item__body", "occurrence__body", "occurrence__follow_up", "occurrence__planned")
    proposals = list(found.select_related("item__meeting", "item__body", "item__case", *parts)[: PROPOSALS + 1])
    for proposal in proposals:
        proposal.told = OccurrencePresenter(proposal.occurrence)
    return proposals
