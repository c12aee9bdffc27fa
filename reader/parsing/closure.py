"""The items that are closed by their titles, on the lines below and above them, and over the halves of the agenda."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from reader.reading import TextBlock

from .bare_marks import BareMarks
from .candidates import Start
from .closed import OWN_LINES, document_is_closed, line_says, lines_are_closed, lines_are_open, title_is_closed, title_is_open
from .contents import reads_as_entry
from .headings import Headings
from .labels import names_items
from .mark_lines import MarkLines, stands_over
from .mark_placement import MarkPlacement
from .reopened import tells_of_reopening

_FRONT_LINES = 15
_OPEN_MEETING = re.compile(r"\båb(?:en|ent|ne)\s+(?:del|møde|dagsorden|session|døre|punkter|sager)", re.IGNORECASE)
# Over several items; `Lukket møde` or `Lukket behandling` in the midst of one may be a word on that one
_OF_SEVERAL = re.compile(r"\w*(?:punkter|sager|emner|dagsorden\w*|beslutninger|referat\w*|protokol\w*)\b|lukkede\W*$", re.IGNORECASE)
# A closed item without a number, of which the public version has the title alone.
_AN_ITEM = re.compile(r"\W*(?:lukke[td]e?|fortroligt?)\s*(?:dagsordens?)?(?:punkt|sag|pkt)\w*\W*\w", re.IGNORECASE)
# A title of its own with the mark in brackets behind it.
_TITLED = re.compile(r"\W*[^\W\d]{3,}\s[^()\[\]]*[(\[][^()\[\]]*[)\]]\W*$")
_OPENS = re.compile(
    r"\W*(?:[A-ZÆØÅ\d]{1,2}[.):]\s+)?(?:mødets\s+|(?:punkter|sager)\s+(?:på|til|i|for)\s+(?:den\s+|det\s+)?|de\s+|den\s+|det\s+)?(?:åb(?:en|ent|ne)|offentlige?)\s+(?:dagsordens?\s*punkter|punkter|sager|dagsorden|møde|mødesager)\b|\W*(?:dagsorden|punkter|sager|møde)\W+åb(?:en|ent|ne)\W*$|\W*(?:[A-ZÆØÅ]\w*\s+)?for\s+åbne\s+døre|\W*åbne\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Doubt:
    """The reason why an item may be closed: the code, the words, and the block they stand in."""

    code: str
    words: str
    block: TextBlock


@dataclass(slots=True)
class Closure:
    """Tells whether an item is closed, the doubts about one that is not, and its lines that only head columns.

    `opened`: a mark says that it is open, or a heading that the items from it on are.
    """

    closed: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    columns: list[TextBlock] = field(default_factory=list)
    opened: bool = False


class Closures:
    """The marks that lines outside the titles give each item; `taken` are the blocks that are marks and headings, and no item's text."""

    def __init__(self, blocks: list[TextBlock], starts: list[Start], firsts: list[int], lines: MarkLines, headings: Headings) -> None:
        self._blocks, self._starts, self._firsts, self._lines = blocks, starts, firsts, lines
        self._columns = {id(blocks[i]) for i in lines.columns}
        self.halves = dict(lines.halves)
        self.closed_document = self._closed_document()
        self._judge_front()
        self._wholes = BareMarks(blocks, starts, headings)
        self._placed = MarkPlacement(blocks, starts, firsts, lines, headings)
        self.halves |= dict.fromkeys(self._placed.may_head_more | self._placed.heads, True)
        lines.unsure |= self._placed.may_head_more
        self._amidst = {k: i for k, start in enumerate(starts) if (i := self._heads_rest_of_item(k, start)) is not None}
        lines.unsure |= set(self._amidst.values())
        self._shared = {id(blocks[i]) for i in self._placed.shared}
        self._ordered = sorted(self.halves)
        told = {i for i in self.halves if tells_of_reopening(blocks[i].text)}  # of the item above, which it ends
        self.taken = (self.halves.keys() - told) | set(self._placed.over.values())

    def _heads_rest_of_item(self, k: int, start: Start) -> int | None:
        """The heading below which an item without a number begins, where it may be a word on the item above: `Lukket møde` in its midst."""
        for i in (start.index, start.index - 1):
            if k and start.closed and not start.label and self.halves.get(i):
                under_title = not self._placed.content(k - 1, i, titled_below=True) and not self._placed.are_all_bare
                if under_title or not _OF_SEVERAL.search(self._blocks[i].text):
                    return i
        return None

    def of(self, k: int, title: str, below: list[TextBlock]) -> Closure:
        """The standing of the item, by its title and the blocks below it, from which marks of others are taken out."""
        start = self._starts[k]
        found = Closure(columns=[block for block in below if id(block) in self._columns])
        own = [block for block in below if id(block) not in self._columns and id(block) not in self._shared]
        over = self._placed.over.get(k)
        says = self._lines.bare[over] if over is not None else False
        found.closed = start.closed or title_is_closed(title) or lines_are_closed(own) or says is True
        if not found.closed:
            found.closed, found.doubts = self._by_halves(k, title, own)
        if says is None and over is not None:
            found.doubts.append(self._doubt(over))
        found.doubts += [self._doubt(i) for i in self._placed.also.get(k, [])]
        if self._placed.of_all is not None:
            found.doubts.append(self._doubt(self._placed.of_all))
        found.opened = title_is_open(title) or lines_are_open(own) or (over is not None and says is False) or self._opens_here(k)
        if start.counted_anew and not found.opened:
            found.doubts.append(Doubt("maybe_counts_anew", self._blocks[start.index].text, self._blocks[start.index]))
        found.doubts += self._beside_mark(k)
        end = self._firsts[k + 1] if k + 1 < len(self._firsts) else len(self._blocks)
        found.doubts += [self._doubt(i) for i in range(start.index + 1, min(start.index + 1 + OWN_LINES, end)) if i in self._lines.under]
        return found

    def _by_halves(self, k: int, title: str, own: list[TextBlock]) -> tuple[bool, list[Doubt]]:
        """Tells whether the heading over the item's half closes it, or the whole document is closed, and the doubts where that is not certain."""
        first = self._firsts[k]
        if title_is_open(title):
            return False, []
        half, doubts = self._half_over(first), []
        if half is not None:
            if half in self._lines.unsure or self._opens_below(k):
                doubts.append(self._doubt(half))
            else:
                return True, []
        elif not lines_are_open(own) and (ended := self._ended_half(first)) is not None:
            doubts.append(self._doubt(ended))
        return self.closed_document is not None, doubts

    def _opens_below(self, k: int) -> bool:
        """Tells whether the heading of an open half stands right below the item's title, and so may be the item's own mark."""
        at = bisect_right(self._ordered, self._starts[k].index)
        i = self._ordered[at] if at < len(self._ordered) else len(self._blocks)
        end = self._firsts[k + 1] if k + 1 < len(self._firsts) else len(self._blocks)
        over_next = stands_over(i, self._firsts, self._blocks) is not None
        return i < end and not over_next and not self.halves[i] and not self._placed.content(k, i)

    def _beside_mark(self, k: int) -> list[Doubt]:
        """An item that is nothing but a closed line without a number may be the mark of the one above or below, or stand in its midst."""
        found = [self._doubt(self._amidst[k + 1])] if k + 1 in self._amidst else []
        for other in (k + 1, k - 1):
            start = self._starts[other] if 0 <= other < len(self._starts) else None
            if start is None or start.label or not (start.closed or title_is_closed(start.title)) or self._is_item(start):
                continue
            alone = other + 1 < len(self._starts) and not self._placed.content(other, self._firsts[other + 1])
            alone = alone and start.index not in self._lines.halves and not _AN_ITEM.match(start.title) and not _TITLED.match(start.title)
            amidst = other > k and (line_says(start.title) == "closed" or not self._placed.content(k, start.index))
            if alone or amidst:
                found.append(Doubt("maybe_closed", self._blocks[start.index].text.strip(), self._blocks[self._starts[k].index]))
        return found

    def _is_item(self, start: Start) -> bool:
        """Tells whether a closed line without a number is an item for certain, or stands under a heading that can only be over several."""
        heads = (i for i in (start.index, start.index - 1) if self.halves.get(i) and i not in self._lines.unsure)
        return start.fills_gap or self._wholes.is_whole(start) or any(_OF_SEVERAL.search(self._blocks[i].text) for i in heads)

    def _opens_here(self, k: int) -> bool:
        """Tells whether the heading of an open half stands between the item above and this one."""
        at = bisect_right(self._ordered, self._firsts[k])
        nearest = self._ordered[at - 1] if at else -1
        return nearest > (self._starts[k - 1].index if k else -1) and not self.halves[nearest] and self._ends_for_certain(nearest)

    def _doubt(self, i: int) -> Doubt:
        return Doubt("maybe_closed", self._blocks[i].text.strip(), self._blocks[i])

    def _half_over(self, first: int) -> int | None:
        """The heading of the closed half that the block stands under; one that may be of one item alone ends with the next line over one."""
        at = bisect_right(self._ordered, first)
        half = self._ordered[at - 1] if at and self.halves[self._ordered[at - 1]] else None
        return None if half in self._placed.may_head_more and self._placed.opened_between(half, first) else half

    def _ended_half(self, first: int) -> int | None:
        """The closed half above an opening heading that might be about less than all below it; None where the block stands under none."""
        for i in reversed(self._ordered[: bisect_right(self._ordered, first)]):
            if self.halves[i]:
                return i
            if self._ends_for_certain(i):
                return None
        return None

    def _ends_for_certain(self, i: int) -> bool:
        """Tells whether the heading says `åbne punkter` or the like and stands right over an item, and so ends a closed half."""
        return bool(_OPENS.match(self._blocks[i].text)) and stands_over(i, self._firsts, self._blocks) is not None

    def _closed_document(self) -> int | None:
        """The line of the front page that closes the whole document, where nothing in it is marked as open."""
        front = self._blocks[: min(self._firsts[0], _FRONT_LINES)]
        if not all((*self._lines.halves.values(), *self._lines.bare.values())) or any(_OPEN_MEETING.search(block.text) for block in front):
            return None
        for i in range(min(self._firsts[0], _FRONT_LINES)):
            text = self._blocks[i].text
            if i in self._lines.listed:
                continue
            if document_is_closed(text) and "åb" not in text.lower() and not reads_as_entry(text) and not names_items(text):
                return i
        return None

    def _judge_front(self) -> None:
        """Above the first item a heading of a half counts right over it; further up only a closed one without an open one beside."""
        firsts = self._firsts
        front = {i: closed for i, closed in self.halves.items() if i < firsts[0] and stands_over(i, firsts, self._blocks) is None}
        contradicted = not all(front.values()) or any(reads_as_entry(self._blocks[i + 1].text) for i in front)
        for i in front:
            if contradicted:
                del self.halves[i]
            else:
                self._lines.unsure.add(i)
