"""Words broken over two lines, put together again: with the hyphen where it belongs to the word, without it where it only broke it.

A document either hyphenates its lines or it does not. Where it does, many lines end in a hyphen, and most of those go; where it
does not, the few lines that end in one have broken at a hyphen the word has anyway (EU-midler). What the document itself spells out
elsewhere decides before that.
"""

import re
from functools import cached_property

BREAK = "\ufffe"  # PDFium's sign for a hyphen at the end of a line
_ENDS_BROKEN = re.compile(rf"\w[-{BREAK}]$")
_LAST_WORD = re.compile(rf"[\w-]+[-{BREAK}]$")
_FIRST_WORD = re.compile(r"[\w-]+")
_SUSPENDED = re.compile(r"(?:og|eller|samt|til|henholdsvis)\b")
_HYPHENATES = 0.03


class Hyphens:
    """Judges the broken words of one document, given all its lines."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def join(self, left: str, right: str) -> str:
        """Two lines of one paragraph as running text."""
        if not _ENDS_BROKEN.search(left):
            return f"{left} {right}" if left and right else left + right
        stem = left[:-1]
        if _SUSPENDED.match(right):
            return f"{stem}- {right}"
        if right[:1].islower() and stem[-1:].islower() and not self._keeps(left, right):
            return stem + right
        return f"{stem}-{right}"

    def _keeps(self, left: str, right: str) -> bool:
        start, rest = _LAST_WORD.search(left), _FIRST_WORD.match(right)
        if not start or not rest:
            return True
        first, second = start.group()[:-1].lower(), rest.group().lower()
        if first + second in self._words:
            return False
        return f"{first}-{second}" in self._words or not self._hyphenating

    @cached_property
    def _words(self) -> set[str]:
        return {word.lower() for line in self._lines for word in _FIRST_WORD.findall(line)}

    @cached_property
    def _hyphenating(self) -> bool:
        broken = sum(1 for line in self._lines if _ENDS_BROKEN.search(line))
        return broken >= 3 and broken > _HYPHENATES * len(self._lines)
