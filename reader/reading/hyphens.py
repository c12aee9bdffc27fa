"""Words broken over two lines, put together again: with the hyphen where it belongs to the word, without it where it only broke it.

A document either hyphenates its lines or it does not. Where it does, many lines end in a hyphen, and most of those go; where it
does not, the few lines that end in one have mostly broken at a hyphen the word has anyway (EU-midler). So in the former a word keeps
its hyphen where the document spells it so elsewhere; in the latter where either half is a word of the document by itself.
"""

import re
from functools import cached_property

# PDFium's sign for a hyphen at the end of a line; it gives the two lines as one, so the sign stands inside the text.
BREAK = "\ufffe"
_LAST_WORD = re.compile(r"[\w-]*$")
_FIRST_WORD = re.compile(r"[\w-]+")
_HALVES = re.compile(rf"[\w-]+{BREAK}[\w-]+")
_SUSPENDED = re.compile(r"(?:og|eller|samt|til|henholdsvis)\b")
_HYPHENATES = 0.03


class Hyphens:
    """Judges the broken words of one document, given all its lines."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def join(self, left: str, right: str) -> str:
        """Two lines of one paragraph as running text."""
        if not _ends_broken(left):
            return f"{left} {right}" if left and right else left + right
        return self._mended(left[:-1], right)

    def mend(self, text: str) -> str:
        """The text with every `BREAK` in it judged."""
        if BREAK not in text:
            return text
        mended, *rest = text.split(BREAK)
        for piece in rest:
            mended = self._mended(mended, piece)
        return mended

    def _mended(self, stem: str, right: str) -> str:
        if "/" in stem.rsplit(" ", 1)[-1]:
            return f"{stem}-{right}"  # an address on the web
        if _SUSPENDED.match(right):
            return f"{stem}- {right}"
        if right[:1].islower() and stem[-1:].islower() and not self._keeps(stem, right):
            return stem + right
        return f"{stem}-{right}"

    def _keeps(self, stem: str, right: str) -> bool:
        first, rest = _LAST_WORD.search(stem), _FIRST_WORD.match(right)
        start, end = first.group().lower() if first else "", rest.group().lower() if rest else ""
        if self._hyphenating:
            return f"{start}-{end}" in self._words and start + end not in self._words
        return start in self._words or end in self._words

    @cached_property
    def _words(self) -> set[str]:
        """The document's whole words: the halves of the broken ones are left out."""
        found: set[str] = set()
        broken = False
        for line in self._lines:
            words = [word.lower() for word in _FIRST_WORD.findall(_HALVES.sub(" ", line) if BREAK in line else line)]
            found.update(words[1:] if broken else words)
            broken = _ends_broken(line)
        return found

    @cached_property
    def _hyphenating(self) -> bool:
        broken = sum(line.count(BREAK) + _ends_broken(line) for line in self._lines)
        return broken >= 3 and broken > _HYPHENATES * len(self._lines)


def _ends_broken(line: str) -> bool:
    return line[-1:] in ("-", BREAK) and line[-2:-1].isalnum()
