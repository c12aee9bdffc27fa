"""Reads KL's XML of the subject plan and of the facets as a stream, so that memory stays bounded whatever the file holds.

The elements read (KL's KLE schema, version 2): `Hovedgruppe`, `Gruppe` and `Emne`, nested in that order, and `Handlingsfacet`; each
X with its `XNr`, `XTitel` and `XAdministrativInfo/Historisk` holding `UdgaaetDato` or `Flyttet/FlyttetDato` when it has left the plan.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

NAMES = frozenset({"Hovedgruppe", "Gruppe", "Emne", "Handlingsfacet"})
LEFT_THE_PLAN = frozenset({"UdgaaetDato", "FlyttetDato"})
_CHUNK = 64 * 1024
_TEXT_LENGTH = 2000  # longer texts are instructions, which nobody asks for
_DEPTH = 64


@dataclass(slots=True)
class Element:
    """A line of the plan; `expired` is the day it left the plan, None while it is in use."""

    name: str
    code: str = ""
    title: str = ""
    expired: dt.date | None = None


class BrokenXml(Exception):
    """No well-formed XML, or XML that declares a document type: KL's has none, and entities are how small files grow big."""


def elements_of(content: bytes) -> Iterator[Element]:
    """The plan's lines in the order in which they end. Raises BrokenXml."""
    reader = _Reader()
    for start in range(0, len(content), _CHUNK):
        reader.feed(content[start : start + _CHUNK], is_last=start + _CHUNK >= len(content))
        yield from reader.taken()


class _Reader:
    def __init__(self) -> None:
        self._path: list[str] = []
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._text = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def feed(self, chunk: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(chunk, is_last)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise BrokenXml from error

    def taken(self) -> list[Element]:
        done, self._done = self._done, []
        return done

    def _refuse(self, *_declaration) -> None:
        raise BrokenXml

    def _start(self, name: str, _attributes: dict) -> None:
        name = name.rpartition(" ")[2]
        self._path.append(name)
        self._text = ""
        if len(self._path) > _DEPTH:
            raise BrokenXml
        if name in NAMES:
            self._open.append(Element(name))

    def _characters(self, text: str) -> None:
        if len(self._text) < _TEXT_LENGTH:
            self._text += text

    def _end(self, _name: str) -> None:
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if name in NAMES:
            self._done.append(self._open.pop())
        elif self._open:
            self._tell(self._open[-1], name, parent)
        self._text = ""

    def _tell(self, element: Element, name: str, parent: str) -> None:
        text = self._text.strip()
        if name == f"{element.name}Nr" and parent == element.name:
            element.code = text
        elif name == f"{element.name}Titel" and parent == element.name:
            element.title = text
        elif name in LEFT_THE_PLAN:
            element.expired = _day(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return dt.date.min
