"""The items of an agenda in which the actor has a part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.own_items import NamesOfItem, Part, parts_in
from agendas.selectors.board import BoardRow
from cases.access import Actor
from meetings.models import AgendaItem, Person, PersonName, Recommendation, Section

PARTS = {
    Part.RESPONSIBLE: _("You are responsible"),
    Part.GUEST: _("You are invited"),
    Part.PUT_FORWARD: _("You put it forward"),
    Part.OWES: _("You owe the answer"),
    Part.NAMED: _("You are named"),
}


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A row of the agenda, and in words the parts that the actor has in it."""

    row: BoardRow
    parts: list[str]


def own_items(rows: Sequence[BoardRow], actor: Actor) -> list[OwnItem]:
    """The rows in which the actor is named, in their order: four queries. Items are held to be readable to the actor."""
    names = _names(actor)
    items = [row.item for row in rows if row.item]
    texts = _texts(items, names, actor) if names else {}
    found = []
    for row in rows:
        if row.item and (parts := parts_in(_names_in(row, texts), names)):
            found.append(OwnItem(row, [str(PARTS[part]) for part in parts]))
    return found


def _names(actor: Actor) -> list[str]:
    """The actor's name in all its spellings."""
    own = Person.objects.filter(pk=actor.person_id).values_list("name", flat=True)
    return [*own, *PersonName.objects.filter(person=actor.person_id).values_list("name", flat=True)] if actor.person_id else []


def _names_in(row: BoardRow, texts: dict[int, list[str]]) -> NamesOfItem:
    item = row.item
    return NamesOfItem(
        responsible=item.responsible,
        guests=[guest.name for guest in item.readable_invited],
        owed_by=[one.owed_by for one in row.answers],
        texts=[item.title, *texts[item.pk]],
    )


def _texts(items: Sequence[AgendaItem], names: Sequence[str], actor: Actor) -> dict[int, list[str]]:
    """The sections and recommendations in which the last word of a name stands, by the item's key."""
    found: dict[int, list[str]] = defaultdict(list)
    holds = reduce(or_, [Q(text__contains=name.split()[-1]) for name in names if name.split()])
    for model in (Section, Recommendation):
        for key, text in model.objects.visible_to(actor).filter(holds, item__in=items).values_list("item", "text"):
            found[key].append(text)
    return found
