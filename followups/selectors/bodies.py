"""The bodies the list can be narrowed to, and how much waits for each, counted no further than people need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery

from cases.access import Viewer
from followups.models import Occurrence
from meetings.models import Body

AT_MOST = 99


class Tally(Subquery):
    """How many rows a sliced query gives: the database stops counting where the slice ends."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS tallied)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Waits:
    """How much is open and how much of it overdue, up to one more than `AT_MOST`."""

    open: int = 0
    overdue: int = 0

    def __add__(self, other: "Waits") -> "Waits":
        return Waits(self.open + other.open, self.overdue + other.overdue)

    @property
    def open_told(self) -> str:
        return _told(self.open)

    @property
    def overdue_told(self) -> str:
        return _told(self.overdue)


def bodies_that_wait(viewer: Viewer, *, today: date) -> list[Body]:
    """Every body with `waits` (`Waits`), as far as the viewer may read it: one query."""
    waiting = Occurrence.objects.visible_to(viewer).open().filter(body=OuterRef("pk"))
    bodies = Body.objects.annotate(open=_tally(waiting), overdue=_tally(waiting.overdue(today)))
    found = list(bodies)
    for body in found:
        body.waits = Waits(body.open, body.overdue)
    return found


def sum_of(bodies: Iterable[Body]) -> Waits:
    return sum((body.waits for body in bodies), Waits())


def _tally(rows: QuerySet) -> Tally:
    # In no order: asked for one, PostgreSQL may walk all bodies' rows in it.
    return Tally(rows.order_by().values("pk")[: AT_MOST + 1])


def _told(count: int) -> str:
    return str(count) if count <= AT_MOST else f"{AT_MOST}+"
