"""The lines of one page, with their places, and the words of those that turn out to need them."""

import ctypes
import math
from dataclasses import dataclass, field
from itertools import pairwise

from pypdfium2 import PdfTextPage
from pypdfium2 import raw as pdfium

from .hygiene import clean
from .pdf_rules import Drawn
from .running import says_closed

_Box = tuple[float, float, float, float]

_WIDE_GAP = 2.0  # in heights of the line: a space this wide parts columns
_DOT_REACH = 30.0  # points from a list mark to its text
_TALL = 30.0  # points: letters of hardly any line of text
_ASLANT = 0.1  # radians
_LOOSE = 0.52  # in heights: a line with more width to a letter has a wide gap somewhere


@dataclass(slots=True)
class PdfLine:
    """A line of text. Lengths are in points, upwards from the page's lower left corner.

    `low` is the bottom of its last sign: PDFium gives two lines as one where a word is broken over them. `share` is how high on the
    page it stands, from 0 to 1; `marked` whether a list mark is drawn before it. `cells` are (left, text) where it has columns, `words`
    (left, right, text) where they were asked for; `shown` is the text as PDFium gives it, from sign number `start` on.
    """

    text: str
    page: int
    number: int
    left: float
    right: float
    top: float
    bottom: float
    low: float
    bold: bool
    at_edge: bool
    page_width: float = 0.0
    share: float = 0.0
    marked: bool = False
    cells: list[tuple[float, str]] = field(default_factory=list)
    words: list[tuple[float, float, str]] = field(default_factory=list)
    shown: str = ""
    start: int = 0

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_of(text_page: PdfTextPage, text: str, page: int, around: _Box, edge: float) -> list[PdfLine]:
    """The page's lines in PDFium's order, without empty ones and stamps.

    `around` is the page's left, bottom, right and top, `edge` the share of its height that is one.
    """
    box = _Boxes(text_page)
    _, foot, width, head = around
    height = head - foot
    lines: list[PdfLine] = []
    at = 0
    for number, raw in enumerate(text.split("\r\n"), 1):
        start, at = at, at + len(raw) + 2
        shown = raw.rstrip()
        if not shown:
            continue
        cleaned = clean(shown)
        if not cleaned:
            continue
        first, last = start + len(shown) - len(shown.lstrip()), start + len(shown) - 1
        left, top, bottom, right, low = box.ends(first, last)
        if (top - bottom > _TALL or low > top) and (whole := _without_stamp(box, shown, start)) != shown:
            if not whole.strip():
                continue
            shown, cleaned, last = whole, clean(whole), start + len(whole) - 1
            left, top, bottom, right, low = box.ends(first, last)
        at_edge = bottom - foot > height * (1 - edge) or top - foot < height * edge
        line = PdfLine(
            cleaned,
            page,
            number,
            left,
            right,
            top,
            bottom,
            low,
            box.bold(first) and box.bold(last),
            at_edge,
            width,
            shown=shown,
            start=start,
        )
        if not at_edge and low == bottom and (right - left) > len(shown) * line.height * _LOOSE:
            _columns(line, box, shown, start)
        lines.append(line)
    return lines


def _without_stamp(box: "_Boxes", shown: str, start: int) -> str:
    """The line without the words at its end that are stamped aslant over the page; one that speaks of something closed stays."""
    kept = shown
    while kept.strip() and box.aslant(start + len(kept) - 1):
        kept = kept.rstrip().rpartition(" ")[0].rstrip()
    return shown if says_closed(shown[len(kept) :]) else kept


def place_words(text_page: PdfTextPage, lines: list[PdfLine]) -> None:
    """Find out where the words of these lines stand."""
    box = _Boxes(text_page)
    for line in lines:
        line.words = line.words or box.words(line.shown, line.start)


def mark_list_items(lines: list[PdfLine], drawn: Drawn) -> None:
    """Mark the lines that have a drawn dot to their left: some programs draw list marks instead of printing them."""
    for left, right, middle in drawn.dots:
        for line in lines:
            if line.bottom <= middle <= line.top and right < line.left + 1 and line.left - left < _DOT_REACH:
                line.marked = True


def _columns(line: PdfLine, box: "_Boxes", shown: str, start: int) -> None:
    """Part the line where its words stand far apart."""
    places = line.words = box.words(shown, start)
    cells = [[places[0]]]
    for before, word in pairwise(places):
        if word[0] - before[1] > line.height * _WIDE_GAP:
            cells.append([])
        cells[-1].append(word)
    if len(cells) > 1:
        line.cells = [(cell[0][0], clean(" ".join(word[2] for word in cell))) for cell in cells]


class _Boxes:
    """The places of the signs of a page, asked of PDFium with as few calls as will do."""

    def __init__(self, text_page: PdfTextPage) -> None:
        self._raw = text_page.raw
        self._box = pdfium.FS_RECTF()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(80)

    def ends(self, first: int, last: int) -> tuple[float, float, float, float, float]:
        """Left, top and bottom of a line's first sign, right and bottom of its last."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._raw, first, box)
        left, top, bottom = box.left, box.top, box.bottom
        pdfium.FPDFText_GetLooseCharBox(self._raw, last, box)
        return left, top, bottom, box.right, box.bottom

    def words(self, shown: str, start: int) -> list[tuple[float, float, str]]:
        """(left, right, word) of each word of a line whose text begins at `start`."""
        found, at = [], 0
        for word in shown.split(" "):
            if word.strip():
                left, _, _, right, _ = self.ends(start + at, start + at + len(word) - 1)
                found.append((left, right, word))
            at += len(word) + 1
        return found

    def aslant(self, index: int) -> bool:
        """Tells whether the sign stands neither upright nor at a right angle."""
        turned = pdfium.FPDFText_GetCharAngle(self._raw, index) % (math.pi / 2)
        return bool(_ASLANT < turned < math.pi / 2 - _ASLANT)

    def bold(self, index: int) -> bool:
        """Tells whether the sign is set in bold: by the font's name, since the weight a PDF states is seldom true."""
        pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, 80, self._flags)
        name = self._name.value
        return b"Bold" in name or b"bold" in name or b"Black" in name or b"Semi" in name
