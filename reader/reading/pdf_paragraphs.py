"""Lines and rows put together as blocks: paragraphs over lines and pages, headings by size and weight, list items by their marks.

All measures are relative to the document's own: the letter size most of its text has, its usual step from line to line, its margins.
"""

import re
from dataclasses import dataclass, replace

from .assembly import list_item_text
from .document import TextBlock
from .hyphens import Hyphens
from .pdf_lines import PdfLine
from .pdf_measures import CLAUSE, Measures, measures_of
from .pdf_tables import PdfRow

_NEW_PARAGRAPH = 1.18  # of the usual step between lines; white space this much wider parts paragraphs
_OTHER_STEP = 0.93  # lines closer than this are set line by line, as in a list of attachments, and not as running text
_INDENT = 6.0  # points
_LONGEST_HEADING = 300
_CLOSE, _HANGING = 1.35, 6.0  # of the letters' height: how far apart the lines of a title stand, and how far in its later lines may begin
_NUMBER_WIDTH = 3.0  # of the letters' height: the widest number before a paragraph whose later lines hang below its first word
_SAME_HEIGHT = 0.15  # of the letters' height: fonts of one size differ this much
_WIDE = 0.6  # of the column: a title that fills less may be followed by another heading
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")
_ENTRY = re.compile(r"(?:Punkt|PUNKT|Pkt\.?|Sag)\s*(?:nr\.?\s*)?\d+\s*[-:.–]")
_LABEL = re.compile(r"[A-ZÆØÅ][\w./-]*(?: [\w./-]+){0,3}:\s")
_LEADERS = re.compile(r"(?:\.{3}|…)[\s.]*\d+$")
_SENTENCE_END = (".", ":", "?", "!", ";")


def blocks_of(things: list[PdfLine | PdfRow]) -> list[TextBlock]:
    """The blocks of a whole document, given its lines and table rows in order."""
    lines = [thing for thing in things if isinstance(thing, PdfLine)]
    if not things:
        return []
    measures = measures_of(lines)
    hyphens = Hyphens([line.text for line in lines])
    builder = _Builder(measures, hyphens)
    for thing in things:
        if isinstance(thing, PdfRow):
            builder.row(thing)
        else:
            builder.line(thing)
    return builder.finish()


@dataclass(slots=True)
class _LooseRow:
    """A row without rules, still open to what stands beside it or below one of its cells."""

    line: PdfLine
    lefts: list[float]
    cells: list[str]


