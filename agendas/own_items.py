"""The parts that somebody has in an item of an agenda, by the names that stand in it. Pure: no Django, no clock."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from danish.folding import fold


class Part(StrEnum):
    RESPONSIBLE = "responsible"
    GUEST = "guest"
    PUT_FORWARD = "put_forward"
    OWES = "owes"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class NamesOfItem:
    """An item names people in these places: the responsible, its guests, who owes what it answers, and its title and text."""

    responsible: str = ""
    guests: Sequence[str] = ()
    owed_by: Sequence[str] = ()
    texts: Sequence[str] = ()


_PUT_FORWARD = r"(?:(?:forslag|spørgsmål|anmodning|henvendelse|ønske|initiativ|opfordring|sag)(?:et|en|er)? (?:fra|af)|(?:stillet|rejst|foreslået|fremsat|indbragt) af)"
_BETWEEN = r"(?:[\w-]+ ){0,2}"  # "byrådsmedlem", "rådets medlem"


def parts_in(item: NamesOfItem, names: Collection[str]) -> list[Part]:
    """Returns the parts in the item of the person who is called any of `names`, the weightiest first; a name of one word is nobody's."""
    patterns = [_pattern(name) for name in names if len(fold(name).split()) > 1]
    if not patterns:
        return []
    person = "(?:" + "|".join(patterns) + ")"
    texts = [fold(text) for text in item.texts]
    found = {
        Part.RESPONSIBLE: _is_in(person, [fold(item.responsible)]),
        Part.GUEST: _is_in(person, map(fold, item.guests)),
        Part.PUT_FORWARD: _is_in(rf"\b{_PUT_FORWARD} {_BETWEEN}{person}|{person} (?:forslag|spørgsmål|anmodning|initiativ)\b", texts),
        Part.OWES: _is_in(person, map(fold, item.owed_by)),
        Part.NAMED: _is_in(person, texts),
    }
    if found[Part.PUT_FORWARD]:
        found[Part.NAMED] = False
    return [part for part in Part if found[part]]


def _pattern(name: str) -> str:
    """The name as a whole, also in the genitive; not as the beginning of a longer one."""
    return rf"(?<![\w-]){re.escape(fold(name))}(?:'?s)?(?![\w]|-\w)"


def _is_in(pattern: str, texts: Iterable[str]) -> bool:
    return any(re.search(pattern, text) for text in texts)
