"""The differences of one part of an item or meeting, and what the part says once some of them are taken over. Pure."""

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from minutes.differences.comparison import is_silent, same
from minutes.differences.difference import Difference, Effect
from minutes.differences.lists import Compared, compare
from minutes.differences.trust import Trust

CHANGED, REMOVED = "/changed", "/removed"  # what a list's path ends in when its changes or removals are asked for by themselves


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One part of an item, or of the meeting (`item` None), on both sides; `name` is the attribute of the facts.

    `is_corrected`: somebody corrected it by hand, in the register and not in the document's reading. `is_written`: it was written for the
    agenda and read from no document. `moved`: what a list lacks because the document has it in another (`Compared.moved`).
    """

    path: str
    item: str | None
    name: str
    old: Any
    new: Any
    is_corrected: bool = False
    is_written: bool = False
    moved: frozenset = frozenset()

    def differing(self, path: str, after: Any, effect: Effect, *, is_default: bool) -> Difference:
        return Difference(
            path, self.item, self.name, self.old, after, effect, is_default and not self.is_corrected, by_hand=self.is_corrected
        )


def part_differences(part: ComparedPart, trust: Trust) -> list[Difference]:
    """The differences of the part. A document that says nothing of it does not differ."""
    if is_silent(part.new) or same(part.old, part.new) or not trust.says(part.name):
        return []
    if isinstance(part.new, list):
        return _list_differences(part, trust)
    effect = Effect.ADDS if is_silent(part.old) else Effect.CHANGES
    closes = part.name == "closed" and part.new
    is_default = closes or (part.name != "closed" and (trust.changes or effect is Effect.ADDS))
    return [part.differing(part.path, part.new, effect, is_default=is_default)]


def part_taken(part: ComparedPart, trust: Trust, taken: set[str]) -> Any:
    """The value of the part when the differences of the paths `taken` are taken over."""
    if is_silent(part.new) or not isinstance(part.new, list):
        return part.new if part.path in taken else part.old
    compared = compare(part.old, part.new, part.moved)
    change = part.path + CHANGED if _changes_apart(part, compared, trust) else part.path
    return deepcopy(compared.taken(add=part.path in taken, change=change in taken, drop=part.path + REMOVED in taken))


def _list_differences(part: ComparedPart, trust: Trust) -> list[Difference]:
    """One difference for what is new and changed, or one for each where the document is not trusted to change anything; one for what goes."""
    compared, found = compare(part.old, part.new, part.moved), []
    added = compared.taken(add=True, change=False)
    if _changes_apart(part, compared, trust):
        changed = compared.taken(add=False, change=True)
        effect = Effect.REMOVES if compared.narrows else Effect.CHANGES
        found += [part.differing(part.path, added, Effect.ADDS, is_default=True)] if not same(added, part.old) else []
        if not same(changed, part.old):
            found.append(replace(part.differing(part.path + CHANGED, changed, effect, is_default=False), written=part.is_written))
    elif not same(both := compared.taken(add=True, change=True), part.old):
        effect = Effect.ADDS if same(added, both) else Effect.CHANGES
        found.append(part.differing(part.path, both, effect, is_default=True))
    if compared.lost and trust.may_remove(part.name):
        lost = Difference(part.path + REMOVED, part.item, part.name, compared.lost, [], Effect.REMOVES, False, by_hand=part.is_corrected)
        found.append(lost)
    return found


def _changes_apart(part: ComparedPart, compared: Compared, trust: Trust) -> bool:
    """Tells whether what a list has otherwise is asked for apart from what it has new."""
    return part.is_written or not trust.changes or compared.narrows