class _Builder:
    """Takes lines and rows in order and keeps the block being built."""

    def __init__(self, measures: Measures, hyphens: Hyphens) -> None:
        self._measures, self._join, self._mend = measures, hyphens.join, hyphens.mend
        self._blocks: list[TextBlock] = []
        self._last: PdfLine | PdfRow | None = None
        self._kind, self._level, self._apart, self._text = "", 0, True, ""
        self._first: PdfLine | None = None
        self._row: _LooseRow | None = None

    def row(self, row: PdfRow) -> None:
        self._close()
        cells = tuple(self._joined(lines) for lines in row.cells)
        above = self._last
        head = self._header_again(row, cells)
        if any(cells) and not head:
            apart = not (isinstance(above, PdfRow) and above.edges[0] == row.edges[0])
            self._blocks.append(TextBlock("table_row", "\t".join(cells), row.page, row.number, row.end_number, cells=cells, apart=apart))
        self._last = row

    def line(self, line: PdfLine) -> None:
        level = self._measures.heading(line) if len(line.text) <= _LONGEST_HEADING else 0
        if line.cells and not level:
            self._columns(line, [left for left, _ in line.cells], [self._mend(text) for _, text in line.cells])
        elif self._row and self._joins_row(self._row, line):
            pass
        elif self._first is not None and self._first is self._last and _beside(self._first, line):
            first, self._first = self._first, None
            self._columns(first, [first.left, line.left], [self._mend(first.text), self._mend(line.text)])
        elif self._first is not None and isinstance(self._last, PdfLine) and self._continues(self._last, line, level):
            self._text = self._join(self._text, line.text)
        else:
            self._open(line, level)
        self._last = line

    def finish(self) -> list[TextBlock]:
        self._close()
        return [block for block in self._blocks if block.text.strip()]

    def _open(self, line: PdfLine, level: int) -> None:
        apart = self._stands_apart(line)
        self._close()
        text = line.text
        item = None if level else list_item_text(text)
        self._kind = "heading" if level else "list_item" if line.marked or item is not None else "paragraph"
        self._text, self._level, self._apart, self._first = item or text, level, apart, line

    def _close(self) -> None:
        self._row = None
        if self._first is None:
            return
        end = self._last.number if isinstance(self._last, PdfLine) and self._last.page == self._first.page else self._first.number
        text = self._mend(self._text)
        self._blocks.append(
            TextBlock(self._kind, text, self._first.page, self._first.number, max(end, self._first.number), self._level, apart=self._apart)
        )
        self._first = None

    def _stands_apart(self, line: PdfLine) -> bool:
        last = self._last
        if not isinstance(last, PdfLine) or last.page != line.page:
            return True
        # The number of a list's next paragraph stands out from lines that hang below the words of the one above.
        stands_out = self._first is not None and last is not self._first and last.left - line.left > _INDENT and _NUMBERED.match(line.text)
        return bool(stands_out) or abs(last.low - line.bottom) > self._measures.step * _NEW_PARAGRAPH

    def _continues(self, last: PdfLine, line: PdfLine, level: int) -> bool:
        """Tells whether the line goes on with the block being built."""
        if line.marked or _ENTRY.match(line.text) or _is_contents_entry(last.text) or (_LABEL.match(line.text) and _LABEL.match(last.text)):
            return False
        if bool(level) != (self._kind == "heading"):
            if not self._seems_of_another_size(last, line):
                return False
            level = level or self._level
        if level and level != self._level and not _as_tall(last, line):
            return False
        if list_item_text(line.text) is not None and (self._kind == "list_item" or not self._full(last, line)):
            return False
        if level:
            return (
                last.page == line.page
                and 0 < last.low - line.bottom < line.height * 1.9
                and (self._full(last, line) or self._title_goes_on(last, line))
            )
        if last.page != line.page:
            return self._over_page(last, line)
        if last.low - line.bottom > self._measures.step * _NEW_PARAGRAPH or last.low <= line.bottom:
            return False
        if line.left > last.left + _INDENT and _LABEL.match(last.text) and self._full(last, line):
            return True  # the rest of what stands after a label, hanging below it
        if line.text[:1].isupper() and last.low - line.bottom < self._measures.step * _OTHER_STEP:
            return False
        if self._hangs(last, line):
            return self._full(last, line) or line.text[:1].islower()
        if abs(line.left - last.left) > _INDENT and not (self._kind == "list_item" and line.left > last.left):
            return False
        if _NUMBERED.match(line.text) and not self._full(last, line):
            return False
        return self._full(last, line) or (line.text[:1].islower() and not CLAUSE.match(line.text))

    def _hangs(self, last: PdfLine, line: PdfLine) -> bool:
        """Tells whether this is the second line of a numbered paragraph, set below its first word and not below its number."""
        return (
            last is self._first
            and _NUMBERED.match(last.text) is not None
            and _INDENT < line.left - last.left < line.height * _NUMBER_WIDTH
            and not (_NUMBERED.match(line.text) or CLAUSE.match(line.text) or _LABEL.match(line.text))
        )

    def _seems_of_another_size(self, last: PdfLine, line: PdfLine) -> bool:
        """Tells whether a title's next line is as bold and about as tall, and only a letter such as å, taken from another font, makes a heading of one."""
        return line.bold == last.bold and _as_tall(last, line) and line.text[:1].islower() and self._title_goes_on(last, line)

    def _title_goes_on(self, last: PdfLine, line: PdfLine) -> bool:
        """Tells whether this is the next line of an item's title, however early its lines are broken: it is set close below, in the same letters."""
        first = self._first
        if first is None or not (_ENTRY.match(first.text) or _NUMBERED.match(first.text)):
            return False
        if last.low - line.bottom > line.height * _CLOSE or not -_INDENT < line.left - first.left < line.height * _HANGING:
            return False
        if _NUMBERED.match(line.text) or _LABEL.match(line.text) or line.text[:1].isdigit():
            return False
        if line.text[:1].islower() or last.right - last.left > (self._measures.right(line) - last.left) * _WIDE:
            return True
        return self._measures.fills_headings(last, line)

    def _over_page(self, last: PdfLine, line: PdfLine) -> bool:
        if abs(line.left - last.left) > _INDENT or _NUMBERED.match(line.text) or CLAUSE.match(line.text):
            return False
        unfinished = not last.text.endswith(_SENTENCE_END)
        return (unfinished and line.text[:1].islower()) or (self._full(last, line) and (unfinished or len(last.text) > 60))

    def _full(self, last: PdfLine, line: PdfLine) -> bool:
        """Tells whether the line's first word would not have fitted at the end of the one before."""
        word = line.text.split(" ", 1)[0]
        width = (line.right - line.left) / max(1, len(line.text)) * (len(word) + 1)
        return last.right + width * 1.1 > self._measures.right(line)

    def _columns(self, line: PdfLine, lefts: list[float], cells: list[str]) -> None:
        """Words far apart on one line are a row of a table without rules."""
        apart = self._stands_apart(line)
        self._close()
        self._blocks.append(TextBlock("table_row", "\t".join(cells), line.page, line.number, line.number, cells=tuple(cells), apart=apart))
        self._row = _LooseRow(line, lefts, cells)

    def _joins_row(self, row: _LooseRow, line: PdfLine) -> bool:
        """Put the line into the open row where it belongs there: beside it, or right below one of its cells."""
        last = self._last
        if not isinstance(last, PdfLine) or last.page != line.page:
            return False
        if _beside(row.line, line) and line.left > row.lefts[-1]:
            row.lefts.append(line.left)
            row.cells.append(self._mend(line.text))
        elif self._right_below(last, line) and any(abs(left - line.left) < 3 for left in row.lefts[1:]):
            index = min(range(len(row.lefts)), key=lambda i: abs(row.lefts[i] - line.left))
            row.cells[index] = self._join(row.cells[index], self._mend(line.text))
        else:
            return False
        self._blocks[-1] = replace(self._blocks[-1], text="\t".join(row.cells), cells=tuple(row.cells), end_line=line.number)
        return True

    def _right_below(self, last: PdfLine, line: PdfLine) -> bool:
        return 0 < last.low - line.bottom <= self._measures.step * _NEW_PARAGRAPH

    def _joined(self, lines: list[str]) -> str:
        text = ""
        for line in lines:
            text = self._join(text, line) if text else line
        return self._mend(text)

    def _header_again(self, row: PdfRow, cells: tuple[str, ...]) -> bool:
        """A table that goes on over the page may print its first row once more."""
        last = self._last
        if not isinstance(last, PdfRow) or last.page == row.page or last.edges != row.edges:
            return False
        for block in reversed(self._blocks):
            if block.kind != "table_row":
                return False
            if block.cells == cells:
                return True
            if block.page != last.page:
                return False
        return False


def _is_contents_entry(text: str) -> bool:
    return text[-1].isdigit() and _LEADERS.search(text) is not None


def _as_tall(line: PdfLine, other: PdfLine) -> bool:
    return abs(line.height - other.height) < _SAME_HEIGHT * line.height


def _beside(line: PdfLine, other: PdfLine) -> bool:
    """Tells whether the other line stands to the right of this one, at the same height."""
    return line.page == other.page and abs(line.bottom - other.bottom) < 2 and other.left > line.right
