"""The bodies the list can be narrowed to, and how much waits for each, counted no further than people need."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, When

from cases.access import Actor
from followups.models import Occurrence
from meetings.models import Body

AT_MOST = 50
_BESIDE = 1000


class Tally(Subquery):
    """Counts the rows of a sliced query of one column `late`, and those that are late: `_BESIDE` times the first number plus the second.

    The database stops where the slice ends, and goes through the rows once for both.
    """

    template = f"(SELECT COUNT(*) * {_BESIDE} + COALESCE(SUM(late), 0) FROM (%(subquery)s) AS tallied)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True)
class Count:
    """A number of rows; `is_more` where the counting stopped there. As text `7`, or `50+` for 50 and more."""

    number: int = 0
    is_more: bool = False

    @classmethod
    def up_to_here(cls, number: int) -> "Count":
        """Of rows of which no more than `AT_MOST` were asked for."""
        return cls(number, number >= AT_MOST)

    def __add__(self, other: "Count") -> "Count":
        return Count(self.number + other.number, self.is_more or other.is_more)

    def __bool__(self) -> bool:
        return self.number > 0

    def __str__(self) -> str:
        return f"{self.number}+" if self.is_more else str(self.number)


@dataclass(frozen=True, slots=True)
class Waits:
    """The numbers of open and of overdue occurrences."""

    open: Count = Count()
    overdue: Count = Count()

    def __add__(self, other: "Waits") -> "Waits":
        return Waits(self.open + other.open, self.overdue + other.overdue)


def bodies_that_wait(actor: Actor, *, today: date, among: Collection[int] | None = None) -> list[Body]:
    """Every body, or those of the keys `among`, with `waits` (`Waits`), as far as the actor may read it: one query."""
    waiting = Occurrence.objects.visible_to(actor).without_duplicates(actor).open().counting().filter(body=OuterRef("pk")).in_time()
    # What is overdue comes first in time, so it is among the first rows if it is anywhere.
    late = Case(When(due_order__lt=today, then=1), default=0, output_field=IntegerField())
    known = Body.objects.all() if among is None else Body.objects.filter(pk__in=among)
    bodies = list(known.annotate(tally=Tally(waiting.values(late=late)[:AT_MOST])))
    for body in bodies:
        body.waits = Waits(*(Count.up_to_here(number) for number in divmod(body.tally, _BESIDE)))
    return bodies


def sum_of(bodies: Iterable[Body]) -> Waits:
    """Returns the sum over the bodies: `77+` if one of them was not counted to its end."""
    return sum((body.waits for body in bodies), Waits())


def count_of(rows: QuerySet) -> Count:
    """Returns the number of rows. One query."""
    return Count.up_to_here(len(rows.order_by().values_list("pk", flat=True)[:AT_MOST]))
