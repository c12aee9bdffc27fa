"""The words of a document that make it doubtful whether an item is closed, and the answers given for them before. Pure."""

from danish.folding import name_key
from minutes.closed_text import REGISTER_CODES
from minutes.corrections.values import TEXT
from reader import facts
from reader.parsing.doubts import DOUBT_CODES

ALL_CODES = (*DOUBT_CODES, *REGISTER_CODES)


def doubts_of(minutes: facts.Minutes) -> list[list[facts.Warning]]:
    """The doubts about each item of `minutes`, in the items' order: those told with its number, else those whose place lies within it."""
    doubts = [warning for warning in minutes.warnings if warning.code in ALL_CODES]
    found: list[list[facts.Warning]] = [[] for _item in minutes.items]
    for warning in doubts:
        numbered = [place for place, item in enumerate(minutes.items) if warning.item is not None and item.number == warning.item]
        places = numbered if len(numbered) == 1 else _around(minutes.items, warning.at)
        for place in places[-1:]:
            found[place].append(warning)
    return found


def unplaced(minutes: facts.Minutes) -> list[facts.Warning]:
    """The doubts that are no single item's: the document tells of closed items and none was found."""
    placed = [one for doubts in doubts_of(minutes) for one in doubts]
    return [warning for warning in minutes.warnings if warning.code in ALL_CODES and warning not in placed]


def without_words(corrected: list[str]) -> str:
    """The code of the reason for a doubt that no words of a document raised; `corrected` are the item's parts corrected by hand."""
    return "took_closed_text_in" if TEXT in corrected else "doubt_without_reason"


def _around(items: list[facts.ItemFacts], at: facts.TextPlace | None) -> list[int]:
    """The items that begin at or above the place; the last of them is the one it stands in."""
    if at is None:
        return []
    return [place for place, item in enumerate(items) if item.at and (item.at.page, item.at.line) <= (at.page, at.line)]


def are_answered(doubts: list[facts.Warning], kept: list[dict]) -> bool:
    """Tells whether each of the `doubts` is among those that are `kept` with an item of the register (`AgendaItem.doubts`)."""
    known = {(entry["code"], name_key(entry["quote"])) for entry in kept}
    return bool(doubts) and all((one.code, name_key(one.quote)) in known for one in doubts)


def kept(doubts: list[facts.Warning], before: list[dict]) -> list[dict]:
    """The `doubts` as an item of the register keeps them, after those it kept `before`: what was answered once stays answered."""
    known = {(entry["code"], name_key(entry["quote"])) for entry in before}
    new = [one for one in doubts if (one.code, name_key(one.quote)) not in known]
    return before + [{"code": one.code, "params": one.params, "quote": one.quote, "at": _at(one)} for one in new]


def _at(warning: facts.Warning) -> list[int] | None:
    return [warning.at.page, warning.at.line, warning.at.end_line] if warning.at else None
