"""Word files (docx): read part by part as a stream, so that a file of gigabytes in disguise is stopped while it unpacks.

A docx is a ZIP of XML parts. Only these are read: the styles (which of them are headings), the numbering (what Word would print
before a paragraph), the footnotes and endnotes, what the file tells of itself, and the document itself; of the others only that they declare no document type, and of headers and footers
what speaks of something closed, or a header that alone tells the day. Deleted text of tracked changes, hidden text and what is drawn (WordArt,
watermarks) are left out but for words of something closed, inserted text is read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from danish.dates import find_dates
from danish.numbers import whole_number

from .assembly import join_broken_rows, list_item_text
from .document import TextBlock, Unreadable, Watch
from .hygiene import clean
from .running import closing_words, is_page_number, says_closed
from .word_numbering import Numbering, numbering_of
from .word_paragraphs import BOLD_LEVEL, FALLBACK, Paragraph, Styles, W, is_placeholder, paragraph_of, styles_of
from .word_parts import Parts

_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_LONGEST_UNFINISHED = 5_000  # a text is not gathered over more than this
_LONGEST_HEAD = 300
_OPEN = re.compile(
    r"\båb(?:en|ent|ne)\s+(?:del|møde|dagsorden|session|punkter|sager|referat)|\b(?:dagsorden|referat|møde)\w*\W+åb(?:en|ent)\b",
    re.IGNORECASE,
)
_FRONT = 20  # blocks in which a document tells its day
_NOTE_KINDS = ("footnote", "endnote")
_SWELLS = 100  # times its packed size: a text that people wrote unpacks to ten or twenty times
_BODY_TEXT, _TABLE = f"{W}p", f"{W}tbl"
_MOST_COLUMNS = 60
_TRANSPARENT = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_LOCKED = 0x1  # the flag of a ZIP entry that wants a password
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, ElementTree.ParseError, OSError)


def read_docx(data: bytes, watch: Watch) -> tuple[int, list[TextBlock]]:
    """Number of pages Word last laid out and the blocks; `line` counts the blocks of a page."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" not in names:
                raise Unreadable("not_a_document", kind="ZIP")
            text = package.getinfo("word/document.xml")
            if text.file_size > watch.bounds.unpacked:  # a true size; a false one is found out while unpacking
                raise Unreadable("unpacks_too_large", most=watch.bounds.unpacked)
            if any(entry.flag_bits & _LOCKED for entry in package.infolist()):
                raise Unreadable("encrypted")
            parts = Parts(package, watch)
            parts.refuse_document_types()
            styles = styles_of(parts.tree("word/styles.xml") if "word/styles.xml" in names else None)
            numbering = numbering_of(parts.tree("word/numbering.xml") if "word/numbering.xml" in names else None)
            notes = {key: note for kind in _NOTE_KINDS if f"word/{kind}s.xml" in names for key, note in parts.notes(kind)}
            if "word/comments.xml" in names:
                notes |= dict(parts.comments())
            if "docProps/core.xml" in names:
                watch.titles += parts.titles()
            page, blocks = _Body(styles, numbering, watch, notes).blocks(parts.children_of_body("word/document.xml"))
            margins = [name for name in sorted(names) if _MARGIN.fullmatch(name)]
            over = {name: _Body(styles, numbering, watch).blocks(parts.children_of_body(name))[1] for name in margins}
            blocks = _kept_of_margins(over, blocks) + blocks if blocks else []
    except Unreadable as error:
        if error.code == "too_much_text" and text.file_size > _SWELLS * text.compress_size:
            raise Unreadable("swells") from error
        raise
    except _BROKEN as error:
        raise Unreadable("damaged", format="docx") from error
    if not blocks:
        raise Unreadable("no_text", format="docx", pages=page)
    return page, join_broken_rows(blocks)


def _kept_of_margins(over: dict[str, list[TextBlock]], blocks: list[TextBlock]) -> list[TextBlock]:
    """Gives the lines of headers and footers, by their parts' names, that speak of something closed, and of the open part beside it; and all of the headers where only they tell the day."""
    headers = [block for name, found in over.items() if "header" in name for block in found if not is_page_number(block.text)]
    tell_the_day = any(map(_tells_a_day, headers)) and not any(map(_tells_a_day, blocks[:_FRONT]))
    kept = headers if tell_the_day else []
    closed = [block for found in over.values() for block in found if says_closed(block.text)]
    # A section of its own for what is open says that the closed one is not the whole document.
    kept = kept + [block for block in headers if closed and _OPEN.search(block.text)] + closed
    once = {block.text: replace(block, page=1, line=1, end_line=1) for block in kept}
    return list(once.values())


def _tells_a_day(block: TextBlock) -> bool:
    return len(block.text) <= _LONGEST_HEAD and bool(find_dates(block.text))


_Notes = dict[str, list[ElementTree.Element]]


