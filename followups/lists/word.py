"""The list of expected cases as a Word document, to be worked on."""

import io
import zipfile
from datetime import datetime, time

from followups.lists.document import ListDocument, ListSection, list_document
from followups.lists.rows import ExpectedCases

_A_DAY_LONG_PAST = (2000, 1, 1, 0, 0, 0)  # so that the same list gives the same bytes
_WIDTH = 17  # centimetres between the margins
_FONT = "Arial"
# What the template brings along: the program that made it, a picture of it empty, its styles anew for Word 2007 alone.
_OF_THE_TEMPLATE = ("/extended-properties", "/metadata/thumbnail", "/stylesWithEffects")


def docx_bytes(cases: ExpectedCases) -> bytes:
    """Headings, tables whose header rows repeat, and page numbers, in Danish; without the name of a person or a program."""
    import docx  # large, and needed only where a list is asked for

    document, content = docx.Document(), list_document(cases)
    _prepare(document)
    _name(document, content.title, datetime.combine(cases.as_of, time(12)))
    document.add_heading(content.title, 1)
    document.add_paragraph(content.subtitle)
    for part in content.parts:
        document.add_heading(part.heading, 2)
        if part.note:
            document.add_paragraph(part.note)
        if part.rows:
            _add_table(document, part)
    _number_pages(document.sections[0].footer.paragraphs[0], content)
    raw = io.BytesIO()
    document.save(raw)
    return _without_clock(raw.getvalue())


def _prepare(document) -> None:
    """A4, Danish, one plain font in black."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "da-DK")
    for name, size, space in (("Normal", 10, 0), ("Heading 1", 18, 0), ("Heading 2", 12.5, 18)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
        for attribute in ("w:asciiTheme", "w:hAnsiTheme"):  # would go before the name
            style.element.rPr.rFonts.attrib.pop(qn(attribute), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(space), Pt(4)


def _name(document, title: str, made: datetime) -> None:
    properties = document.core_properties
    properties.title, properties.language = title, "da-DK"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_OF_THE_TEMPLATE)]:
            relations.pop(key)


def _add_table(document, part: ListSection) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(0, len(part.header), "Table Grid")
    table.autofit = False
    widths = [Cm(_WIDTH * width / sum(part.widths)) for width in part.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, cells in enumerate([[(name,) for name in part.header], *part.rows]):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, lines, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            for at, line in enumerate(lines):
                paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
                run = paragraph.add_run(line)
                run.bold = True if number == 0 else None
                run.font.size = Pt(8.5) if at else None
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)


def _number_pages(paragraph, content: ListDocument) -> None:
    before, between = content.page_of
    paragraph.add_run(f"{content.title} · {content.subtitle} · {before} ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(f" {between} ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph, code: str) -> None:
    """Adds a field that Word itself counts, with 1 until it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")._r
    field.append(run)
    paragraph._p.append(field)


def _without_clock(archive: bytes) -> bytes:
    """The same archive with every entry of the same day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _A_DAY_LONG_PAST), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
