"""One paragraph of a Word file: its text as shown, whether it is a heading, and the list it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree.ElementTree import Element

from danish.numbers import whole_number

from .running import closing_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")} | {FALLBACK}
_WORD_ART, _DRAWN = "{urn:schemas-microsoft-com:vml}textpath", "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t",
}  # fmt: skip
_NOTES = {f"{W}footnoteReference": "footnote ", f"{W}endnoteReference": "endnote ", f"{W}commentReference": "comment "}
_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel|subtitle|undertitel)$", re.IGNORECASE)
_MOST = 999_999  # a number that is believed
BOLD_LEVEL = 9  # a short paragraph all in bold ranks below every styled heading


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` with line breaks as newlines; `heading` its level or 0; `pages_before` and `_after` count page breaks; `boxes` are the
    paragraphs and tables of text boxes anchored in it, `notes` the ids of its footnotes and endnotes. `hidden` is the
    text that is not shown, and is not in `text`; `styled` the words of something closed in its style's name; `drawn` that of WordArt and watermarks, which is not either; `runs_on` that its end was deleted, so that the next paragraph goes on with it."""

    text: str
    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    pages_before: int = 0
    pages_after: int = 0
    boxes: tuple[Element, ...] = ()
    notes: tuple[str, ...] = ()
    hidden: str = ""
    runs_on: bool = False
    drawn: str = ""
    styled: str = ""


@dataclass(slots=True)
class Styles:
    """The named styles: which are headings, which number their paragraphs, which hide their text, and which are named for something closed."""

    NONE: ClassVar[Styles]

    headings: dict[str, int] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    bold: set[str] = field(default_factory=set)
    hiding: set[str] = field(default_factory=set)
    closing: dict[str, str] = field(default_factory=dict)


Styles.NONE = Styles()


def styles_of(root: Element | None) -> Styles:
    """The styles of word/styles.xml; a style takes after the one it is based on."""
    found = Styles()
    based: dict[str, str] = {}
    for style in root.iter(f"{W}style") if root is not None else ():
        key, name = style.get(f"{W}styleId", ""), _value(style.find(f"{W}name"))
        based[key] = _value(style.find(f"{W}basedOn"))
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if style.get(f"{W}type") == "paragraph" and (words := closing_words(name)):
            found.closing[key] = words
        named = _HEADING_NAME.match(name)
        if named:
            found.headings[key] = int(named.group(1))
        elif _TITLE_NAME.match(name):
            found.headings[key] = 1
        elif outline is not None and _number(outline) < 9:
            found.headings[key] = _number(outline) + 1
        listed = style.find(f"{W}pPr/{W}numPr")
        if listed is not None and listed.find(f"{W}numId") is not None:
            found.lists[key] = (_value(listed.find(f"{W}numId")), _number(listed.find(f"{W}ilvl")))
        if _is_on(style.find(f"{W}rPr/{W}b")):
            found.bold.add(key)
        if _is_on(style.find(f"{W}rPr/{W}vanish")):
            found.hiding.add(key)
    for key in based:
        _inherit(key, based, found)
    return found


def _inherit(key: str, based: dict[str, str], found: Styles) -> None:
    above = based.get(key, "")
    for _ in range(10):
        if not above:
            return
        if key not in found.headings and above in found.headings:
            found.headings[key] = found.headings[above]
        if key not in found.lists and above in found.lists:
            found.lists[key] = found.lists[above]
        if above in found.hiding:
            found.hiding.add(key)
        above = based.get(above, "")


