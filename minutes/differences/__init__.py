"""Differences between a new reading and the register, one at a time, and the meeting with some of them accepted.

Pure. `before` and `after` are the facts of the meeting in the register and of the document. Nothing that only the register has goes unless its
removal is accepted by its own path; a document that says nothing of a part does not differ there.
"""

from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import replace

from danish.folding import name_key
from minutes.corrections.values import corrected_of
from minutes.differences.comparison import same
from minutes.differences.difference import Difference, Effect
from minutes.differences.items import ItemSlot, item_taken, slot_differences, slots_of, whole_item
from minutes.differences.lists import woven
from minutes.differences.newly_open import newly_open
from minutes.differences.parts import ComparedPart, part_differences, part_taken
from minutes.differences.trust import Trust, trust_in
from reader import facts

__all__ = ["Difference", "Effect", "accept", "defaults", "differences", "newly_open", "says_the_same"]

_MEETING_PARTS = ("start", "end", "place", "attendees", "absent")
_NUMBERING, _ORDER = "numbering", "order"


def differences(before: facts.Minutes, after: facts.Minutes, held_back: Collection[str] = ()) -> list[Difference]:
    """Everything `after` says otherwise than `before`, in the document's order. Nothing of the paths `held_back` is taken over by default."""
    trust, slots = trust_in(after, before), slots_of(before, after)
    found = [one for part in _meeting_parts(before, after) for one in part_differences(part, trust)]
    found += part_differences(_time_plan(before, after), trust)
    if before.kind == "agenda" and after.kind == "minutes":
        found.append(Difference("kind", None, "kind", before.kind, after.kind))
    found += _numbering(slots, trust) or _order(before, after, slots)
    for slot in slots:
        found += slot_differences(slot, trust)
    return [_held_back(one) if _is_within(one.path, held_back) else one for one in found]


def defaults(found: list[Difference]) -> set[str]:
    """The paths that are taken over where nobody has chosen: those that take nothing away and open nothing."""
    return {one.path for one in found if one.is_default}


def says_the_same(one: facts.Minutes, other: facts.Minutes) -> bool:
    """Tells whether both say the same in every part, where one says nothing, too; obligations, which are answered for one by one, left out."""
    return same(_told(one), _told(other))


def accept(before: facts.Minutes, after: facts.Minutes, paths: set[str]) -> facts.Minutes:
    """`before` with the differences of `paths` taken over from `after`; without any path it says what `before` says.

    Obligations are no differences: they are answered for one by one, and follow the text they were read out of. Every item that the
    register has keeps its `row`.
    """
    taken = {one.path for one in differences(before, after)} & paths
    trust, slots = trust_in(after, before), slots_of(before, after)
    result = deepcopy(before)
    result.source = after.source
    for part in _meeting_parts(before, after):
        setattr(result.meeting, part.name, part_taken(part, trust, taken))
    result.time_plan = part_taken(_time_plan(before, after), trust, taken)
    if "kind" in taken:
        result.kind = after.kind
    result.meeting.corrected = corrected_of(result.meeting, before.meeting, after.meeting)
    result.items = _items(before, slots, trust, taken)
    result.time_plan = _following(result, before, after)
    return result


def _following(result: facts.Minutes, before: facts.Minutes, after: facts.Minutes) -> list[facts.TimePlanRowFacts]:
    """The time plan, whose rows that only the register has name their items by the numbers these have now: one without a number by none."""
    now = {item.row: item.number for item in result.items if item.row is not None}
    numbers = {item.number: now.get(item.row) for item in before.items if item.number is not None and item.row is not None}
    return [
        replace(row, item=numbers[row.item]) if row.item in numbers and row in before.time_plan and row not in after.time_plan else row
        for row in result.time_plan
    ]


def _is_within(path: str, held_back: Collection[str]) -> bool:
    parts = path.split("/")
    return parts[0] in held_back or "/".join(parts[:2]) in held_back


def _held_back(difference: Difference) -> Difference:
    return replace(difference, is_default=False, held_back=True)


def _told(minutes: facts.Minutes) -> list:
    meeting = [getattr(minutes.meeting, part) for part in _MEETING_PARTS]
    return [minutes.kind, *meeting, minutes.time_plan, [whole_item(item) for item in minutes.items]]


def _meeting_parts(before: facts.Minutes, after: facts.Minutes) -> Iterator[ComparedPart]:
    """The parts of the meeting. Who is away in the document has not gone from those who came: the name has moved."""
    old, new = before.meeting, after.meeting
    moved = {"attendees": frozenset(name_key(one.name) for one in new.absent), "absent": frozenset(map(name_key, new.attendees))}
    for name in _MEETING_PARTS:
        values = getattr(old, name), getattr(new, name)
        yield ComparedPart(
            f"meeting/{name}", None, name, *values, name in old.corrected and name not in new.corrected, moved=moved.get(name, frozenset())
        )


def _time_plan(before: facts.Minutes, after: facts.Minutes) -> ComparedPart:
    return ComparedPart("time_plan", None, "time_plan", before.time_plan, after.time_plan)


def _items(before: facts.Minutes, slots: list[ItemSlot], trust: Trust, taken: set[str]) -> list[facts.ItemFacts]:
    """The items in the register's order with the new ones after what they follow in the document; in its order where that, or its numbers, were taken."""
    found = {slot.key: item for slot in slots if (item := item_taken(slot, trust, taken))}
    by_old = {id(slot.old): slot.key for slot in slots if slot.old}
    known = [key for item in before.items if (key := by_old[id(item)]) in found]
    read = [slot.key for slot in slots if slot.new and slot.key in found]
    if _NUMBERING in taken:
        given = {slot.new.number for slot in slots if slot.new}
        for slot in slots:
            if slot.new and _is_renumbered(slot):
                found[slot.key].number, found[slot.key].label = slot.new.number, slot.new.label
            elif slot.new is None and slot.key in found and found[slot.key].number in given:
                found[slot.key].number, found[slot.key].label = None, ""  # the document has given it to another
    return [found[key] for key in (woven(read, known) if taken & {_NUMBERING, _ORDER} else woven(known, read))]


def _numbering(slots: list[ItemSlot], trust: Trust) -> list[Difference]:
    """Gives one difference for all items that have other numbers: taken one by one, two items could have the same."""
    moved = [slot for slot in slots if _is_renumbered(slot)]
    if not moved:
        return []
    before, after = ([_headed(one) for one in side] for side in zip(*(slot.both for slot in moved), strict=True))
    by_hand = any("number" in slot.by_hand for slot in moved)
    return [Difference(_NUMBERING, None, _NUMBERING, before, after, Effect.CHANGES, trust.changes and not by_hand, by_hand=by_hand)]


def _order(before: facts.Minutes, after: facts.Minutes, slots: list[ItemSlot]) -> list[Difference]:
    """Gives one difference when the meeting took the items of its agenda in another order than they stood, under the numbers they had."""
    if (before.kind, after.kind) != ("agenda", "minutes"):
        return []
    paired = [slot.old for slot in slots if slot.old and slot.new]
    kept = {id(item) for item in paired}
    known, read = ([_headed(item) for item in side] for side in ([one for one in before.items if id(one) in kept], paired))
    return [Difference(_ORDER, None, _ORDER, known, read)] if known != read else []


def _headed(item: facts.ItemFacts) -> str:
    return f"{item.number or item.label or '–'} {item.title}"


def _is_renumbered(slot: ItemSlot) -> bool:
    return slot.old is not None and slot.new is not None and slot.new.number is not None and slot.old.number != slot.new.number
