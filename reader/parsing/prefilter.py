"""Words of which a pattern needs one: a line that has none of them is not held against it.

Most lines of a document speak of nothing that a table of patterns looks for, and looking for a word is a hundred times cheaper than
trying a pattern. The words are taken from the pattern itself, so that no row of a table can be missed by a list that was not kept up.
"""

import re
from collections.abc import Iterable, Sequence

# Python has no public way to ask what a pattern consists of. `tests/parsing/test_prefilter.py` holds what is asked here.
from re import _constants as part  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_NONE = frozenset([""])  # stands in every text
_REPEATS = (part.MAX_REPEAT, part.MIN_REPEAT)
_DOTTED = str.maketrans({"ı": "i", "\u0307": None})  # to `re.IGNORECASE` the Turkish letters are an i, too


def words_needed(pattern: str) -> frozenset[str]:
    """Words in small letters of which every text has one that `pattern` matches, without regard to case; the empty word where there are none such."""
    return _best(parser.parse(pattern, re.IGNORECASE))


def words_in(text: str, words: Iterable[str]) -> set[str]:
    """Those of `words` that stand in a `folding.plain` text, also within longer ones."""
    small = text.lower()
    if "ı" in small or "\u0307" in small:
        small = small.translate(_DOTTED)
    return {word for word in words if word in small}


def _best(parts: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The needed words of a sequence: of all that stand in it, those whose shortest is longest; then the longer on the whole."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in parts:
        if kind is part.LITERAL:
            run += chr(value).lower()
            continue
        found += [frozenset([run]), _of(kind, value)]
        run = ""
    found.append(frozenset([run]))
    return max(found, key=lambda words: (min(map(len, words)), sum(map(len, words)) / len(words)))


def _of(kind: Any, value: Any) -> frozenset[str]:
    """The needed words of one part that is no letter."""
    if kind is part.SUBPATTERN:
        return _best(value[-1])
    if kind in _REPEATS and value[0] > 0:
        return _best(value[-1])
    if kind is part.BRANCH:
        branches = [_best(branch) for branch in value[1]]
        return _shortest(frozenset().union(*branches))
    if kind is part.IN and all(one is part.LITERAL for one, _letter in value):
        return frozenset(chr(letter).lower() for _one, letter in value)
    return _NONE


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """`words` without those that have another of them within."""
    return frozenset(word for word in words if not any(other != word and other in word for other in words))