def paragraph_of(element: Element, styles: Styles) -> Paragraph:
    """Gives the text and the looks of one w:p."""
    properties = element.find(f"{W}pPr")
    style = _value(properties.find(f"{W}pStyle")) if properties is not None else ""
    pieces: list[str] = []
    boxes: list[Element] = []
    notes: list[str] = []
    hidden: list[str] = []
    drawn: list[str] = []
    breaks: list[bool] = []  # for each page break, whether text came before it
    for node in _shown(element, boxes, styles, style in styles.hiding):
        if node.tag == f"{W}r":  # given only where it is hidden
            hidden += [one.text or "" for one in node.iter(f"{W}t")]
        elif node.tag in (_WORD_ART, _DRAWN):
            drawn.append(node.get("string", "") or node.text or "")
        elif node.tag in _NOTES:
            notes.append(_NOTES[node.tag] + node.get(f"{W}id", ""))
        elif node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{W}lastRenderedPageBreak" or (node.tag == f"{W}br" and node.get(f"{W}type") == "page"):
            breaks.append(bool("".join(pieces).strip()))
        elif node.tag in _SIGNS and node.get(f"{W}type") != "column":
            pieces.append(_SIGNS[node.tag])
        elif node.tag == f"{W}sym" and not pieces:
            pieces.append("• ")
    text = "".join(pieces)
    list_id, list_level = _list_of(properties, style, styles)
    heading = styles.headings.get(style, 0) or _own_outline(properties)
    if not heading and style not in styles.bold and _all_bold(element, text):
        heading = BOLD_LEVEL
    mark = properties.find(f"{W}rPr/{W}del") if properties is not None else None
    before = properties is not None and _is_on(properties.find(f"{W}pageBreakBefore"))
    return Paragraph(
        text,
        heading,
        list_id,
        list_level,
        before + breaks.count(False),
        breaks.count(True),
        tuple(boxes),
        tuple(notes),
        "".join(hidden).strip(),
        mark is not None,
        " ".join(drawn).strip(),
        styles.closing.get(style, ""),
    )


def _shown(element: Element, boxes: list[Element], styles: Styles, hiding: bool) -> Iterator[Element]:
    """The nodes that show something, in order, and each hidden run as a whole; text boxes are set aside whole."""
    for child in element:
        if child.tag in _SKIPPED or is_placeholder(child):
            continue
        if child.tag == f"{W}txbxContent":
            boxes.extend(one for one in child if one.tag in (f"{W}p", f"{W}tbl"))
            continue
        if child.tag == f"{W}r":
            if _is_hidden(child, styles, hiding):
                yield child
                continue
        else:
            yield child
        yield from _shown(child, boxes, styles, hiding)


def _is_hidden(run: Element, styles: Styles, hiding: bool) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return hiding
    own = properties.find(f"{W}vanish")
    return _is_on(own) if own is not None else hiding or _value(properties.find(f"{W}rStyle")) in styles.hiding


def is_placeholder(element: Element) -> bool:
    """Tells whether this is a content control nobody has filled in: it shows only what to write there."""
    settings = element.find(f"{W}sdtPr") if element.tag == f"{W}sdt" else None
    return settings is not None and asks_for_text(settings)


def asks_for_text(settings: Element) -> bool:
    """Tells whether these are the settings of such a control."""
    return _is_on(settings.find(f"{W}showingPlcHdr"))


def _list_of(properties: Element | None, style: str, styles: Styles) -> tuple[str, int]:
    own = properties.find(f"{W}numPr") if properties is not None else None
    if own is None:
        return styles.lists.get(style, ("", 0))
    list_id = _value(own.find(f"{W}numId"))
    return ("", 0) if list_id == "0" else (list_id, _number(own.find(f"{W}ilvl")))


def _own_outline(properties: Element | None) -> int:
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    return _number(outline) + 1 if outline is not None and _number(outline) < 9 else 0


def _all_bold(element: Element, text: str) -> bool:
    """A short line all in bold is meant as a heading, unless it is a sentence."""
    if not 2 <= len(text.strip()) <= 200 or (text.rstrip().endswith((".", ",", ";")) and len(text) > 60):
        return False
    runs = [run for run in element.iter(f"{W}r") if any((node.text or "").strip() for node in run.iter(f"{W}t"))]
    return bool(runs) and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _number(element: Element | None) -> int:
    return whole_number(_value(element), most=_MOST) or 0
