"""The owner of a mark that stands on a line of its own between two items: the one's above, the one's below, or nobody can tell."""

import re
from bisect import bisect_right
from itertools import accumulate

from reader.reading import TextBlock
from reader.reading.running import is_page_number

from .candidates import Start
from .case_numbers import case_number_in
from .closed import OWN_LINES, line_says, title_is_closed
from .headings import Headings
from .mark_lines import MarkLines, stands_over
from .titles import PARTICULAR

# "Lukket punkt" is one item's mark; "Lukket" and "Personsager" may head several
_OF_ONE = re.compile(r"(?:punkt|sag|pkt|emne)(?:et|en|ets|ens)?(?!\w)", re.IGNORECASE)
_NUMBER_OF_SOMETHING = re.compile(r"[A-ZÆØÅ][\w. -]{1,20}\s[\d/.-]{4,}$")  # "Dok. 306-2018-3895"
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 100
_FEWEST_WORDS = 4  # of a sentence
_CLOSE = 3  # blocks after which a document is over: a line about the end, signatures


def page_edges(blocks: list[TextBlock]) -> list[set[int]]:
    """Of each page the first block and the last, but for its number."""
    pages: dict[int | None, list[int]] = {}
    for i, block in enumerate(blocks):
        if not is_page_number(block.text):
            pages.setdefault(block.page, []).append(i)
    return [{page[0], page[-1]} for page in pages.values()]


