"""Items side by side: which is which, how they differ, and what an item says once some of that is taken over. Pure."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, fields, replace

from danish.folding import name_key
from minutes.corrections.keys import free_key
from minutes.corrections.values import TEXT, corrected_of, is_by_hand
from minutes.differences.difference import Difference, Effect
from minutes.differences.parts import ComparedPart, part_differences, part_taken
from minutes.differences.sections import with_decision, without_decision
from minutes.differences.trust import Trust
from minutes.pairing import pair
from reader import facts
from reader.headlines import is_supplement

_APART = ("number", "label", "in_doubt", "key", "row", "written", "stands_for", "corrected", "at")
_SCALARS = ("title", "case_number", "closed", "decision")
# Obligations are reviewed one by one, not compared.
_PARTS = tuple(name.name for name in fields(facts.ItemFacts) if name.name not in (*_APART, *facts.OBLIGATIONS))


@dataclass(frozen=True, slots=True)
class ItemSlot:
    """One item of both versions, or of one of them. `key` is unique among the slots.

    `was_joined`: only the document has it as an item; in the register somebody has joined it with another by hand.
    """

    key: str
    old: facts.ItemFacts | None
    new: facts.ItemFacts | None
    was_joined: bool = False

    @property
    def path(self) -> str:
        return f"item/{self.key}"

    @property
    def both(self) -> tuple[facts.ItemFacts, facts.ItemFacts]:
        """The item as the register and as the document have it; of a slot that has both."""
        assert self.old
        assert self.new
        return self.old, self.new

    @property
    def by_hand(self) -> list[str]:
        """The parts corrected by hand in the register, and not anew in the document's reading."""
        old, new = self.both
        return [part for part in old.corrected if part not in new.corrected]


def slots_of(before: facts.Minutes, after: facts.Minutes) -> list[ItemSlot]:
    """Every item once: those of the document in its order, then those that only the register has."""
    origins = pair(before.items, after.items, adds=is_supplement(after))
    taken = {item.key for item in after.items if item.key}
    slots = []
    for item, origin in zip(after.items, origins, strict=True):
        old = before.items[origin] if origin is not None else None
        slots.append(ItemSlot(item.key or _new_key(item, taken), old, item, was_joined=old is None and _was_joined(item, before)))
    alone = [item for place, item in enumerate(before.items) if place not in origins]
    return slots + [ItemSlot(_new_key(item, taken), item, None) for item in alone]


def slot_differences(slot: ItemSlot, trust: Trust) -> list[Difference]:
    """The item's differences, part by part."""
    if slot.old is None:
        return [Difference(slot.path, slot.key, "item", None, slot.new, Effect.ADDS, not slot.was_joined, by_hand=slot.was_joined)]
    if slot.new is None:
        removal = Difference(slot.path, slot.key, "item", slot.old, None, Effect.REMOVES, is_default=False, of_closed=slot.old.closed)
        return [removal] if trust.may_remove("item") else []
    found = [difference for part in _parts(slot) for difference in part_differences(part, trust)]
    return [replace(one, of_closed=slot.old.closed) for one in found]


def item_taken(slot: ItemSlot, trust: Trust, taken: set[str]) -> facts.ItemFacts | None:
    """The item once the differences of the paths `taken` are taken over; None for no item."""
    if slot.old is None or slot.new is None:
        is_there = (slot.path in taken) is (slot.old is None)
        return deepcopy(slot.old or slot.new) if is_there else None
    item = deepcopy(slot.old)
    item.key = slot.new.key
    is_taken = any(path.startswith(f"{slot.path}/") for path in taken)
    if slot.new.closed and not slot.old.closed and not is_taken:
        return item  # nor does what its text promises come into the open
    for part in _parts(slot):
        setattr(item, part.name, part_taken(part, trust, taken))
    item.sections = with_decision(item.sections, item, slot.old, slot.new)
    if any(getattr(item, part) != getattr(slot.old, part) for part in _SCALARS):
        item.at = slot.new.at
    _follow_texts(item, slot.old, slot.new, trust)
    item.corrected = corrected_of(item, slot.old, slot.new)
    _close_with_texts(item, slot, is_taken)
    return item


def _was_joined(item: facts.ItemFacts, before: facts.Minutes) -> bool:
    """Tells whether the heading of `item` is a line of an item that somebody has joined others with (`minutes.corrections.texts`)."""
    texts = [section.text for old in before.items if TEXT in old.corrected for section in old.sections]
    return any(line.strip().endswith(item.title) for text in texts for line in text.split("\n")) if item.title else False


def whole_item(item: facts.ItemFacts) -> list:
    """Everything that is compared of an item, with its number and whether it is in doubt."""
    return [item.number, item.in_doubt, *(getattr(item, name) for name in _PARTS)]


def _parts(slot: ItemSlot) -> Iterator[ComparedPart]:
    before, after = slot.both
    sections = without_decision(before, after)
    for name in _PARTS:
        old, new = sections if name == "sections" else (getattr(before, name), getattr(after, name))
        yield ComparedPart(f"{slot.path}/{name}", slot.key, name, old, new, is_by_hand(slot.by_hand, name), name in before.written)


def _follow_texts(item: facts.ItemFacts, old: facts.ItemFacts, new: facts.ItemFacts, trust: Trust) -> None:
    """Give the item the obligations that its texts tell of: as `new` reads a sentence it has, else as `old` did.

    One whose sentence stands in no text of its version follows the document, unless that only adds.
    """
    held, read, known = _texts(item), _texts(new), _texts(old)
    for name in facts.OBLIGATIONS:
        taken = [one for one in getattr(new, name) if _stands(one, held) or not _stands(one, read)]
        told = {name_key(one.quote) for one in taken}
        left = [one for one in getattr(old, name) if name_key(one.quote) not in told and not _stands(one, read)]
        kept = [one for one in left if _stands(one, held) or not (trust.changes or _stands(one, known))]
        setattr(item, name, deepcopy(kept + taken))


def _close_with_texts(item: facts.ItemFacts, slot: ItemSlot, is_taken: bool) -> None:
    """Close the item when anything was taken over out of one that the document has as closed, or in doubt: its words go nowhere open."""
    old, new = slot.both
    if new.closed and (is_taken or old.closed):
        item.closed, item.in_doubt = True, new.in_doubt and (old.in_doubt or not old.closed)
    if not item.closed:
        item.in_doubt = False


def _texts(item: facts.ItemFacts) -> set[str]:
    return {name_key(text) for text in (item.decision or "", *(section.text for section in item.sections))}


def _stands(obligation: facts.HearingFacts | facts.FollowUpFacts | facts.PlannedTreatmentFacts, texts: set[str]) -> bool:
    return any(name_key(obligation.quote) in text for text in texts)


def _new_key(item: facts.ItemFacts, taken: set[str]) -> str:
    key = free_key(str(item.number) if item.number is not None else item.title, taken)
    taken.add(key)
    return key
