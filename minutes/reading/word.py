"""Word files (docx): read part by part as a stream, so that a file of gigabytes in disguise is stopped while it unpacks.

A docx is a ZIP of XML parts. Only three are read: the styles (which of them are headings), the numbering (what Word would print
before a paragraph) and the document itself. Deleted text of tracked changes is left out, inserted text is read.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from .assembly import join_broken_rows, list_item_text
from .document import Block, Unreadable, Watch
from .hygiene import clean
from .word_numbering import Numbering, numbering_of
from .word_paragraphs import Paragraph, Styles, W, paragraph_of, styles_of

_CHUNK = 65_536
_SWELLS = 100  # times its packed size: a text that people wrote unpacks to ten or twenty times
_BODY_TEXT, _TABLE = f"{W}p", f"{W}tbl"
_TRANSPARENT = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, ElementTree.ParseError, OSError)


def read_docx(data: bytes, watch: Watch) -> tuple[int, list[Block]]:
    """Number of pages Word last laid out and the blocks; `line` counts the blocks of a page."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" not in names:
                raise Unreadable("not_a_document", kind="ZIP")
            text = package.getinfo("word/document.xml")
            if text.file_size > watch.bounds.unpacked:  # a true size; a false one is found out while unpacking
                raise Unreadable("unpacks_too_large", most=watch.bounds.unpacked)
            parts = _Parts(package, watch)
            styles = styles_of(parts.tree("word/styles.xml") if "word/styles.xml" in names else None)
            numbering = numbering_of(parts.tree("word/numbering.xml") if "word/numbering.xml" in names else None)
            page, blocks = _Body(styles, numbering, watch).blocks(parts.children_of_body("word/document.xml"))
    except Unreadable as error:
        if error.code == "too_much_text" and text.file_size > _SWELLS * text.compress_size:
            raise Unreadable("swells") from error
        raise
    except RuntimeError as error:  # zipfile's way of saying that an entry is locked
        raise Unreadable("encrypted") from error
    except _BROKEN as error:
        raise Unreadable("damaged", format="docx") from error
    if not blocks:
        raise Unreadable("no_text", format="docx", pages=page)
    return page, join_broken_rows(blocks)


class _Parts:
    """The package's parts as XML, counted in bytes as they really unpack: the sizes the ZIP states are not believed."""

    def __init__(self, package: zipfile.ZipFile, watch: Watch) -> None:
        self._package, self._watch, self._unpacked = package, watch, 0

    def tree(self, name: str) -> ElementTree.Element:
        parser = ElementTree.XMLPullParser(events=("end",))
        root = None
        for chunk in self._chunks(name):
            parser.feed(chunk)
            for _, element in parser.read_events():
                root = element
        parser.close()
        for _, element in parser.read_events():
            root = element
        if root is None:
            raise ElementTree.ParseError("no element")
        return root

    def children_of_body(self, name: str) -> Iterator[ElementTree.Element]:
        """Each paragraph and table of the body, whole; forgotten once the next is asked for."""
        parser = ElementTree.XMLPullParser(events=("start", "end"))
        open_above: list[ElementTree.Element] = []
        inside = 0
        for chunk in self._chunks(name):
            parser.feed(chunk)
            for event, element in parser.read_events():
                whole = element.tag in (_BODY_TEXT, _TABLE)
                if event == "start":
                    inside += whole
                    open_above.append(element)
                    continue
                open_above.pop()
                inside -= whole
                if whole and not inside:
                    yield element
                    if open_above:
                        open_above[-1].clear()
        parser.close()

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._package.open(name) as part:
            while chunk := self._read(part):
                if self._unpacked == len(chunk) and b"<!DOCTYPE" in chunk:
                    raise ElementTree.ParseError("a Word part declares no document type")
                yield chunk

    def _read(self, part: IO[bytes]) -> bytes:
        chunk = part.read(_CHUNK)
        self._unpacked += len(chunk)
        if self._unpacked > self._watch.bounds.unpacked:
            raise Unreadable("unpacks_too_large", most=self._watch.bounds.unpacked)
        self._watch.time()
        return chunk


class _Body:
    """Turns paragraphs and tables into blocks, counting pages and lines."""

    def __init__(self, styles: Styles, numbering: Numbering, watch: Watch) -> None:
        self._styles, self._numbering, self._watch = styles, numbering, watch
        self._page, self._line, self._apart = 1, 0, True
        self._found: list[Block] = []

    def blocks(self, elements: Iterator[ElementTree.Element]) -> tuple[int, list[Block]]:
        for element in elements:
            self._add(element)
        return self._page, self._found

    def _add(self, element: ElementTree.Element) -> None:
        if element.tag == _TABLE:
            for row in _rows(element):
                self._row(row)
            self._apart = True
        elif element.tag == _BODY_TEXT:
            self._paragraph(paragraph_of(element, self._styles))

    def _paragraph(self, paragraph: Paragraph) -> None:
        pages = paragraph.pages_before
        self._turn(pages)
        lines = [clean(line) for line in paragraph.text.split("\n")]
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

    def _marked(self, paragraph: Paragraph) -> str:
        mark = self._numbering.mark(paragraph.list_id, paragraph.list_level) if paragraph.list_id else None
        text = paragraph.text.replace("\n", " ")
        return f"{mark or '-'} {text}" if mark is not None and text.strip() else text

    def _block(self, kind: str, text: str, *, level: int = 0, cells: tuple[str, ...] = (), apart: bool = True) -> None:
        self._line += 1
        self._found.append(Block(kind, text, self._page, self._line, self._line, level, cells, apart))

    def _turn(self, pages: int) -> None:
        if pages:
            self._page += pages
            self._line = 0
            self._watch.pages(self._page)


def _rows(table: ElementTree.Element) -> Iterator[list[list[Paragraph]]]:
    """The table's rows as cells of paragraphs; a table within a cell gives its text to the cell."""
    for row in _children(table, f"{W}tr"):
        cells = []
        for cell in _children(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            cells.append([] if goes_on else [paragraph_of(element, Styles.NONE) for element in cell.iter(_BODY_TEXT)])
        if cells:
            yield cells


def _children(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Children with this tag, also those inside content controls and insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tag)
