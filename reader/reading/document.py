"""The result of reading: a document as text blocks that know their place, the bounds it must keep within, and why it could not be read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph, heading, list item or table row.

    `kind` is one of those four, spelled `paragraph`, `heading`, `list_item`, `table_row`. A heading is what the document's layout
    sets apart as one (style, size or weight); plain text has none. `level` is its rank, 1 the largest; 0 for all else.
    `text` is free of hidden characters; in a row the cells stand in it parted by tabs, and apart in `cells`.
    `page`, `line` and `end_line` count from 1. `apart` tells that white space stands before the block.
    """

    kind: str
    text: str
    page: int
    line: int
    end_line: int
    level: int = 0
    cells: tuple[str, ...] = ()
    apart: bool = True


@dataclass(frozen=True, slots=True)
class ReadingRemark:
    """Something the reader of a document should know of how it was taken apart. `params` holds what the sentence needs.

    hidden_text          a Word file holds text that Word does not show, and that was left out
    embedded_file        a Word file holds another file as part of its text, which was not read
    page_without_text    a page of a PDF is only a picture, among pages with text: `page`
    letters_unknown      the letters of a page cannot be told, since the PDF does not say which they are: `page`
    """

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A document read. `format` is pdf, docx or txt; `sha256` is of the bytes; `pages` is 1 where the format knows of none.

    `titles` are what the file tells of itself apart from its text: its title, subject and key words.
    """

    name: str
    format: str
    sha256: str
    pages: int
    blocks: list[TextBlock] = field(default_factory=list)
    remarks: list[ReadingRemark] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


class Unreadable(Exception):
    """The file gives no text. `code` says why, `params` holds the figures a message needs.

    empty                no bytes, or nothing but white space
    not_a_document       neither a PDF, a Word file nor text: `kind` tells what it is where that can be seen, else ""
    encrypted            locked with a password
    damaged              broken off or broken: `format`
    no_text              a PDF or Word file without any text, as a scan is: `format`, `pages`
    document_type        a Word file one of whose parts declares a document type (DOCTYPE), which Word never does
    too_deep             a Word file of elements within elements without end
    too_large            `size` and `most`, in bytes
    swells               a Word file of too much text, packed far tighter than any that people wrote: made to overload whoever opens it
    unpacks_too_large    a Word file that unpacks to more than `most` bytes
    too_many_pages       `pages` and `most`
    too_much_text        `most`, in characters
    too_slow             reading took more than `most` seconds
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of what one file may cost. A long council meeting with its attachments is far below every one of them.

    `bytes` of the file itself; `pages` of a PDF; `unpacked` bytes of a Word file's parts, counted while unpacking because the
    sizes it states may be false; `characters` of text; `seconds` of reading, checked between pages or parts on a monotonic `clock`.
    """

    bytes: int = 25_000_000
    pages: int = 300
    unpacked: int = 100_000_000
    characters: int = 3_000_000
    seconds: float = 30.0
    clock: Callable[[], float] = time.monotonic

    def watch(self) -> Watch:
        """Start the clock for one file."""
        return Watch(self, self.clock() + self.seconds)


class Watch:
    """Counts what one reading has used so far, and stops it when it is too much. Keeps the remarks on what it met."""

    def __init__(self, bounds: Bounds, deadline: float) -> None:
        self.bounds = bounds
        self._deadline = deadline
        self._characters = 0
        self.remarks: list[ReadingRemark] = []
        self.titles: list[str] = []

    def remark(self, code: str, **params: str | int) -> None:
        """Keep a remark, once."""
        remark = ReadingRemark(code, params)
        if remark not in self.remarks:
            self.remarks.append(remark)

    def pages(self, count: int) -> None:
        if count > self.bounds.pages:
            raise Unreadable("too_many_pages", pages=count, most=self.bounds.pages)

    def text(self, characters: int) -> None:
        """Call after each page or part with the number of characters it gave."""
        self._characters += characters
        if self._characters > self.bounds.characters:
            raise Unreadable("too_much_text", most=self.bounds.characters)
        self.time()

    def time(self) -> None:
        if self.bounds.clock() > self._deadline:
            raise Unreadable("too_slow", most=int(self.bounds.seconds))


DEFAULT = Bounds()
