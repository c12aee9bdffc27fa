"""The parts of a Word package as XML, counted while they unpack."""

import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from .document import Unreadable, Watch
from .running import closing_words
from .word_paragraphs import W, asks_for_text
from .word_xml import events, has_document_type, tree

_CHUNK = 65_536
_BODY_TEXT, _TABLE = f"{W}p", f"{W}tbl"
_EMBEDDED, _CONTROL, _CONTROL_SETTINGS = f"{W}altChunk", f"{W}sdt", f"{W}sdtPr"
_TITLES = {"title", "subject", "keywords", "category", "contentStatus"}


class Parts:
    """The package's parts as XML, counted in bytes as they really unpack: the sizes the ZIP states are not believed."""

    def __init__(self, package: zipfile.ZipFile, watch: Watch) -> None:
        self._package, self._watch, self._unpacked = package, watch, 0

    def tree(self, name: str) -> ElementTree.Element:
        return tree(self._chunks(name))

    def notes(self, kind: str) -> Iterator[tuple[str, list[ElementTree.Element]]]:
        """The id and the paragraphs of each footnote or endnote; the lines Word draws above them are no notes."""
        for note in self.tree(f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type", "normal") == "normal":
                yield f"{kind} {note.get(f'{W}id', '')}", note.findall(_BODY_TEXT)

    def comments(self) -> Iterator[tuple[str, list[ElementTree.Element]]]:
        """The id of each comment that speaks of something closed, and a paragraph of these words alone: what else it says is no part of the text."""
        for comment in self.tree("word/comments.xml").iter(f"{W}comment"):
            if words := closing_words("".join(comment.itertext())):
                yield f"comment {comment.get(f'{W}id', '')}", [_paragraph(words)]

    def titles(self) -> Iterator[str]:
        """What the file tells of itself apart from its text: its title, subject, key words, kind and state."""
        yield from (one.text for one in self.tree("docProps/core.xml") if one.text and one.tag.rpartition("}")[2] in _TITLES)

    def refuse_document_types(self) -> None:
        """Look at all parts, also those that are not read here: whoever opens the original meets them."""
        for name in self._package.namelist():
            if name.lower().endswith((".xml", ".rels")) and has_document_type(self._chunks(name)):
                raise Unreadable("document_type")

    def children_of_body(self, name: str) -> Iterator[ElementTree.Element]:
        """Each paragraph and table of the body, whole; forgotten once the next is asked for."""
        open_above: list[ElementTree.Element] = []
        inside = 0
        unfilled: set[int] = set()  # how deep the controls stand that nobody filled in
        for event, element in events(self._chunks(name)):
            whole = element.tag in (_BODY_TEXT, _TABLE)
            if event == "start":
                inside += whole
                open_above.append(element)
                continue
            open_above.pop()
            if element.tag == _CONTROL and len(open_above) in unfilled:
                unfilled.remove(len(open_above))
            if element.tag == _CONTROL_SETTINGS and asks_for_text(element):
                unfilled.add(len(open_above) - 1)
            elif element.tag == _CONTROL_SETTINGS and not inside and (words := _named_for(element)):
                yield _paragraph(words)
            inside -= whole
            if element.tag == _EMBEDDED:
                self._watch.remark("embedded_file")
            if whole and not inside:
                if not unfilled:
                    yield element
                if open_above:
                    open_above[-1].clear()

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._package.open(name) as part:
            while chunk := self._read(part):
                yield chunk

    def _read(self, part: IO[bytes]) -> bytes:
        chunk = part.read(_CHUNK)
        self._unpacked += len(chunk)
        if self._unpacked > self._watch.bounds.unpacked:
            raise Unreadable("unpacks_too_large", most=self._watch.bounds.unpacked)
        self._watch.time()
        return chunk


def _named_for(settings: ElementTree.Element) -> str:
    """The words of something closed that a content control is named by."""
    names = (settings.find(f"{W}{name}") for name in ("alias", "tag"))
    return closing_words(" ".join(one.get(f"{W}val", "") for one in names if one is not None))


def _paragraph(words: str) -> ElementTree.Element:
    paragraph = ElementTree.Element(_BODY_TEXT)
    ElementTree.SubElement(ElementTree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    return paragraph
