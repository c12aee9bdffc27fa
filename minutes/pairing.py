"""Items of one version of a meeting paired with those of another. Pure."""

from collections.abc import Sequence
from typing import Protocol

from danish.folding import name_key
from danish.likeness import like_titles
from minutes.unmarked import unmarked


class Heading(Protocol):
    """The heading of an item; `row` is its key in the register, where it has been there."""

    row: int | None
    number: int | None
    title: str
    case_number: str | None
    closed: bool
    corrected: list[str]


def pair(old: Sequence[Heading], new: Sequence[Heading], *, adds: bool = False) -> list[int | None]:
    """For each of `new` the place in `old` of the same item, counted from 0; None for an item that `old` has not.

    The number alone is not enough: in a version with an item more, every number below it is another case's. An item that is closed on
    either side keeps its number's place whatever its title, so that its texts never come into an open one; so does one whose title somebody has
    corrected. Titles that are the same but for a mark of closed or open are the same. `adds`: `new` is a supplement, which may count its items from 1.
    """
    result: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for is_same in _SUPPLEMENTED if adds else _RULES:
        for place, item in enumerate(new):
            if result[place] is None:
                result[place] = origin = next((one for one in left if is_same(old[one], item)), None)
                if origin is not None:
                    left.remove(origin)
    return result


def _same_row(a: Heading, b: Heading) -> bool:
    return a.row is not None and a.row == b.row


def _same_title(a: Heading, b: Heading) -> bool:
    return name_key(a.title) == name_key(b.title)


def _same_but_for_marks(a: Heading, b: Heading) -> bool:
    one = name_key(unmarked(a.title))
    return bool(one) and one == name_key(unmarked(b.title))


def _same_number(a: Heading, b: Heading) -> bool:
    return a.number is not None and a.number == b.number


def _same_case(a: Heading, b: Heading) -> bool:
    return a.case_number is not None and a.case_number == b.case_number


def _is_renamed(a: Heading, b: Heading) -> bool:
    """Tells whether somebody has given one of them another title by hand, which need not be like the one that is printed."""
    return "title" in a.corrected or "title" in b.corrected


def _like(a: Heading, b: Heading) -> bool:
    one, other = unmarked(a.title), unmarked(b.title)
    return bool(one and other) and (one.startswith(other) or other.startswith(one) or like_titles(one, other))


_SUPPLEMENTED = (
    _same_row,
    lambda a, b: _same_number(a, b) and _same_title(a, b),
    lambda a, b: _same_title(a, b) and _same_case(a, b),
    lambda a, b: _same_title(a, b) and None in (a.case_number, b.case_number),
    lambda a, b: _same_but_for_marks(a, b) and _same_number(a, b),
    lambda a, b: _same_but_for_marks(a, b) and _same_case(a, b),
    lambda a, b: _same_but_for_marks(a, b) and None in (a.case_number, b.case_number),
    lambda a, b: _same_number(a, b) and _like(a, b),
    lambda a, b: _same_case(a, b) and _like(a, b),
)
_RULES = (*_SUPPLEMENTED, lambda a, b: _same_number(a, b) and (_same_case(a, b) or a.closed or b.closed or _is_renamed(a, b)))
