"""The readers of an item, as its page tells those who manage the body."""

from dataclasses import dataclass

from meetings.disqualification import DisqualifiedName, named_in
from meetings.models import AccessStep, AgendaItem, Person


@dataclass(frozen=True, slots=True)
class ItemAccess:
    """The members shut out, the names of disqualified members nobody has answered for, and what was said when."""

    shut_out: list[Person]
    unsettled: list[DisqualifiedName]
    members: list[Person]
    steps: list[AccessStep]
    has_disqualified: bool


def access_of(item: AgendaItem) -> ItemAccess:
    """Those shut out, the body's members, the steps, and of a closed item the disqualified: four queries, eight where one is named."""
    members = Person.objects.filter(memberships__body=item.body_id).distinct().order_by("sort_key", "pk")
    return ItemAccess(
        shut_out=list(item.shut_out.order_by("sort_key", "pk")),
        unsettled=[named for named in named_in([item]) if not named.is_settled],
        members=list(members),
        steps=list(item.access_steps.select_related("person", "by")),
        has_disqualified=any(part.disqualified for part in item.readable_participations),
    )
