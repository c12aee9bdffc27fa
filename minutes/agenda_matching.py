"""Minutes held against the agenda that was made here: which of its items each is taken for, and which were not treated. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danish.folding import name_key
from minutes.pairing import NUMBER, are_like, pair
from reader import facts

_TELLING = 8  # letters: a shorter title may end any line


@dataclass(frozen=True, slots=True)
class AgendaMatch:
    """The item of the agenda that an item of the document is taken for, None where it is a new one; and those that it could be instead."""

    item: facts.ItemFacts | None
    free: Sequence[facts.ItemFacts]


def agenda_matches(register: facts.Minutes, reading: facts.Minutes) -> list[AgendaMatch | None]:
    """For each item of the document what there is to ask somebody: it is called otherwise than on the agenda, or is not on it.

    None where there is nothing to ask: titles and numbers tell, or the agenda was read from a document itself.
    """
    origins = pair(register.items, reading.items)
    is_free = [place not in origins and NUMBER in item.written for place, item in enumerate(register.items)]
    free = [item for item, alone in zip(register.items, is_free, strict=True) if alone]
    found: list[AgendaMatch | None] = []
    for item, origin in zip(reading.items, origins, strict=True):
        old = None if origin is None else register.items[origin]
        is_asked = bool(free) if old is None else NUMBER in old.written and not are_like(old, item)
        found.append(AgendaMatch(old, free) if reading.kind == "minutes" and (is_asked or item.stands_for is not None) else None)
    return found


def swallowed_by(item: facts.ItemFacts, reading: facts.Minutes) -> facts.ItemFacts | None:
    """The item of the document in whose text a line ends with the title of `item`: there that may begin, and was read as more text of this one."""
    title = name_key(item.title)
    if len(title) < _TELLING:
        return None
    return next((one for one in reading.items if any(line.endswith(title) for line in _lines(one))), None)


def _lines(item: facts.ItemFacts) -> Iterator[str]:
    return (name_key(line) for section in item.sections for line in (section.heading, *section.text.split("\n")))


def untreated(minutes: facts.Minutes) -> list[facts.ItemFacts]:
    """The items that stood on an agenda made here, and of which the minutes tell neither a decision nor an outcome nor a vote."""
    return [item for item in minutes.items if NUMBER in item.written and not (item.decision or item.outcomes or item.votes)]
