"""Members named as disqualified (inhabil) in a closed item, and whether somebody has answered whom the name means."""

from collections.abc import Iterable
from dataclasses import dataclass

from danish.folding import fold, name_key
from danish.likeness import nearly_same_name
from meetings.models import AccessStep, AgendaItem, Membership, Participation, Person


@dataclass(frozen=True, slots=True)
class DisqualifiedName:
    """A disqualified name in a closed item.

    `person` is whom the name was taken for; that is certain when he or she sits or sat on the body, and where no members of the body are
    known. `last` is the last step about the name, `shut_out` the keys of all who are shut out of the item.
    """

    item: AgendaItem
    name: str
    person: Person | None
    is_certain: bool
    last: AccessStep | None
    shut_out: frozenset[int]

    @property
    def is_answered(self) -> bool:
        """Tells whether it is said for certain whom the name means, or that it means nobody who could read the item."""
        if self.last is None or self.last.is_guess:
            return False
        return self.last.what == AccessStep.What.LET_IN or self.last.person_id in self.shut_out

    @property
    def is_settled(self) -> bool:
        return self.is_answered or (self.is_certain and self.person.pk in self.shut_out)


def named_in(items: Iterable[AgendaItem]) -> list[DisqualifiedName]:
    """Every disqualified name in the closed ones of `items`: no query where none is closed, one where nobody is named, else four."""
    closed = {item.pk: item for item in items if item.closed}
    if not closed:
        return []
    parts = Participation.objects.filter(item__in=closed, disqualified=True).select_related("person").order_by("item__position", "position")
    parts = list(parts)
    if not parts:
        return []
    steps = AccessStep.objects.filter(item__in=closed).exclude(name_key="").order_by("at", "pk")
    last = {(step.item_id, step.name_key): step for step in steps}
    shut_out: dict[int, set[int]] = {}
    for item_id, person_id in AgendaItem.shut_out.through.objects.filter(agendaitem__in=closed).values_list("agendaitem", "person"):
        shut_out.setdefault(item_id, set()).add(person_id)
    seats = Membership.objects.filter(body__in={item.body_id for item in closed.values()})
    members: dict[int, set[int]] = {}
    for body_id, person_id in seats.values_list("body", "person"):
        members.setdefault(body_id, set()).add(person_id)
    return [
        DisqualifiedName(
            item := closed[part.item_id],
            part.name,
            part.person,
            part.person_id in members.get(item.body_id, {part.person_id} - {None}),
            last.get((item.pk, name_key(part.name))),
            frozenset(shut_out.get(item.pk, ())),
        )
        for part in parts
    ]


def candidates(named: DisqualifiedName) -> list[Person]:
    """The members whom a name that is nobody's for certain may mean: those called nearly so, else all. The person it was taken for, too."""
    members = list(Person.objects.filter(memberships__body=named.item.body_id).distinct().order_by("sort_key", "pk"))
    like = [person for person in members if _may_be(named.name, person.name)]
    return list(dict.fromkeys([*([named.person] if named.person else []), *(like or members)]))


def _may_be(name: str, other: str) -> bool:
    return name_key(name) == name_key(other) or nearly_same_name(name, other) or bool({*fold(name).split()} & {*fold(other).split()})
