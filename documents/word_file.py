"""A Word file as a whole: its paper, language, styles and properties, and its bytes without a clock."""

import io
import zipfile
from datetime import datetime
from typing import Any

_A_DAY_LONG_PAST = (2000, 1, 1, 0, 0, 0)  # so that the same document gives the same bytes
_FONT = "Arial"
# What the template brings along: the program that made it, a picture of it empty, its styles anew for Word 2007 alone.
_OF_THE_TEMPLATE = ("/extended-properties", "/metadata/thumbnail", "/stylesWithEffects")
_INK, _QUIET, _ACCENT = (0x1A, 0x1A, 0x1A), (0x3C, 0x3C, 0x3C), (0x00, 0x36, 0x5C)
# Points: the size of the letters, the space before and after.
_STYLES = {
    "Normal": (10, 0, 5, _INK),
    "Heading 1": (20, 0, 4, _ACCENT),
    "Heading 2": (13, 18, 5, _ACCENT),
    "Heading 3": (11, 11, 3, _INK),
    "Heading 4": (10, 8, 3, _INK),
    "Subtitle": (12, 0, 10, _INK),
    "List Bullet": (10, 0, 3, _INK),
    "List Number": (10, 0, 3, _INK),
    "Quiet": (10, 0, 5, _QUIET),
    "Notice": (10, 4, 8, _INK),
    "Facts": (10, 0, 4, _INK),
    "Contents": (10, 0, 2, _INK),
}


def prepared(document: Any) -> None:
    """Makes the document A4 and Danish, in one plain font."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "da-DK")
    for name in ("Quiet", "Notice", "Facts", "Contents"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name in _STYLES:
        _style(document.styles[name], *_STYLES[name])
    facts = document.styles["Facts"].paragraph_format
    facts.left_indent, facts.first_line_indent = Cm(4), Cm(-4)
    facts.tab_stops.add_tab_stop(Cm(4))
    for name in ("Quiet", "Facts"):
        document.styles[name].paragraph_format.keep_with_next = True
    document.styles["Notice"].paragraph_format.left_indent = Cm(0.3)
    add_border(document.styles["Notice"].element.get_or_add_pPr(), "left", 18)
    for spacing in document.styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        document.styles["Subtitle"].element.rPr.remove(spacing)


def _style(style: Any, size: float, before: float, after: float, colour: tuple[int, int, int]) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(*colour)
    style.font.italic = False
    for attribute in ("w:asciiTheme", "w:hAnsiTheme"):  # would go before the name
        style.element.rPr.rFonts.attrib.pop(qn(attribute), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def add_border(properties: Any, side: str, width: int) -> None:
    """Draws a line at the side of a paragraph; `width` is in eighths of a point."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    edge = f'<w:{side} w:val="single" w:sz="{width}" w:space="8" w:color="00365C"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>")
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def named(document: Any, title: str, made: datetime) -> None:
    """Gives the file its title and language, and takes away who and what made it."""
    properties = document.core_properties
    properties.title, properties.language = title[:255], "da-DK"  # a property holds no more
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_OF_THE_TEMPLATE)]:
            relations.pop(key)


def saved(archive: bytes) -> bytes:
    """The same archive with every entry of the same day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _A_DAY_LONG_PAST), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