class MarkPlacement:
    """`over` gives an item the mark that stands over it; `also` the marks that are its own or its neighbour's; `shared` are all of these.

    `may_head_more` are those of `shared` that may head the items further down, too; `heads` do so for certain.
    `of_all` is one at the edge of the paper, which may be about the whole document.
    """

    def __init__(self, blocks: list[TextBlock], starts: list[Start], firsts: list[int], lines: MarkLines, headings: Headings) -> None:
        self._blocks, self._starts, self._firsts, self._bare = blocks, starts, firsts, lines.bare
        self.over: dict[int, int] = {}
        self.also: dict[int, list[int]] = {}
        self.shared: set[int] = set()
        self.may_head_more: set[int] = set()
        self.heads: set[int] = set()
        self._has_open_half = any(not closed and stands_over(i, firsts, blocks) is not None for i, closed in lines.halves.items())
        self._over = {below: i for i in lines.bare if (below := stands_over(i, firsts, blocks)) is not None}
        self._opened = sorted(i for i in self._over.values() if lines.bare[i] is False)
        self._texts = list(accumulate((not self._is_particular(i, block) for i, block in enumerate(blocks)), initial=0))
        self._parts = list(accumulate((headings.of(block) is not None for block in blocks), initial=0))
        ends = [*firsts[1:], len(blocks)]
        self.are_all_bare = not any(self.content(k, end) for k, end in enumerate(ends))  # as in an agenda of titles
        self._over_each = len(self._over) > 1 and len(self._over) * 2 >= len(firsts) and 0 in self._over
        self.of_all = self._of_all()
        side = self._side()
        for i in sorted(lines.bare):
            self._place(i, side)

    def content(self, k: int, end: int, *, titled_below: bool = False) -> bool:
        """Tells whether anything but particulars and marks stands between the heading of the item and the block `end`.

        `titled_below`: of a heading that is only a number the line below is the title.
        """
        first = self._starts[k].index + 1 + (titled_below and not self._starts[k].title)
        return self._texts[end] > self._texts[min(end, first)]

    def opened_between(self, i: int, end: int) -> bool:
        """Tells whether a line over an item between the two blocks says that the item is open."""
        at = bisect_right(self._opened, i)
        return at < len(self._opened) and self._opened[at] < end

    def _side(self) -> str | None:
        """Tells where the document sets the marks of its items: `above` the title, right `under` it, or at the item's `end`; None where nothing tells."""
        first, last = self._firsts[0], self._firsts[-1]
        over = set(self._over.values())
        above = any(i < first for i in over)
        under = any(i > first and i not in over and not self.content(self._item_at(i), i) for i in self._bare)
        end = any(i > last and i >= len(self._blocks) - _CLOSE and self.content(len(self._firsts) - 1, i) for i in self._bare)
        sides = [side for side, told in (("above", above), ("under", under), ("end", end)) if told]
        return sides[0] if len(sides) == 1 else None

    def _of_all(self) -> int | None:
        """The mark at the head or foot of every page, such as `FORTROLIGT`; on a single page no item's own, which stands right under its title."""
        ends = page_edges(self._blocks)
        marks = {i for i in self._bare if self._bare[i] is not False and self._heads(i)}
        if not all(ends_of & marks for ends_of in ends):
            return None
        first = min(marks & set().union(*ends))
        alone = len(ends) > 1 or first < self._firsts[0] or self.content(self._item_at(first), first)
        return first if alone and not any(closed is False for closed in self._bare.values()) else None

    def _place(self, i: int, side: str | None) -> None:
        """Give the mark to the item above or below it, or to both where nobody can tell."""
        below = stands_over(i, self._firsts, self._blocks)
        if i < self._firsts[0]:
            if below is not None:
                self._set_over(i, below)
            return
        k = self._item_at(i)
        begins = self._starts[k].index + 1
        told, content = self._parts[i] > self._parts[begins], self.content(k, i)
        if below is None:
            if side == "end" and self._bare[i] is not False and i - begins >= OWN_LINES:
                self.also.setdefault(k, []).append(i)
            return
        if side is None and self._blocks[i].apart != self._blocks[self._firsts[below]].apart:
            side = "above" if self._blocks[i].apart else "under"  # it stands close to the one and apart from the other
        if i == begins and not self._starts[k].title and not self.are_all_bare:
            return  # it stands in the place of the title, and closes its item as one
        if side == "above":
            self._set_over(i, below)
            close_below = told and self._blocks[i].apart and not self._blocks[self._firsts[below]].apart
            if not self._over_each and self._bare[i] is not False and not self._heads(i) and not close_below:
                self.also.setdefault(k, []).append(i)
        elif side == "end" or (side == "under" and not told and not content):
            if self._bare[i] is None or (self._bare[i] and i - begins >= OWN_LINES):
                self.also.setdefault(k, []).append(i)
        elif not content and not told and (i > begins or self._is_sentence(i, k)) and self._starts[k].title and not self.are_all_bare:
            if self._bare[i] is None:
                self.also.setdefault(k, []).append(i)  # the last of its particulars
        elif self._bare[i] is not False:
            self._share(i, k, below, told=told)

    def _set_over(self, i: int, below: int) -> None:
        """Give the mark to the item below it, and perhaps to those further down where not each item has a line over it."""
        self.over[below] = i
        if self._bare[i] is not False and self._heads(i) and not self._over_each:
            self.may_head_more.add(i)

    def _heads(self, i: int) -> bool:
        """Tells whether the words of the mark may head several items; a particular or an answer, `Åbenhed: lukket`, is one item's."""
        text = self._blocks[i].text.strip(" :")
        return not _OF_ONE.search(text) and (":" not in text or not (line_says(text) or _DIGIT.search(text)))

    def _share(self, i: int, k: int, below: int, *, told: bool) -> None:
        heads = self._heads(i)
        if heads and told and self._bare[i] and self._has_open_half and not self._opened:
            self.heads.add(i)
            return
        self.shared.add(i)
        self.also.setdefault(k, []).append(i)
        self.also.setdefault(below, []).append(i)
        if heads:
            self.may_head_more.add(i)

    def _item_at(self, i: int) -> int:
        return bisect_right(self._firsts, i) - 1

    def _is_particular(self, i: int, block: TextBlock) -> bool:
        text = block.text
        return i in self._bare or (
            len(text) <= _LONGEST_LABEL
            and bool(case_number_in(text) or PARTICULAR.match(text) or line_says(text) or _NUMBER_OF_SOMETHING.match(text))
        )

    def _is_sentence(self, i: int, k: int) -> bool:
        """Tells whether the mark is a whole sentence about one item, which is the item that has it as its only text.

        Under a title that is closed itself three words are one: `Punktet er lukket.`
        """
        text, start = self._blocks[i].text, self._starts[k]
        fewest = _FEWEST_WORDS - (start.closed or title_is_closed(start.title))
        return text.endswith(".") and len(text.split()) >= fewest and bool(_OF_ONE.match(text))
