"""Corrections of single values: which parts of the facts can be corrected, and how a JSON value becomes the part."""

from typing import Any

from danish.numbers import whole_number
from reader import facts, format

MEETING_PARTS = ("kind", "body", "date", "start", "end", "place", "attendees", "absent")
STANDS_FOR = "stands_for"  # which item of the agenda it is: nothing that the item says
ITEM_PARTS = ("number", "title", "case_number", "closed", "outcomes", "votes", "absences", STANDS_FOR)
LARGEST_ITEM_NUMBER = 99_999
TEXT = "text"  # stands for all that an item's text tells, where text has come to it or gone from it
_HEAD = ("number", "title", "case_number", "closed")


def value_of(owner: facts.Minutes | facts.ItemFacts, part: str) -> Any:
    """The JSON value of `part`, as the minutes format has it with places. An item's number is the text that is printed."""
    if part == "number" and isinstance(owner, facts.ItemFacts):
        return str(owner.number) if owner.number is not None else owner.label
    return format.part_to_json(getattr(_holder(owner, part), part))


def set_value(owner: facts.Minutes | facts.ItemFacts, part: str, value: Any) -> None:
    """Make `part` of the meeting or the item say the JSON `value`. Raises `ValueError` or `TypeError` for another shape."""
    if part == "number" and isinstance(owner, facts.ItemFacts):
        owner.number, _title, owner.label = number_of(value)
        return
    holder = _holder(owner, part)
    setattr(holder, part, format.part_from_json(type(holder), part, value))
    if part == "closed":
        holder.in_doubt = False  # somebody has answered


def is_by_hand(corrected: list[str], part: str) -> bool:
    """Tells whether `part` is among what somebody has `corrected` by hand, by itself or with all that the item's text tells."""
    return part in corrected or (TEXT in corrected and part not in _HEAD)


def corrected_of(result: Any, old: Any, new: Any) -> list[str]:
    """The parts corrected by hand in `result`, each of which is as `old` or `new` has it."""
    kept = [part for part in old.corrected if part in (TEXT, "number") or getattr(result, part, None) == getattr(old, part, None)]
    taken = [part for part in new.corrected if part in (TEXT, "number") or getattr(result, part, None) == getattr(new, part, None)]
    return list(dict.fromkeys(kept + taken))


def _holder(owner: facts.Minutes | facts.ItemFacts, part: str) -> Any:
    return owner.meeting if isinstance(owner, facts.Minutes) and part != "kind" else owner


def number_of(printed: str) -> tuple[int | None, str, str]:
    """The number, an empty title and the label of an item whose number is printed so."""
    number = whole_number(printed, least=1, most=LARGEST_ITEM_NUMBER)
    return number, "", printed
