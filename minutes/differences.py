"""How a new reading differs from what the register holds, one difference at a time, and what comes of accepting some of them.

Pure. `before` and `after` are the facts of the meeting in the register and of the document; places, line breaks and the width of white space do
not count as differences.
"""

from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from danish.folding import name_key
from minutes import facts

_MEETING_PARTS = ("start", "end", "place", "attendees", "absent")
_OBLIGATIONS = ("hearings", "follow_ups", "planned_treatments")  # reviewed one by one, not compared
_ITEM_PARTS = tuple(name.name for name in fields(facts.Item) if name.name not in ("number", "label", "at", *_OBLIGATIONS))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the two do not agree on. `item` is the item's key in both (see `item_key`), None for the meeting itself.

    `part` is the attribute of the facts; `item` for an item that only one side has (`before` or `after` is then None).
    """

    path: str
    item: str | None
    part: str
    before: Any
    after: Any

    @property
    def opens(self) -> bool:
        """Whether it would open an item that is closed in the register: that is never taken over unless it is asked for by name."""
        return self.part == "closed" and self.before and not self.after


def differences(before: facts.Minutes, after: facts.Minutes) -> list[Difference]:
    """Everything `after` says otherwise than `before`, in the document's order."""
    found = [
        Difference(f"meeting/{part}", None, part, old, new)
        for part in _MEETING_PARTS
        if not _same(old := getattr(before.meeting, part), new := getattr(after.meeting, part))
    ]
    if not _same(before.time_plan, after.time_plan):
        found.append(Difference("time_plan", None, "time_plan", before.time_plan, after.time_plan))
    if before.kind == "agenda" and after.kind == "minutes":
        found.append(Difference("kind", None, "kind", before.kind, after.kind))
    old_items, new_items = _by_key(before), _by_key(after)
    for key in list(dict.fromkeys([*new_items, *old_items])):
        found += _item_differences(key, old_items.get(key), new_items.get(key))
    return found


def accept(before: facts.Minutes, after: facts.Minutes, paths: set[str]) -> facts.Minutes:
    """`before` with the differences of `paths` taken over from `after`. All paths give `after`, none gives `before`.

    Obligations are no differences: they are answered for one by one. They follow the text they were read out of: where a decision or the
    sections are left as the register has them, its obligations read there stay and those of `after` are left out.
    """
    result = deepcopy(before)
    result.source = after.source
    for difference in differences(before, after):
        if difference.path not in paths:
            continue
        if difference.part == "item":
            _take_item(result, difference, after)
        elif difference.part == "sections":
            _by_key(result)[difference.item].sections = deepcopy(_by_key(after)[difference.item].sections)
        elif difference.item is not None:
            setattr(_by_key(result)[difference.item], difference.part, deepcopy(difference.after))
        elif difference.part in ("time_plan", "kind"):
            setattr(result, difference.part, deepcopy(difference.after))
        else:
            setattr(result.meeting, difference.part, deepcopy(difference.after))
    old, new = _by_key(before), _by_key(after)
    for key, item in _by_key(result).items():
        if key in old and key in new:
            refused = {one.part for one in _item_differences(key, old[key], new[key]) if one.path not in paths}
            _follow_texts(item, old[key], new[key], refused)
            _tell_decision(item, old[key], new[key])
    return result


def keep_closed(before: facts.Minutes, after: facts.Minutes) -> None:
    """Keep closed in `after` every item that is closed in `before`: what takes all of a document over opens nothing by the way."""
    old = _by_key(before)
    for key, item in _by_key(after).items():
        item.closed = item.closed or (key in old and old[key].closed)


def item_key(item: facts.Item, seen: dict[str, facts.Item]) -> str:
    """What tells an item from its fellows in both documents: its number, else its title; a repeated one gets a serial."""
    base = str(item.number) if item.number is not None else item.title
    key, serial = base, 1
    while key in seen:
        serial += 1
        key = f"{base} ({serial})"
    return key


def _by_key(minutes: facts.Minutes) -> dict[str, facts.Item]:
    found: dict[str, facts.Item] = {}
    for item in minutes.items:
        found[item_key(item, found)] = item
    return found


def _item_differences(key: str, old: facts.Item | None, new: facts.Item | None) -> list[Difference]:
    if old is None or new is None:
        return [Difference(f"item/{key}", key, "item", old, new)]
    said = [(part, _part(old, part), _part(new, part)) for part in _ITEM_PARTS]
    return [Difference(f"item/{key}/{part}", key, part, a, b) for part, a, b in said if not _same(a, b)]


def _part(item: facts.Item, part: str) -> Any:
    """What is compared: of the sections all but the decision's, which is a part of its own and would be told twice."""
    if part != "sections":
        return getattr(item, part)
    return [section for section in item.sections if not _holds_decision(section, item)]


def _holds_decision(section: facts.Section, item: facts.Item) -> bool:
    return bool(item.decision) and section.text == item.decision


def _tell_decision(item: facts.Item, old: facts.Item, new: facts.Item) -> None:
    """Make the section that holds the decision say the one that was accepted."""
    places = [place for place, section in enumerate(item.sections) if _holds_decision(section, old) or _holds_decision(section, new)]
    for place in places:
        item.sections[place].text = item.decision or ""
    if item.decision and not places:
        told = [(place, section) for place, section in enumerate(new.sections) if section.text == item.decision]
        for place, section in told:
            item.sections.insert(place, deepcopy(section))


def _follow_texts(item: facts.Item, old: facts.Item, new: facts.Item, refused: set[str]) -> None:
    """Give the item the obligations of `new`, but for those read out of a text that was refused: there those of `old` stay."""
    for name in _OBLIGATIONS:
        taken = [one for one in getattr(new, name) if _read_from(one, new) not in refused]
        told = {name_key(one.quote) for one in taken}
        kept = [one for one in getattr(old, name) if _read_from(one, old) in refused and name_key(one.quote) not in told]
        setattr(item, name, deepcopy(kept + taken))


def _read_from(obligation: Any, item: facts.Item) -> str:
    """The part of the item that its sentence stands in: the decision, else the sections."""
    return "decision" if name_key(obligation.quote) in name_key(item.decision or "") else "sections"


def _take_item(result: facts.Minutes, difference: Difference, after: facts.Minutes) -> None:
    if difference.after is None:
        result.items.remove(_by_key(result)[difference.item])
        return
    order = list(_by_key(after))
    place = order.index(difference.item)
    before_it = [key for key in order[:place] if key in _by_key(result)]
    index = list(_by_key(result)).index(before_it[-1]) + 1 if before_it else 0
    result.items.insert(index, deepcopy(difference.after))


def _same(a: Any, b: Any) -> bool:
    return _said(a) == _said(b)


def _said(value: Any) -> Any:
    """What is compared of a value: neither where it stands nor how its text is broken into lines, which nobody could see as a change."""
    if isinstance(value, list):
        return [_said(entry) for entry in value]
    if is_dataclass(value):
        return {name.name: _said(getattr(value, name.name)) for name in fields(value) if name.name != "at"}
    return " ".join(value.split()) if isinstance(value, str) else value
