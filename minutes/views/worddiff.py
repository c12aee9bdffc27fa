"""Two texts side by side, with the words that went and came marked. Pure, and bounded in what it costs."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+\s*|[^\w\s]+\s*|\s+")
_PAIRS_AT_MOST = 1_000_000  # words before times words after: beyond that they are shown as wholly changed
_LONG, _AROUND = 80, 20  # an unchanged stretch of more than _LONG words is cut down to _AROUND at either end


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `kind`: same, changed (only in this one of the two), or skipped (unchanged words left out, `text` is empty)."""

    kind: str
    text: str = ""


def compare(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of both texts."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = _same(old[:start]), _same(new[:start])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(old_middle) * len(new_middle) > _PAIRS_AT_MOST:
        left += _changed(old_middle)
        right += _changed(new_middle)
    else:
        matcher = SequenceMatcher(None, [word.strip() for word in old_middle], [word.strip() for word in new_middle])
        for step, a, b, c, d in matcher.get_opcodes():
            left += (_same if step == "equal" else _changed)(old_middle[a:b])
            right += (_same if step == "equal" else _changed)(new_middle[c:d])
    return left + _same(old[len(old) - end :]), right + _same(new[len(new) - end :])


def _common(a: list[str], b: list[str]) -> int:
    """Counts the words that the two begin with in common."""
    return next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _changed(words: list[str]) -> list[Piece]:
    return [Piece("changed", "".join(words))] if words else []


def _same(words: list[str]) -> list[Piece]:
    if len(words) <= _LONG:
        return [Piece("same", "".join(words))] if words else []
    return [Piece("same", "".join(words[:_AROUND])), Piece("skipped"), Piece("same", "".join(words[-_AROUND:]))]
