"""The score of a reading of a document: the points by which one reading of its items is taken before another.

A document has one layout, repeated for each item. So a good reading gives each item one decision, one case number and a title that the
contents list has, too; its numbers rise by one. Points are means over the items and shares of the document, so that neither few nor many
items count for more.
"""

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from reader.reading import TextBlock

from .candidates import Start
from .closed import is_bare_mark, title_is_closed
from .contents import folded
from .heading_forms import steps_between
from .headings import Headings
from .landmarks import LABELLED, Landmarks
from .titles import LONGEST_TITLE, PARTICULAR, parted
from .vocabulary import role_of

_NEAR = 4  # lines below an item's heading among which a part's heading or a case number shows that it is one
_LONG, _TOO_LONG = 110, 220  # characters of a title
_FAR = 30  # numbers left out between two items
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SENTENCES = re.compile(r"[a-zæøå]{2}\. [A-ZÆØÅ]")
_CLAUSE = re.compile(r"(?:at|og|eller|samt)\b", re.IGNORECASE)
_FILE = re.compile(r"\(?dok\w*\.? ?(?:nr|id)|\.(?:pdf|docx?)\b", re.IGNORECASE)


class ReadingScore:
    """Judges the readings of one document."""

    def __init__(self, blocks: list[TextBlock], contents: list[str], listed: set[int], headings: Headings) -> None:
        self._blocks = blocks
        self._marks = Landmarks(blocks, contents, listed, headings)

    def of(self, starts: list[Start], orders: list[int | None]) -> float:
        """The points of a reading: of its starts, and what they count by."""
        if not starts:
            return 0.0
        marks, n = self._marks, len(starts)
        firsts = [start.index for start in starts]
        points = sum(min(2.0, max(-1.0, self.worth(start))) for start in starts) / n
        if orders[0] is not None:
            pairs = list(zip(starts, starts[1:], pairwise(orders), strict=False))
            points += 0.5 if orders[:2] == [1, 2] else 0.0
            points += 0.6 * sum(max(-1.0, self.follows(*pair)) for pair in pairs) / max(1, len(pairs))
        points += 2.0 * _share(marks.decisions, firsts) + _share(marks.cases, firsts) + self._filled(starts, firsts)
        if marks.wanted:
            points += 1.5 * min(1.0, sum(marks.is_wanted(self.title_of(start)) for start in starts) / marks.wanted)
            points -= 0.25 * min(4, max(0, n - marks.wanted))
        if max(len(marks.decisions), len(marks.cases), marks.wanted) < 2:  # nothing tells how many items there are
            points += 0.1 * min(6, n) + 0.5 * (1 - firsts[0] / len(self._blocks))
        titles = Counter(folded(title) for start in starts if (title := self.title_of(start)) and not title_is_closed(title))
        points -= 1.5 * (titles.total() - len(titles)) / n
        return points - (0.5 if n == 1 else 0.0)

    def worth(self, start: Start) -> float:
        """Tells how much the block and what stands round it read as an item's heading; 2 is much."""
        i, title, marks = start.index, self.title_of(start), self._marks
        block = self._blocks[i]
        points = 1.2 * _titlelike(title) - 0.5
        points += 0.3 if block.apart or block.kind == "heading" else 0.0
        points -= 0.5 if block.kind == "list_item" else 0.0
        shown = self.is_shown(i) or (not start.title and self.is_shown(i + 1))
        points += 1.3 if i + 1 in marks.cased else 1.0 if shown else 0.0
        points += 0.4 if i and is_bare_mark(self._blocks[i - 1].text) else 0.0
        points += 0.3 if title_is_closed(title) else 0.0
        points -= 2.0 if role_of(title) not in (None, "absence") or _FILE.search(title) else 0.0
        if marks.part[i] in ("recommendation", "attachments"):
            is_clause = marks.role[i + 1] == "decision" if shown and i + 1 < len(self._blocks) else not block.apart
            points -= 1.4 if is_clause or (marks.part[i] == "attachments" and not block.apart) else 0.0 if shown else 0.8
        points -= 0.6 if not start.label and LABELLED.match(title) else 0.0
        return points + (1.0 if marks.wanted and marks.is_wanted(title) else 0.0)

    def follows(self, above: Start, below: Start, orders: tuple[int | None, int | None]) -> float:
        """Tells how well the one number follows the other; a fall or a jump is free where a heading of a half of the agenda stands between."""
        before, after = orders
        if before is None or after is None:
            return self._is_told(above, below)
        step = steps_between(before, after)
        if step == 1:
            return 0.8
        if self._marks.half_between(above.index, below.index):
            return -0.2
        if step > 0:
            return 0.1 - 0.35 * min(step, 6) - (2.0 if step > _FAR else 0.0)
        return -2.0 if step == 0 else -1.5 if after == 1 else -3.0  # closed items may have a count of their own

    @property
    def has_decisions(self) -> bool:
        """Tells whether any part is headed as a decision."""
        return bool(self._marks.decisions)

    def title_of(self, start: Start) -> str:
        """The title, which stands on the line above or below where the heading is only a number."""
        if start.title:
            return start.title
        beside = [self._blocks[at].text for at in (start.index + 1, start.index - 1) if 0 <= at < len(self._blocks)]
        return next((text for text in beside if self._marks.is_wanted(text) or title_is_closed(text)), "")

    def is_shown(self, i: int) -> bool:
        """Tells whether a case number or a part's heading stands right below, with at most lines of particulars between."""
        for at in range(i + 1, min(i + 1 + _NEAR, len(self._blocks))):
            text = self._blocks[at].text
            if at in self._marks.shown:
                return True
            if len(text) > LONGEST_TITLE or not (PARTICULAR.match(text) or is_bare_mark(text)):
                return False
        return False

    def _is_told(self, above: Start, below: Start) -> float:
        """Of items that nothing counts, whether the upper one has been told when the lower begins: whether one decision stands between."""
        if len(self._marks.decisions) < 2:
            return 0.0
        between = self._marks.decisions_between(above.index, below.index)
        told = between or above.closed or title_is_closed(self.title_of(above))
        return 0.5 - 0.4 * max(0, between - 1) if told else -2.5

    def _filled(self, starts: list[Start], firsts: list[int]) -> float:
        """Gives the share of the items that are not closed that have a decision."""
        if len(self._marks.decisions) < 2:
            return 0.0
        filled = {bisect_left(firsts, i + 1) - 1 for i in self._marks.decisions}
        told = [k in filled for k, start in enumerate(starts) if k in filled or not (start.closed or title_is_closed(self.title_of(start)))]
        return sum(told) / max(1, len(told))


def _share(lines: list[int], firsts: list[int]) -> float:
    """Gives the share of the lines, of which each item has one, that are the first in an item; one right over an item's heading is that item's."""
    if len(lines) < 2:
        return 0.0
    begun = set(firsts)
    places = {bisect_left(firsts, i + 2 if i + 1 in begun else i + 1) for i in lines}
    return len(places - {0}) / len(lines)


def _titlelike(title: str) -> float:
    """Tells how much the words read as a title, from 0 to 1; one that stands on another line is given the benefit of the doubt."""
    if not title:
        return 0.9
    if len(title) > _TOO_LONG or not _LETTERS.search(title):
        return 0.0
    title = parted(title)[0] or title
    worth = 1.0
    worth -= 0.4 if title[0].islower() else 0.0
    worth -= 0.6 if _CLAUSE.match(title) else 0.0
    worth -= 0.5 if title.endswith((",", ";")) else 0.25 if title.endswith(".") else 0.0
    worth -= 0.3 if len(title) > _LONG or _SENTENCES.search(title) else 0.0
    return max(0.0, worth)
