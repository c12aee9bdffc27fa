"""Items of one version of a meeting paired with those of another. Pure."""

from collections.abc import Sequence
from typing import Protocol

from danish.folding import name_key
from danish.likeness import like_titles
from minutes.titles import without_marks

NUMBER = "number"  # among the `written` parts: the register has given the number itself, when the agenda was sent


class ItemHeading(Protocol):
    """The heading of an item, with what is known of its row in the register (`facts.ItemFacts`)."""

    row: int | None
    number: int | None
    title: str
    case_number: str | None
    closed: bool
    corrected: list[str]
    written: list[str]
    stands_for: int | None


def pair(old: Sequence[ItemHeading], new: Sequence[ItemHeading], *, adds: bool = False) -> list[int | None]:
    """For each of `new` the place in `old` of the same item, counted from 0; None for an item that `old` has not.

    What somebody has said comes first. The number alone is not enough: in a version with an item more, every number below it is another case's.
    An item that is closed on either side keeps its number's place whatever its title, so that its texts never come into an open one; so does
    one whose title somebody has corrected, and one that the register has numbered when the agenda was sent, as long as the document keeps
    those numbers. Titles that are the same but for a mark of closed or open are the same. `adds`: `new` is a supplement, which may count its
    items from 1.
    """
    result: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for place, item in enumerate(new):
        said = next((one for one in left if item.stands_for and old[one].row == item.stands_for), None)
        _take(result, left, place, said)
    for is_same in _SUPPLEMENTED if adds else _RULES:
        for place, item in enumerate(new):
            if result[place] is None and item.stands_for != 0:
                _take(result, left, place, next((one for one in left if is_same(old[one], item)), None))
    if not adds and _keeps_numbers(old, new, result):
        for place, item in enumerate(new):
            if result[place] is None and item.stands_for != 0:
                _take(result, left, place, next((one for one in left if _was_numbered_here(old[one], item)), None))
    return result


def _take(result: list[int | None], left: list[int], place: int, one: int | None) -> None:
    if one is not None:
        result[place] = one
        left.remove(one)


def _keeps_numbers(old: Sequence[ItemHeading], new: Sequence[ItemHeading], result: Sequence[int | None]) -> bool:
    """Tells whether every item that is known again has the number it had, and what is left out has left a gap.

    A document that counts its items anew gives another case the number of one that was taken off.
    """
    known = [(old[one].number, item.number) for item, one in zip(new, result, strict=True) if one is not None]
    if any(item.row for item in new) or any(a != b for a, b in known if a is not None and b is not None):
        return False
    told = {item.number for item in new if item.number is not None}
    last = max(told, default=0)
    return all(item.number < last for item in old if item.number is not None and item.number not in told and not item.closed)


def _was_numbered_here(a: ItemHeading, b: ItemHeading) -> bool:
    return NUMBER in a.written and _same_number(a, b) and (_same_case(a, b) or None in (a.case_number, b.case_number))


def _same_row(a: ItemHeading, b: ItemHeading) -> bool:
    return a.row is not None and a.row == b.row


def _same_title(a: ItemHeading, b: ItemHeading) -> bool:
    return name_key(a.title) == name_key(b.title)


def _same_but_for_marks(a: ItemHeading, b: ItemHeading) -> bool:
    one = name_key(without_marks(a.title))
    return bool(one) and one == name_key(without_marks(b.title))


def _same_number(a: ItemHeading, b: ItemHeading) -> bool:
    return a.number is not None and a.number == b.number


def _same_case(a: ItemHeading, b: ItemHeading) -> bool:
    return a.case_number is not None and a.case_number == b.case_number


def _is_renamed(a: ItemHeading, b: ItemHeading) -> bool:
    """Tells whether somebody has given one of them another title by hand, which need not be like the one that is printed."""
    return "title" in a.corrected or "title" in b.corrected


def are_like(a: ItemHeading, b: ItemHeading) -> bool:
    """Tells whether the titles say that the two are about the same."""
    one, other = without_marks(a.title), without_marks(b.title)
    return bool(one and other) and (one.startswith(other) or other.startswith(one) or like_titles(one, other))


_SUPPLEMENTED = (
    _same_row,
    lambda a, b: _same_number(a, b) and _same_title(a, b),
    lambda a, b: _same_title(a, b) and _same_case(a, b),
    lambda a, b: _same_title(a, b) and None in (a.case_number, b.case_number),
    lambda a, b: _same_but_for_marks(a, b) and _same_number(a, b),
    lambda a, b: _same_but_for_marks(a, b) and _same_case(a, b),
    lambda a, b: _same_but_for_marks(a, b) and None in (a.case_number, b.case_number),
    lambda a, b: _same_number(a, b) and are_like(a, b),
    lambda a, b: _same_case(a, b) and are_like(a, b),
)
_RULES = (*_SUPPLEMENTED, lambda a, b: _same_number(a, b) and (_same_case(a, b) or a.closed or b.closed or _is_renamed(a, b)))
