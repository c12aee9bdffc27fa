"""Words longer than any that people write, set aside while a document is understood and put back afterwards.

The parser's patterns try a word from each of its letters, so the work grows with the square of its length, or worse. No name, number or
heading is as long; what is, is an address of a page, a picture turned into letters, or made to be slow. One sign stands for each meanwhile.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from reader.reading import TextBlock, TextDocument

LONGEST = 60  # letters; Danish words stay below, as do case numbers and mail addresses
_FIRST, _LAST = 0xF0000, 0xFFFFD  # a private use area: no pattern takes its signs for letters, digits or space
_SIGN = f"[{chr(_FIRST)}-{chr(_LAST)}]"
# Dots in a row are no word: in a list of contents they lead to the page number.
_LONG = re.compile(rf"(?:[^\s._…]|[._…](?![._…]{{3}})){{{LONGEST + 1},}}|{_SIGN}")
_MAYBE_LONG = re.compile(rf"\S{{{LONGEST + 1}}}|{_SIGN}")  # cheaper to look for
_ANY_SIGN = re.compile(_SIGN)


class LongWords:
    """The long words of one document."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._words: dict[int, str] = {}

    def set_aside(self, document: TextDocument) -> TextDocument:
        """The document with a sign in the place of each long word."""
        return replace(document, blocks=[self._block(block) for block in document.blocks])

    def put_back(self, value: Any) -> Any:
        """A text, or whatever holds texts, with the words in their places again; lists and facts are changed where they stand."""
        if isinstance(value, str):
            return value.translate(self._words) if self._words and _ANY_SIGN.search(value) else value
        if isinstance(value, list):
            value[:] = map(self.put_back, value)
        elif isinstance(value, dict):
            return {key: self.put_back(one) for key, one in value.items()}
        elif is_dataclass(value) and not getattr(value, "__dataclass_params__").frozen:  # noqa: B009
            for field in fields(value):
                setattr(value, field.name, self.put_back(getattr(value, field.name)))
        return value

    def _block(self, block: TextBlock) -> TextBlock:
        if not _MAYBE_LONG.search(block.text) or not _LONG.search(block.text):
            return block
        return replace(block, text=self._short(block.text), cells=tuple(map(self._short, block.cells)))

    def _short(self, text: str) -> str:
        return _LONG.sub(lambda match: self._sign(match.group()), text)

    def _sign(self, word: str) -> str:
        if word not in self._signs and len(self._signs) <= _LAST - _FIRST:
            code = _FIRST + len(self._signs)
            self._signs[word], self._words[code] = chr(code), word
        return self._signs.get(word, word)
