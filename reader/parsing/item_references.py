"""The items that a line names: by their numbers, by their order (`ordinals.py`), or by the words of their titles."""

import re
from collections.abc import Iterable

from reader.facts import ItemFacts

from .contents import same_title
from .contrasts import numbers_closed
from .labels import numbers_in, parsed
from .ordinals import in_numbers
from .ranges import meant_with

LONGEST_NAMING = 160  # of a line that names an item by its title
_WORD = re.compile(r"[^\W\d_]{4,}")
_MARK = re.compile(r"luk[kt]|fortrolig|behandle|døre")  # what a title has besides where it is marked
_STEM, _LONG_WORD = 4, 8
# "Nr. 2 er fortrolig", "Ad 2: …", but for an attachment's number
_BY_NUMBER = re.compile(
    r"(?:(?<![\w.])(?<!bilag )(?<!lov )(?<!tillæg )(?:nr|ad|nummer)\b\.?:?\s*(?:pkt\.?\s*|nr\.?\s*)?|#\s?)(?P<numbers>\d{1,4}(?:(?:\s*[,+&/–-]\s*|\s+(?:og|samt|til)\s+)\d{1,4}){0,20})(?![./]?\d)",
    re.IGNORECASE,
)
_OF_YEAR = r"\d{1,4}\s?/\s?(?:19|20)?\d\d(?!\d)"
_YEARLY = re.compile(
    rf"\b(?:punkt|pkt|sag)\w*\W{{0,3}}(?:nr\.?\s*)?(?P<numbers>{_OF_YEAR}(?:(?:\s*[,–-]\s*|\s+(?:og|samt|til)\s+){_OF_YEAR}){{0,20}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s?/\s?(?:19|20)?\d\d(?!\d)")
_RANGE = re.compile(r"(\d{1,4})\s*(?:[–-]|til)\s*(\d{1,4})")
_LONGEST_RANGE = 100


class ItemReferences:
    """Knows the numbers and titles of a document's items, so that each line is looked at once."""

    def __init__(self, items: list[ItemFacts], *, are_all: bool = True) -> None:
        """`are_all`: no line above the items may be one that was not read, so that it is known which is the first."""
        self._items, self.are_all = items, are_all
        self._numbered: dict[int, list[int]] = {}
        self._titled: dict[str, list[int]] = {}
        numbers = [item.number for item in items if item.number is not None]
        self._order = numbers if len(set(numbers)) == len(items) else list(range(1, len(items) + 1))
        self._words = [[word for word in _WORD.findall(item.title.lower()) if not _MARK.match(word)] for item in items]
        for k, (item, words) in enumerate(zip(items, self._words, strict=True)):
            if item.number is not None:
                self._numbered.setdefault(item.number, []).append(k)
            if len(words) > 1 or any(len(word) >= _LONG_WORD for word in words):
                self._titled.setdefault(_stem(words[0]), []).append(k)

    @property
    def numbers(self) -> set[int]:
        """All the numbers there are."""
        return set(self._numbered)

    def in_numbers(self, text: str) -> str:
        """The text with the items that it names by their order put as numbers; by the places of the items where these have no numbers."""
        return in_numbers(text, self._order)

    def places(self, text: str) -> set[int]:
        """The places of the items that the line names; all of them where it has a number and no item has any."""
        told = self.in_numbers(text)
        numbers = meant_with(told, self._numbers(told), self.numbers)
        found = {k for number in numbers for k in self._numbered.get(number, ())}
        if told != text:
            found |= self._in_order(told) if self.are_all else set(range(len(self._items)))
        elif numbers and not self._numbered:
            return set(range(len(self._items)))
        return found or self.titled(text)

    def _in_order(self, told: str) -> set[int]:
        every = set(self._order)
        numbers = numbers_closed(told, every)
        numbers = meant_with(told, self._numbers(told), every) if numbers is None else numbers
        return {k for k, number in enumerate(self._order) if number in numbers}

    def numbered(self, text: str) -> set[int]:
        """The places of the items whose numbers stand in the line."""
        return {k for number in self._numbers(text) for k in self._numbered.get(number, ())}

    def has_telling_title(self, k: int) -> bool:
        """Tells whether the item's title has several words, so that a line with all of them is about the item."""
        return len(self._words[k]) > 1

    def titled(self, text: str) -> set[int]:
        """The places of the items all of whose titles' words are in the line, but for their endings, or whose entry it is."""
        if len(text) > LONGEST_NAMING:
            return set()
        words = _WORD.findall(text.lower())
        starts = {word[:length] for word in words for length in range(_STEM, len(word) + 1)}
        found = {k for start in starts for k in self._titled.get(start, ()) if all(_stem(one) in starts for one in self._words[k])}
        return found | self.entry(text)

    def entry(self, text: str) -> set[int]:
        """The places of the items of whose number and title the line is an entry: `3 | Klage over hegn | …`."""
        number, label, title = parsed(text.strip(" |\t"))
        return {k for k in self._numbered.get(number, ()) if same_title(self._items[k], title)} if label and number is not None else set()

    def _numbers(self, text: str) -> set[int]:
        found = set(numbers_in(text))
        named = [one["numbers"] for one in _BY_NUMBER.finditer(text)] + [_YEAR.sub("", one["numbers"]) for one in _YEARLY.finditer(text)]
        for numbers in named:
            found |= set(map(int, re.findall(r"\d{1,4}", numbers)))
            for first, last in _RANGE.findall(numbers):
                found |= set(range(int(first), int(last) + 1)) if 0 < int(last) - int(first) <= _LONGEST_RANGE else set()
        return found


def numbers_of(items: list[ItemFacts], places: Iterable[int]) -> set[int]:
    """The numbers of the items at the places that have one."""
    return {number for k in places if (number := items[k].number) is not None}


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - 2)]
