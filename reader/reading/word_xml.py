"""XML of a Word file as a stream of bytes, refused as soon as it holds what Word never writes: a document type, or nesting without end.

A document type (DOCTYPE) can define entities that unfold to gigabytes or name other files, so no part may have one, in whatever encoding
and after whatever comments. It can only stand before the first element, so only as much of a part is looked at.
"""

from collections.abc import Iterable, Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from .document import Unreadable

# Word's "Strict Open XML" names the same elements in a space of its own.
_STRICT, _USUAL = "{http://purl.oclc.org/ooxml/wordprocessingml/main}", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
DEEPEST = 256  # elements within each other; tables within tables within text boxes come to some sixty


def has_document_type(chunks: Iterable[bytes]) -> bool:
    """Tells whether the part declares one. Reads no further than its first element."""
    prolog = _Prolog()
    try:
        for chunk in chunks:
            prolog.feed(chunk)
            if prolog.is_over:
                return False
    except Unreadable:
        return True
    return False


def events(chunks: Iterable[bytes]) -> Iterator[tuple[str, Element]]:
    """Each element as `start` and `end`, those of a Strict file by their usual names. Raises `ParseError`, or `Unreadable` for one nested too deeply."""
    parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))
    depth = 0
    for chunk in chunks:
        _feed(parser, chunk)
        for event, element in cast(Iterator[tuple[str, Element]], parser.read_events()):  # no other events are asked for
            if event == "start" and element.tag.startswith(_STRICT):
                _rename(element)
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise Unreadable("too_deep")
            yield event, element
    parser.close()


def _rename(element: Element) -> None:
    element.tag = element.tag.replace(_STRICT, _USUAL)
    for name in [one for one in element.attrib if one.startswith(_STRICT)]:
        element.set(name.replace(_STRICT, _USUAL), element.attrib.pop(name))


def tree(chunks: Iterable[bytes]) -> Element:
    """The whole part. Raises as `events` does."""
    root = None
    for _event, element in events(chunks):
        root = element
    if root is None:
        raise ParseError("no element")
    return root


def _feed(parser: XMLPullParser, chunk: bytes) -> None:
    try:
        parser.feed(chunk)
    except ParseError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from error
        raise


class _Prolog:
    """Looks for a document type before the first element; what is no XML it leaves to the one who reads the part."""

    def __init__(self) -> None:
        self.is_over = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._end

    def feed(self, chunk: bytes) -> None:
        if self.is_over:
            return
        try:
            self._parser.Parse(chunk, False)
        except (expat.ExpatError, LookupError, ValueError):
            self.is_over = True

    def _refuse(self, *_declared: object) -> None:
        raise Unreadable("document_type")

    def _end(self, *_element: object) -> None:
        self.is_over = True
