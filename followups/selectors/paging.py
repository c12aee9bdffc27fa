"""The pages of a list of occurrences in the order they are due, fast however many there are.

The index on body, state and due day gives one body's rows in order, and the database stops after a page. Of a few bodies each gives
its own first rows, and the first of these are the page's. Of many, as of all, the index on state and due day gives everybody's rows in order,
of which enough are theirs for a page soon to be full.
"""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import Http404

from followups.models import Occurrence
from meetings.paging import PAGE_SIZE, Page, number_of

FEW_BODIES = 8  # a query of a branch for each costs the database more to plan than to answer
LAST_PAGE = 40  # each page costs as much as all before it; who looks for something so far down narrows the list


def page_in_time(rows: QuerySet, bodies: Sequence[int] | None, number: str | None, *, last_first: bool = False) -> Page[int]:
    """The keys of one page of `rows`, which are unordered occurrences; `bodies` None is every body's. One query.

    Raises Http404 for a page there is none of, and past `LAST_PAGE`.
    """
    wanted = number_of(number)
    if wanted > LAST_PAGE:
        raise Http404
    up_to = wanted * PAGE_SIZE + 1
    keys = first_in_time(rows, bodies, up_to, last_first=last_first)[up_to - PAGE_SIZE - 1 :]
    if not keys and wanted > 1:
        raise Http404
    return Page(keys[:PAGE_SIZE], wanted, len(keys) > PAGE_SIZE and wanted < LAST_PAGE)


def is_cut(page: Page) -> bool:
    """Tells whether this is the last page that is shown, and more rows may follow."""
    return page.number == LAST_PAGE and len(page.rows) == PAGE_SIZE


def first_in_time(rows: QuerySet, bodies: Sequence[int] | None, at_most: int, *, last_first: bool = False) -> list[int]:
    """The keys of the first `at_most` in time, or of the last ones, the very last first."""
    order = ("-due_order", "-pk") if last_first else ("due_order", "pk")
    if bodies is not None and not bodies:
        return []
    if bodies is None or len(bodies) > FEW_BODIES:
        theirs = rows if bodies is None else rows.filter(body__in=bodies)
        return list(theirs.order_by(*order).values_list("pk", flat=True)[:at_most])
    parts = [_first_of(rows.filter(body=body).order_by(*order)[:at_most]) for body in bodies]
    first = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return [key for _day, key in first.order_by(*order)[:at_most]]


def _first_of(rows: QuerySet) -> QuerySet:
    # SQLite takes no LIMIT within a UNION, so the part is limited one level further down.
    keys = rows.values("pk")
    return Occurrence.objects.filter(pk__in=keys).order_by().values_list("due_order", "pk")
