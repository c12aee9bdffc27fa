"""The places in a text at which a phrase of time may begin: at a word that tells of time, or at one of those that may stand before it."""

import re
from collections.abc import Iterator

from danish.periods.rules import RULES
from danish.periods.words import COVER, LEADS, MACROS, PARTS, TELLTALES

# The longest way from the beginning of a phrase to its telltale: "senest inden udgangen af anden halvdel af indeværende halvår".
REACH = 60

_WORD = re.compile(rf"[^\W_]+|{COVER}")
_STEM = 4
_WRITTEN = " ".join([*LEADS.values(), *PARTS.values(), *MACROS.values(), *(rule.words for rule in RULES)])
# The first letters of all words written in the tables: a word of none of these stems can be no part of a phrase.
_STEMS = frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]+", _WRITTEN))


def places(low: str) -> Iterator[int]:
    """Offsets in order. Going back from fixed words is several times faster than trying the rules at every word."""
    done = 0
    for telltale in sorted(_telltales(low)):
        if telltale >= done:
            words = list(_WORD.finditer(low, max(done, telltale - REACH), telltale + 1))
            first = len(words) - 1
            while first > 0 and _may_be_part(words[first - 1][0]):
                first -= 1
            for word in words[max(first, 0) :]:
                yield word.start()
            done = telltale + 1


def _may_be_part(word: str) -> bool:
    return word[0].isdecimal() or word[0] == COVER or word[:_STEM] in _STEMS


def _telltales(low: str) -> Iterator[int]:
    for word in TELLTALES:
        at = low.find(word)
        while at >= 0:
            yield at
            at = low.find(word, at + len(word))
