"""The cases that an item can belong to, found by words as somebody types them."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.access import Actor
from cases.models import Case, Matter
from meetings import case_search
from meetings.models import AgendaItem
from meetings.params import is_key

FEW, MATTERS, LOOKED_THROUGH = 6, 4, 300
Named = tuple[Case | None, Matter | None]


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case with one of its matters, told by its latest appearance; of what has no number the matter alone. `key` is what a form sends."""

    key: str
    latest: AgendaItem


def find_cases(text: str, actor: Actor) -> list[FoundCase]:
    """The cases that hold every word, those treated last first, each with its latest matters; then matters without a number. Four queries."""
    text = text.strip()[:200]
    if not text:
        return []
    keys = list(case_search.ids_by_meeting(text, actor, body=None, year=None)[:FEW])
    items = AgendaItem.objects.visible_to(actor).filter(case__in=keys).select_related("case", "meeting", "body")
    by_case: dict[int, list[AgendaItem]] = {key: [] for key in keys}
    for item in items.order_by("-meeting__date", "-pk")[:LOOKED_THROUGH]:
        by_case[item.case_id].append(item)
    loose = [item for item in case_search.loose_items(text, actor, body=None, year=None) if item.matter_id]
    return [found for own in by_case.values() for found in _by_matter(own)[:MATTERS]] + _by_matter(loose)[:FEW]


def case_named(key: str, actor: Actor) -> Named | None:
    """The case and the matter that a form names, as far as the actor may know of them; None where either is not there."""
    case_key, _dash, matter_key = key.partition("-")
    if not all(part == "" or is_key(part) for part in (case_key, matter_key)) or not (case_key or matter_key):
        return None
    case = Case.objects.visible_to(actor).filter(pk=case_key).first() if case_key else None
    matter = Matter.objects.visible_to(actor).filter(pk=matter_key).first() if matter_key else None
    return None if (case_key and not case) or (matter_key and not matter) else (case, matter)


def case_numbered(text: str, actor: Actor) -> Named | None:
    """The case that has this number, with its matter where it has just one that the actor may read; None where none has it."""
    case = Case.objects.visible_to(actor).numbered(text).first()
    if case is None:
        return None
    matters = AgendaItem.objects.visible_to(actor).filter(case=case, matter__isnull=False)
    keys = set(matters.values_list("matter", flat=True)[:LOOKED_THROUGH])
    return case, Matter.objects.visible_to(actor).filter(pk=keys.pop()).first() if len(keys) == 1 else None


def _by_matter(items: Iterable[AgendaItem]) -> list[FoundCase]:
    """One for each case and matter, by the first of its items."""
    found: dict[str, FoundCase] = {}
    for item in items:
        key = f"{item.case_id or ''}-{item.matter_id or ''}"
        found.setdefault(key, FoundCase(key, item))
    return list(found.values())
