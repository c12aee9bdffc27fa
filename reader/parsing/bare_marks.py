"""Marks without a number that are items of their own, such as `LUKKET` over a case number, and no word on the item above or below."""

import re
from collections import Counter
from itertools import accumulate

from reader.reading import TextBlock

from .candidates import Start
from .case_numbers import case_number_in
from .closed import title_is_closed
from .headings import Headings
from .titles import looks_like_title

_FEWEST_TITLES = 2  # that tell how a document sets its titles
# The whole text of a part: "Økonomi", and below it "Ingen"
_ANSWER = re.compile(
    r"(?:ingen|intet|nej|ja|godkendt|udsat|drøftet|vedtaget|ingen (?:bilag|bemærkninger|konsekvenser)|(?:blev )?taget til efterretning)\W*",
    re.IGNORECASE,
)


class BareMarks:
    """Knows how a document sets the titles of its items that have no numbers."""

    def __init__(self, blocks: list[TextBlock], starts: list[Start], headings: Headings) -> None:
        self._blocks, self._headings = blocks, headings
        titles = [start.index for start in starts if not (start.label or start.closed or title_is_closed(start.title))]
        self._numbers_stand_above = bool(titles) and all(case_number_in(blocks[i - 1].text) for i in titles)
        self._looks = {_look_of(blocks[i]) for i in titles} if len(titles) >= _FEWEST_TITLES else set()
        self._words = Counter(_word_before_title(start, blocks) for start in starts if not start.label)  # "Emne: Varmestue"
        self._first_close: list[int] = list(accumulate(range(len(blocks)), lambda first, i: i if blocks[i].apart else int(first)))

    def is_whole(self, start: Start) -> bool:
        """Tells whether the mark stands in the place of a title: over a case number, and not under a line that could be its title.

        Where the numbers stand above the titles, the one below the mark is of the item below it. A mark that has the word before it that the
        others have, too, is a heading.
        """
        i = start.index
        word = _word_before_title(start, self._blocks)
        if word and self._words[word] > _FEWEST_TITLES:
            return True
        cased = i + 1 < len(self._blocks) and case_number_in(self._blocks[i + 1].text) is not None
        return cased and not self._numbers_stand_above and not (_could_be_title(self._blocks[i - 1]) and self._may_be_title_of(i))

    def _may_be_title_of(self, i: int) -> bool:
        """Tells whether the line above the mark may be its title: unless the mark is set as the other titles are, and the line is not.

        The first of lines close to each other tells; with the heading of a part, or right below it, they are that part's text.
        """
        first = self._first_close[i - 1]
        heads = self._blocks[max(0, first - (first < i - 1)) : first + 1]
        in_part = any(self._headings.of(block) for block in heads)
        is_set_so = _look_of(self._blocks[first]) in self._looks and not in_part
        return is_set_so or _look_of(self._blocks[i]) not in self._looks


def _look_of(block: TextBlock) -> tuple[str, int, bool]:
    """The looks of a line that tell a title from others."""
    return block.kind, block.level, block.apart


def _could_be_title(block: TextBlock) -> bool:
    return looks_like_title(block) and not _ANSWER.fullmatch(block.text)


def _word_before_title(start: Start, blocks: list[TextBlock]) -> str:
    """Gives the words before the title on the line of the heading."""
    text = blocks[start.index].text
    return text.removesuffix(start.title).strip() if start.title and text.endswith(start.title) else ""
