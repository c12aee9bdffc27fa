"""The case list's search: cases by number or by latest meeting, and items without a case, as far as the actor may read."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.access import Actor
from cases.models import Case
from cases.querysets import words_of
from meetings.models import AgendaItem, Body

FEW = 10


def ids_by_number(text: str, actor: Actor, *, body: Body | None, year: int | None) -> QuerySet:
    """The keys of the cases found, in the order of their numbers."""
    cases = Case.objects.visible_to(actor).matching(text, actor)
    if body or year:
        cases = cases.filter(Exists(_items(actor, body, year).filter(case=OuterRef("pk"))))
    return cases.in_order().values_list("pk", flat=True)


def ids_by_meeting(text: str, actor: Actor, *, body: Body | None, year: int | None) -> QuerySet:
    """The keys of the cases found, the latest treated first.

    One row per case, its newest appearance's: so the database can stop after a page instead of sorting the register.
    """
    items = _items(actor, body, year)
    # From its own day on, which the index on case and day leads to: a standing case has thousands of items before it.
    newer = items.filter(case=OuterRef("case"), date__gte=OuterRef("date")).filter(Q(date__gt=OuterRef("date")) | Q(pk__gt=OuterRef("pk")))
    newest = items.filter(~Exists(newer), case__isnull=False)
    if text:
        newest = newest.filter(case__in=Case.objects.matching(text, actor).values("pk"))
    return newest.order_by("-date", "-pk").values_list("case", flat=True)


def loose_items(text: str, actor: Actor, *, body: Body | None, year: int | None) -> QuerySet:
    """The newest items without a case number, which some councils print none of: found by the same words."""
    items = _items(actor, body, year).filter(case__isnull=True)
    for word in words_of(text):
        items = items.containing(word, actor)
    return items.select_related("meeting", "body").order_by("-date", "-pk")[:FEW]


def _items(actor: Actor, body: Body | None, year: int | None) -> QuerySet:
    items = AgendaItem.objects.visible_to(actor)
    if body:
        items = items.filter(body=body)
    if year:
        items = items.filter(date__year=year)  # a stretch of the index on days
    return items
