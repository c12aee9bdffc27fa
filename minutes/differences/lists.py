"""Two lists of facts side by side: which entries are the same, which are new, and which only the register has. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from danish.folding import name_key
from danish.likeness import like_titles, nearly_same_name
from minutes.differences.comparison import is_silent, same
from reader import facts

# What an entry is known by in its list.
_KEYS: dict[type, Callable[[Any], Any]] = {
    str: name_key,
    facts.SectionFacts: lambda one: name_key(one.heading),
    facts.RecommendationFacts: lambda one: one.number,
    facts.OutcomeFacts: lambda one: one.recommendation,
    facts.AttachmentFacts: lambda one: name_key(one.title),
    facts.EarlierTreatment: lambda one: (name_key(one.body), one.date, one.item_number),
    facts.VoteFacts: lambda one: name_key(one.on),
    facts.ReferenceFacts: lambda one: name_key(one.quote),
    facts.TimePlanRowFacts: lambda one: name_key(one.title),
}
# When an entry without its like by key is the same all the same: mistyped, or called something else.
_NEAR: dict[type, Callable[[Any, Any], bool]] = {
    str: nearly_same_name,
    facts.SectionFacts: lambda a, b: not is_silent(a.text) and same(a.text, b.text),
    facts.OutcomeFacts: lambda a, b: None in (a.recommendation, b.recommendation),
    facts.AttachmentFacts: lambda a, b: like_titles(a.title, b.title),
    facts.EarlierTreatment: lambda a, b: name_key(a.body) == name_key(b.body) and (a.date == b.date or a.item_number == b.item_number),
    facts.TimePlanRowFacts: lambda a, b: a.item is not None and a.item == b.item,
}


@dataclass(slots=True)
class Compared:
    """`of_new` is for each entry of `new` the place in `old` of the same one, or None.

    `moved`: keys of entries that the document has in another list instead, which is a change of both and no loss.
    """

    old: list
    new: list
    of_new: list[int | None]
    moved: frozenset = frozenset()

    @property
    def lost(self) -> list:
        """The entries that only the register has; an entry without any words is no loss."""
        alone = [entry for place, entry in enumerate(self.old) if place not in self.of_new and not _is_empty(entry)]
        return [entry for entry in alone if not self._has_moved(entry)]

    @property
    def narrows(self) -> bool:
        """Tells whether an entry that both have names fewer in the document, as a vote that lacks a name does."""
        return any(_narrows(self.old[place], self.new[at]) for at, place in enumerate(self.of_new) if place is not None)

    def taken(self, *, add: bool, change: bool, drop: bool = False) -> list:
        """`old` with the new entries added, the changed ones changed and those that the document lacks dropped, as asked for."""
        entries = {("old", place): entry for place, entry in enumerate(self.old)}
        for place, entry in enumerate(self.old):
            if place not in self.of_new and (change if self._has_moved(entry) else drop):
                del entries["old", place]
        order = []
        for at, origin in enumerate(self.of_new):
            if origin is None and add:
                entries["new", at] = self.new[at]
                order.append(("new", at))
            elif origin is not None:
                if change:
                    entries["old", origin] = _filled(self.old[origin], self.new[at])
                order.append(("old", origin))
        known = [("old", place) for place in range(len(self.old)) if ("old", place) in entries]
        follows = change and any(origin is not None for origin in self.of_new)
        return [entries[one] for one in (woven(order, known) if follows else woven(known, order))]

    def _has_moved(self, entry: Any) -> bool:
        return bool(self.moved) and key_of(entry) in self.moved


def compare(old: list, new: list, moved: frozenset = frozenset()) -> Compared:
    """Pair the entries by what they are known by, then by likeness."""
    result: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for is_same in (_same_key, _near):
        for at, entry in enumerate(new):
            if result[at] is None:
                result[at] = same_one = next((place for place in left if is_same(old[place], entry)), None)
                if same_one is not None:
                    left.remove(same_one)
    return Compared(old, new, result, moved)


def woven(first: list, second: list) -> list:
    """`first`, and what only `second` has put in after its predecessor there; at the end where the two have nothing in common."""
    result, known = list(first), set(first)
    at = next((result.index(one) for one in second if one in known), len(result))
    for one in second:
        if one in known:
            at = result.index(one) + 1
        else:
            result.insert(at, one)
            at += 1
    return result


def key_of(entry: Any) -> Any:
    """The key of an entry: of everything with a name, the name."""
    known_by: Callable[[Any], Any] = _KEYS.get(type(entry), _name_key)
    return known_by(entry)


def _name_key(entry: Any) -> str:
    return name_key(entry.name)


def _same_key(a: Any, b: Any) -> bool:
    return bool(key_of(a) == key_of(b))


def _near(a: Any, b: Any) -> bool:
    return _NEAR.get(type(a), _nearly_same_name)(a, b)


def _nearly_same_name(a: Any, b: Any) -> bool:
    return hasattr(a, "name") and nearly_same_name(a.name, b.name)


def _is_empty(entry: Any) -> bool:
    return isinstance(entry, facts.SectionFacts) and is_silent(entry.text)


def _filled(old: Any, new: Any) -> Any:
    """`new`, with what it says nothing of as `old` has it."""
    if not is_dataclass(new) or isinstance(new, type):
        return old if same(old, new) else new
    values = {one.name: getattr(new, one.name) for one in fields(new)}
    silent = {name: getattr(old, name) for name, value in values.items() if value is False or is_silent(value)}
    result = replace(new, **silent)
    return old if same(old, result) else result


def _narrows(old: Any, new: Any) -> bool:
    if not is_dataclass(new):
        return False
    names = [(getattr(old, one.name), getattr(new, one.name)) for one in fields(new) if one.type == list[str]]
    return any(after and not set(map(name_key, before)) <= set(map(name_key, after)) for before, after in names)
