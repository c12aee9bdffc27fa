"""Fetching obligations for a page, in a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from cases.access import Actor
from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.models import AgendaItem, Meeting, Reviewed

# What each kind is called in addresses.
MODELS: dict[str, type[Reviewed]] = {"hoering": Hearing, "opfoelgning": FollowUp, "behandling": PlannedTreatment}


@dataclass(slots=True)
class ItemWithObligations:
    """An item with its sections and its obligations, rejected ones included, in the order they were read; `kind` is a key of `MODELS`."""

    item: AgendaItem
    obligations: list[tuple[str, Reviewed]]


def held_by(meeting: Meeting, actor: Actor) -> list[ItemWithObligations]:
    """Everything the meeting's items hold to be answered for: seven queries. For those who manage the body."""
    items = AgendaItem.objects.visible_to(actor).filter(meeting=meeting).with_parts(actor, "sections", "earlier_treatments")
    items = list(items.select_related("case").order_by("position"))
    by_item: dict[int, list[tuple[str, Reviewed]]] = {item.pk: [] for item in items}
    for kind, rows in _rows(meeting):
        for row in rows:
            by_item[row.item_id].append((kind, row))
    for item in items:
        item.meeting = meeting
    return [ItemWithObligations(item, by_item[item.pk]) for item in items]


def unreviewed_count(meeting_id: int) -> int:
    """Counts the obligations of the meeting that nobody has answered for."""
    waiting = {"item__meeting": meeting_id, "review": Reviewed.Review.UNREVIEWED}
    return sum(model.objects.filter(**waiting).count() for model in MODELS.values())


def obligation_count(items: list[int]) -> dict[int, int]:
    """The number of obligations each of the items holds, rejected ones left out; one query a kind, none without items."""
    found: dict[int, int] = {}
    for model in MODELS.values() if items else ():
        living = model.objects.filter(item__in=items).exclude(review=Reviewed.Review.REJECTED).order_by()
        for item, count in living.values_list("item").annotate(Count("pk")):
            found[item] = found.get(item, 0) + count
    return found


def _rows(meeting: Meeting) -> Iterator[tuple[str, QuerySet]]:
    for kind, model in MODELS.items():
        rows = model.objects.filter(item__meeting=meeting).order_by("pk")
        yield kind, rows.whole()
