"""The filters of the desk's list."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cases.access import Actor
from danish.sorting import sort_key
from followups.models import FollowUp, Occurrence
from followups.models.occurrences import NO_DAY
from followups.selectors.paging import first_in_time

PLANNED = "planned"  # beside the kinds of follow-ups
OPEN, WAITING, PLACED, OVERDUE, UNDATED, MET, DROPPED = "aaben", "venter", "paa-dagsorden", "overskredet", "uden-dato", "besvaret", "lukket"
HISTORY = "historie"
LAST_FIRST = (MET, DROPPED, HISTORY)
_TOLD_AS = {WAITING: "open", PLACED: "placed", MET: "met", DROPPED: "dropped"}
LOOKED_THROUGH = 1000  # rows, for the names of those responsible


@dataclass(frozen=True, slots=True)
class Narrowing:
    state: str = OPEN
    kind: str = ""
    responsible: str = ""
    due_before: date | None = None

    @property
    def last_first(self) -> bool:
        """True if the list shows settled occurrences or history, the latest first."""
        return self.state in LAST_FIRST


def narrowed(narrowing: Narrowing, actor: Actor, *, today: date) -> QuerySet:
    rows = _in_state(narrowing.state, actor, today)
    if narrowing.kind == PLANNED:
        rows = rows.filter(planned__isnull=False)
    elif narrowing.kind:
        rows = rows.filter(follow_up__kind=narrowing.kind)
    if narrowing.responsible:
        rows = rows.filter(follow_up__responsible=narrowing.responsible, item__closed=False)
    if narrowing.due_before:
        rows = rows.filter(due_order__lte=narrowing.due_before)
    return rows


def responsibles(actor: Actor, bodies: list[int] | None, *, of_history: bool = False) -> list[str]:
    """Returns the names of those responsible for the occurrences due first, in Danish order, without those in closed items: two queries.

    `of_history` are those responsible for what is history, the others for what counts.
    """
    rows = Occurrence.objects.visible_to(actor).open().filter(item__closed=False)
    keys = first_in_time(rows.historic() if of_history else rows.counting(), bodies, LOOKED_THROUGH)
    names = FollowUp.objects.filter(occurrences__in=keys).exclude(responsible="").order_by().values_list("responsible", flat=True)
    return sorted(names.distinct(), key=sort_key)


def _in_state(state: str, actor: Actor, today: date) -> QuerySet:
    rows = Occurrence.objects.visible_to(actor).without_duplicates(actor)
    if state == HISTORY:
        return rows.historic()
    rows = rows.counting()
    if state in _TOLD_AS:
        return rows.in_state(_TOLD_AS[state], actor)
    if state == OVERDUE:
        return rows.overdue(today)
    return rows.open().filter(due_order=NO_DAY) if state == UNDATED else rows.open()
