"""Lines and rows put together as blocks: paragraphs over lines and pages, headings by size and weight, list items by their marks.

All measures are relative to the document's own: the letter size most of its text has, its usual step from line to line, its margins.
"""

import re
from collections import Counter
from dataclasses import dataclass

from .assembly import list_item_text
from .document import Block
from .hyphens import Hyphens
from .pdf_lines import Line
from .pdf_tables import Row

_LARGER = 1.06  # of the body's size: set apart as a heading
_NEW_PARAGRAPH = 1.18  # of the usual step between lines; white space this much wider parts paragraphs
_OTHER_STEP = 0.93  # lines closer than this are set line by line, as in a list of attachments, and not as running text
_INDENT = 6.0  # points
_LONGEST_HEADING = 300
_BOLD_LEVEL = 9  # set apart by its weight alone, it ranks below every larger heading
_ENOUGH_LINES = 12
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")
_ENTRY = re.compile(r"(?:Punkt|PUNKT|Pkt\.?|Sag)\s*(?:nr\.?\s*)?\d+\s*[-:.–]")
_LABEL = re.compile(r"[A-ZÆØÅ][\w./-]*(?: [\w./-]+){0,3}:\s")
_LEADERS = re.compile(r"(?:\.{3}|…)[\s.]*\d+$")
_CLAUSE = re.compile(r"at\s|[a-z][.)]\s")
_SENTENCE_END = (".", ":", "?", "!", ";")


@dataclass(frozen=True, slots=True)
class _Measures:
    """The document's own: letter height of the body, whether it is bold, step from line to line, right margin, heading levels."""

    height: float
    bold: bool
    step: float
    right: float
    levels: dict[float, int]

    def heading(self, line: Line) -> int:
        """The line's heading level, 0 for body text."""
        if line.height > self.height * _LARGER:
            return self.levels.get(_rounded(line.height), 1)
        return _BOLD_LEVEL if line.bold and not self.bold else 0


def blocks_of(things: list[Line | Row]) -> list[Block]:
    """The blocks of a whole document, given its lines and table rows in order."""
    lines = [thing for thing in things if isinstance(thing, Line)]
    if not things:
        return []
    measures = _measure(lines)
    hyphens = Hyphens([line.text for line in lines])
    builder = _Builder(measures, hyphens)
    for thing in things:
        if isinstance(thing, Row):
            builder.row(thing)
        else:
            builder.line(thing)
    return builder.finish()


def _measure(lines: list[Line]) -> _Measures:
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for line in lines:
        sizes[_rounded(line.height)] += len(line.text)
        weights[line.bold] += len(line.text)
    height = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = sorted({_rounded(line.height) for line in lines if line.height > height * _LARGER}, reverse=True)
    levels = {size: level for level, size in enumerate(larger[: _BOLD_LEVEL - 1], 1)}
    return _Measures(height, weights[True] > weights[False], _step(lines, height), _right_margin(lines), levels)


