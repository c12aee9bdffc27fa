"""The one model of a paper: a title, and sections within sections, which hold paragraphs, lists, tables, facts and notices.

The depth of a section is the level of its heading, so headings are in order. Every text is data: a renderer prints it as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from documents.text import on_paper

Cell = Sequence[str]  # its lines, the first the weightiest
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines. A quiet one belongs to what follows and stays on its page."""

    lines: Sequence[str]
    is_quiet: bool = False
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries, each with its number, or with none where the list is not numbered."""

    entries: Sequence[tuple[str, str]]
    kind: str = field(default="list", init=False)


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are the columns' shares, `right` the columns of numbers, which stand to the right. `header` is empty of a table whose columns have no names. `urls` are where a page leads to from each row, "" for nowhere."""

    rows: Sequence[Sequence[Cell]]
    header: Sequence[str] = ()
    widths: Sequence[int] = ()
    urls: Sequence[str] = ()
    right: Sequence[int] = ()
    kind: str = field(default="table", init=False)

    @property
    def shares(self) -> Sequence[int]:
        """The widths, alike where none are told."""
        return self.widths or [1] * max((len(row) for row in [self.header, *self.rows]), default=0)

    @property
    def linked_rows(self) -> list[tuple[str, Sequence[tuple[str, Cell]]]]:
        """Each row with where it leads to, and its cells with the names of their columns."""
        urls = self.urls or [""] * len(self.rows)
        names = self.header or [""] * len(self.shares)
        return [(url, list(zip(names, row, strict=True))) for url, row in zip(urls, self.rows, strict=True)]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, each with its lines: place, day, who took part."""

    rows: Sequence[tuple[str, Cell]]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that stands out, such as why a number is missing."""

    text: str
    kind: str = field(default="notice", init=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document's sections that have a `mark`, with their pages where there are pages."""

    heading: str
    kind: str = field(default="contents", init=False)


Block = Paragraph | Listing | Table | Facts | Notice | Contents


@dataclass(frozen=True, slots=True)
class Section:
    """`mark` is a name that is the section's alone; one that has it begins with a rule and stands in the contents."""

    heading: str
    blocks: Sequence[Block] = ()
    sections: "Sequence[Section]" = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """`kicker` stands above the title, in its heading; `foot` at the foot of each page, before the two words of the page number: `Side` 1 `af` 3.

    `name` is the title that a program shows, in its list of files or at the top of its window.
    """

    title: str
    foot: str
    page_of: tuple[str, str]
    subtitle: str = ""
    kicker: str = ""
    blocks: Sequence[Block] = ()
    sections: Sequence[Section] = ()
    name: str = ""

    @property
    def named(self) -> str:
        return self.name or self.title

    @property
    def marked(self) -> list[Section]:
        return [section for section in self.sections if section.mark]


def cleaned(value: Value) -> Value:
    """The same document with every text as paper can hold it."""
    changed: Value = _each_text(value, on_paper)
    return changed


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _each_text(getattr(value, one.name), change) for one in fields(value) if one.init})
    if isinstance(value, Sequence):
        return tuple(_each_text(one, change) for one in value)
    return value