class _Body:
    """Turns paragraphs and tables into blocks, counting pages and lines."""

    def __init__(self, styles: Styles, numbering: Numbering, watch: Watch, notes: _Notes | None = None) -> None:
        self._styles, self._numbering, self._watch = styles, numbering, watch
        self._notes = notes or {}
        self._unfinished = ""
        self._styled = ""  # the words in the name of the last paragraph's style
        self._page, self._line, self._apart = 1, 0, True
        self._found: list[TextBlock] = []

    def blocks(self, elements: Iterator[ElementTree.Element]) -> tuple[int, list[TextBlock]]:
        for element in elements:
            self._add(element)
        self._end_unfinished()
        return self._page, self._found

    def _add(self, element: ElementTree.Element) -> None:
        if element.tag == _TABLE:
            self._end_unfinished()
            for row in _rows(element, self._styles):
                self._row(row)
            self._apart = True
        elif element.tag == _BODY_TEXT:
            self._paragraph(paragraph_of(element, self._styles))

    def _paragraph(self, paragraph: Paragraph) -> None:
        self._tell_of_unwritten(paragraph)
        if self._unfinished:
            parted = self._unfinished[-1].isalnum() and paragraph.text[:1].isalnum()  # no word goes over the end of a paragraph
            paragraph = replace(paragraph, text=self._unfinished + " " * parted + paragraph.text)
            self._unfinished = ""
        if paragraph.runs_on and not paragraph.boxes and not paragraph.notes and len(paragraph.text) < _LONGEST_UNFINISHED:
            self._unfinished = paragraph.text
            paragraph = replace(paragraph, text="")
        pages = paragraph.pages_before
        self._turn(pages)
        text = paragraph.text.replace("\n", " ") if 0 < paragraph.heading < BOLD_LEVEL else paragraph.text
        lines = [clean(line) for line in text.split("\n")]
        mark = self._numbering.mark(paragraph.list_id, paragraph.list_level) if paragraph.list_id and any(lines) else None
        first = True
        for text in filter(None, lines):
            self._watch.text(len(text))
            kind, level = ("heading", paragraph.heading) if paragraph.heading and len(text) < 350 else ("paragraph", 0)
            marked = list_item_text(text) if kind == "paragraph" else None
            if mark == "" or marked is not None:
                kind, text, level = "list_item", marked or text, 0
            elif mark and first:
                text = f"{mark} {text}"
            if not first and kind == "list_item" and marked is None:
                kind = "paragraph"
            self._block(kind, text, level=level, apart=self._apart if first else False)
            first = False
        self._apart = not first and kind != "list_item" if any(lines) else True
        self._turn(paragraph.pages_after)
        for inner in paragraph.boxes:
            self._add(inner)
        self._add_notes(paragraph)

    def _tell_of_unwritten(self, paragraph: Paragraph) -> None:
        """Remark on hidden text; the words of closed business in it, in what is drawn and in the style's name, stay, so that the item is closed or asked about."""
        if words := closing_words(clean(paragraph.drawn)):
            self._block("paragraph", words)
        if paragraph.styled and paragraph.styled != self._styled:
            self._block("paragraph", paragraph.styled)
        self._styled = paragraph.styled
        if paragraph.hidden:
            self._watch.remark("hidden_text")
            if words := closing_words(clean(paragraph.hidden)):
                self._block("paragraph", words)

    def _end_unfinished(self) -> None:
        if self._unfinished:
            self._paragraph(Paragraph(""))

    def _add_notes(self, paragraph: Paragraph) -> None:
        """Footnotes and endnotes stand below the paragraph that refers to them."""
        for key in paragraph.notes:
            for inner in self._notes.pop(key, ()):
                self._add(inner)

    def _row(self, row: list[list[Paragraph]]) -> None:
        """A row as one block; a row of a single filled cell only frames its paragraphs, which are read as such."""
        filled = [cell for cell in row if any(clean(paragraph.text) for paragraph in cell)]
        if len(row) == 1 or (len(filled) == 1 and len(filled[0]) > 2 and filled[0] is row[0]):
            for paragraph in filled[0] if filled else ():
                self._paragraph(paragraph)
            return
        cells = tuple("\n".join(filter(None, (clean(self._marked(p)) for p in cell))) for cell in row)
        self._turn(sum(paragraph.pages_before for cell in row for paragraph in cell))
        if any(cells):
            self._watch.text(sum(map(len, cells)))
            self._block("table_row", "\t".join(cell.replace("\n", " ") for cell in cells), cells=cells, apart=self._apart)
            self._apart = False
        for paragraph in (one for cell in row for one in cell):
            self._tell_of_unwritten(paragraph)
            for inner in paragraph.boxes:
                self._add(inner)
            self._add_notes(paragraph)

    def _marked(self, paragraph: Paragraph) -> str:
        mark = self._numbering.mark(paragraph.list_id, paragraph.list_level) if paragraph.list_id else None
        text = paragraph.text.replace("\n", " ")
        return f"{mark or '-'} {text}" if mark is not None and text.strip() else text

    def _block(self, kind: str, text: str, *, level: int = 0, cells: tuple[str, ...] = (), apart: bool = True) -> None:
        self._line += 1
        self._found.append(TextBlock(kind, text, self._page, self._line, self._line, level, cells, apart))

    def _turn(self, pages: int) -> None:
        if pages:
            self._page += pages
            self._line = 0
            self._watch.pages(self._page)


def _rows(table: ElementTree.Element, styles: Styles) -> Iterator[list[list[Paragraph]]]:
    """The table's rows as cells of paragraphs; a table within a cell gives its text to the cell.

    A cell over several columns is followed by as many empty ones, so that the cells of all rows stand in the same columns.
    """
    for row in _children(table, f"{W}tr"):
        cells = []
        for cell in _children(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            cells.append([] if goes_on else [paragraph_of(element, styles) for element in _paragraphs(cell)])
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = whole_number(span.get(f"{W}val", ""), most=_MOST_COLUMNS) if span is not None else None
            if wide and len(cells) + wide <= _MOST_COLUMNS:
                cells += [[] for _ in range(wide - 1)]
        if cells:
            yield cells


def _paragraphs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The paragraphs within a cell, at any depth, but for those of controls nobody filled in and those written twice for older programs."""
    for child in element:
        if child.tag == FALLBACK or is_placeholder(child):
            continue
        if child.tag == _BODY_TEXT:
            yield child
        else:
            yield from _paragraphs(child)


def _children(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Children with this tag, also those inside content controls and insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tag)