def _step(lines: list[Line], height: float) -> float:
    """The usual step between two lines of one paragraph: told by lines that begin small, else by those after a full line."""
    pairs = [
        (above, below, above.low - below.bottom)
        for above, below in zip(lines, lines[1:], strict=False)
        if above.page == below.page and 0 < above.low - below.bottom < height * 2.2 and abs(above.left - below.left) < 1
    ]
    longest = max((line.right for line in lines), default=0.0)
    small = sorted(step for _, below, step in pairs if below.text[:1].islower())
    full = sorted(step for above, _, step in pairs if above.right > longest * 0.93)
    if len(small) >= 3:
        return small[len(small) // 2]
    return min(full or small, default=height * 1.3)


def _right_margin(lines: list[Line]) -> float:
    """Where the text ends to the right: at its longest lines where there are enough of them, else as far in as on the left."""
    rights = sorted(line.right for line in lines)
    if not rights:
        return 0.0
    seen = rights[-1 - len(rights) // 50]
    near = sum(right > seen * 0.93 for right in rights)
    if near >= _ENOUGH_LINES and near * 8 >= len(rights):
        return seen
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    return max(seen, lines[0].page_width - left)


class _Builder:
    """Takes lines and rows in order and keeps the block being built."""

    def __init__(self, measures: _Measures, hyphens: Hyphens) -> None:
        self._measures, self._join, self._mend = measures, hyphens.join, hyphens.mend
        self._blocks: list[Block] = []
        self._last: Line | Row | None = None
        self._kind, self._level, self._apart, self._text = "", 0, True, ""
        self._first: Line | None = None
        self._open_row: tuple[list[float], list[str]] | None = None

    def row(self, row: Row) -> None:
        self._close()
        cells = tuple(self._joined(lines) for lines in row.cells)
        above = self._last
        head = self._header_again(row, cells)
        if any(cells) and not head:
            apart = not (isinstance(above, Row) and above.edges[0] == row.edges[0])
            self._blocks.append(Block("table_row", "\t".join(cells), row.page, row.number, row.end_number, cells=cells, apart=apart))
        self._last = row

    def line(self, line: Line) -> None:
        level = self._measures.heading(line) if len(line.text) <= _LONGEST_HEADING else 0
        if line.cells and not level:
            self._columns(line)
        elif self._open_row and self._joins_row(line):
            lefts, cells = self._open_row
            index = min(range(len(lefts)), key=lambda i: abs(lefts[i] - line.left))
            cells[index] = self._join(cells[index], self._mend(line.text))
            last = self._blocks[-1]
            self._blocks[-1] = Block(last.kind, "\t".join(cells), last.page, last.line, line.number, cells=tuple(cells), apart=last.apart)
        elif self._first is not None and isinstance(self._last, Line) and self._continues(self._last, line, level):
            self._text = self._join(self._text, line.text)
        else:
            self._open(line, level)
        self._last = line

    def finish(self) -> list[Block]:
        self._close()
        return [block for block in self._blocks if block.text.strip()]

    def _open(self, line: Line, level: int) -> None:
        apart = self._stands_apart(line)
        self._close()
        text = line.text
        item = None if level else list_item_text(text)
        self._kind = "heading" if level else "list_item" if line.marked or item is not None else "paragraph"
        self._text, self._level, self._apart, self._first = item or text, level, apart, line

    def _close(self) -> None:
        self._open_row = None
        if self._first is None:
            return
        end = self._last.number if isinstance(self._last, Line) and self._last.page == self._first.page else self._first.number
        text = self._mend(self._text)
        self._blocks.append(
            Block(self._kind, text, self._first.page, self._first.number, max(end, self._first.number), self._level, apart=self._apart)
        )
        self._first = None

    def _stands_apart(self, line: Line) -> bool:
        last = self._last
        if not isinstance(last, Line) or last.page != line.page:
            return True
        return abs(last.low - line.bottom) > self._measures.step * _NEW_PARAGRAPH

    def _continues(self, last: Line, line: Line, level: int) -> bool:
        """Whether the line goes on with the block being built."""
        if line.marked or _ENTRY.match(line.text) or _LEADERS.search(last.text) or (_LABEL.match(line.text) and _LABEL.match(last.text)):
            return False
        if bool(level) != (self._kind == "heading") or (level and level != self._level):
            return False
        if list_item_text(line.text) is not None and (self._kind == "list_item" or not self._full(last, line)):
            return False
        if level:
            return last.page == line.page and 0 < last.low - line.bottom < line.height * 1.9 and self._full(last, line)
        if last.page != line.page:
            return self._over_page(last, line)
        if last.low - line.bottom > self._measures.step * _NEW_PARAGRAPH or last.low <= line.bottom:
            return False
        if line.text[:1].isupper() and last.low - line.bottom < self._measures.step * _OTHER_STEP:
            return False
        if abs(line.left - last.left) > _INDENT and not (self._kind == "list_item" and line.left > last.left):
            return False
        if _NUMBERED.match(line.text) and not self._full(last, line):
            return False
        return self._full(last, line) or (line.text[:1].islower() and not _CLAUSE.match(line.text))

    def _over_page(self, last: Line, line: Line) -> bool:
        if abs(line.left - last.left) > _INDENT or _NUMBERED.match(line.text):
            return False
        unfinished = not last.text.endswith(_SENTENCE_END)
        return (unfinished and line.text[:1].islower()) or (self._full(last, line) and (unfinished or len(last.text) > 60))

    def _full(self, last: Line, line: Line) -> bool:
        """Whether the line's first word would not have fitted at the end of the one before."""
        word = line.text.split(" ", 1)[0]
        width = (line.right - line.left) / max(1, len(line.text)) * (len(word) + 1)
        return last.right + width * 1.1 > self._measures.right

    def _columns(self, line: Line) -> None:
        """A line parted by wide gaps is a row of a table without rules."""
        apart = self._stands_apart(line)
        self._close()
        cells = [self._mend(text) for _, text in line.cells]
        self._blocks.append(Block("table_row", "\t".join(cells), line.page, line.number, line.number, cells=tuple(cells), apart=apart))
        self._open_row = ([left for left, _ in line.cells], cells)

    def _joins_row(self, line: Line) -> bool:
        """Whether the line is the rest of a cell of the row without rules above it: right below it, at that cell's margin."""
        last = self._last
        if not isinstance(last, Line) or last.page != line.page or not self._open_row:
            return False
        close = 0 < last.low - line.bottom <= self._measures.step * _NEW_PARAGRAPH
        return close and any(abs(left - line.left) < 3 for left in self._open_row[0][1:])

    def _joined(self, lines: list[str]) -> str:
        text = ""
        for line in lines:
            text = self._join(text, line) if text else line
        return self._mend(text)

    def _header_again(self, row: Row, cells: tuple[str, ...]) -> bool:
        """A table that goes on over the page may print its first row once more."""
        last = self._last
        if not isinstance(last, Row) or last.page == row.page or last.edges != row.edges:
            return False
        for block in reversed(self._blocks):
            if block.kind != "table_row":
                return False
            if block.cells == cells:
                return True
            if block.page != last.page:
                return False
        return False


def _rounded(height: float) -> float:
    return round(height * 2) / 2
