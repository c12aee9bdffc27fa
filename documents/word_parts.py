"""The parts of a Word file: texts whose case numbers stay whole, lists, tables, facts, the contents, and the page numbers."""

from collections.abc import Sequence
from typing import Any

from documents.model import Document, Facts, Listing, Table
from documents.text import around_case_numbers

_WIDTH = 17  # centimetres between the margins


def add_text(paragraph: Any, text: str, *, size: float | None = None, bold: bool | None = None) -> None:
    """Adds the text; the hyphens of a case number in it are such as no line breaks at, and are copied as hyphens."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    for piece, is_case_number in around_case_numbers(text):
        run = paragraph.add_run("" if is_case_number else piece)
        run.bold, run.font.size = bold, Pt(size) if size else None
        for at, between in enumerate(piece.split("-") if is_case_number else []):
            if at:
                run._r.append(OxmlElement("w:noBreakHyphen"))
            run.add_text(between)


def add_lines(paragraph: Any, lines: Sequence[str]) -> None:
    for at, line in enumerate(lines):
        if at:
            paragraph.add_run().add_break()
        add_text(paragraph, line)


def add_list(document: Any, block: Listing) -> None:
    """Adds a list of bullets, or one whose numbers Word counts where they are 1, 2, 3; others are written as they are told."""
    numbers = [number for number, _ in block.entries]
    is_counted = numbers == [f"{at}." for at in range(1, len(numbers) + 1)]
    style = _numbered_anew(document) if is_counted else None
    for number, text in block.entries:
        paragraph = document.add_paragraph(style="List Number" if is_counted else "Normal" if number else "List Bullet")
        if style is not None:
            _number_by(paragraph, style)
        add_text(paragraph, f"{number}\t{text}" if number and not is_counted else text)


def _numbered_anew(document: Any) -> int:
    """A numbering of its own for a list, which begins with 1. Returns its key."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    of_style = document.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(num for num in numbering.num_lst if num.numId == of_style).abstractNumId.val
    number = numbering.add_num(kind)
    override = OxmlElement("w:lvlOverride")
    override.set(qn("w:ilvl"), "0")
    start = OxmlElement("w:startOverride")
    start.set(qn("w:val"), "1")
    override.append(start)
    number.append(override)
    return int(number.numId)


def _number_by(paragraph: Any, key: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = key


def add_table(document: Any, block: Table) -> None:
    """Adds the table; its header stands on each page it reaches, and no row is split."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(0, len(block.shares), "Table Grid")
    table.autofit = False
    widths = [Cm(_WIDTH * share / sum(block.shares)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    header = [[(name,) for name in block.header]] if block.header else []
    for number, cells in enumerate([*header, *block.rows]):
        row, is_header = table.add_row(), number < len(header)
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if is_header:
            properties.append(OxmlElement("w:tblHeader"))
        for column, (cell, lines, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
            cell.width = width
            for at, line in enumerate(lines):
                paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
                add_text(paragraph, line, size=8.5 if at else None, bold=True if is_header else None)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column in block.right else None
    document.add_paragraph().paragraph_format.space_after = Pt(0)  # two tables in a row would be one


def add_facts(document: Any, block: Facts) -> None:
    for name, lines in block.rows:
        paragraph = document.add_paragraph(style="Facts")
        add_text(paragraph, f"{name}\t", bold=True)
        add_lines(paragraph, lines)


def add_contents(document: Any, heading: str, content: Document) -> None:
    """Adds the headings with a mark as links within the file. Pages are counted by Word alone, so none is told."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document.add_heading(heading, 2)
    for section in content.marked:
        paragraph = document.add_paragraph(style="Contents")
        add_text(paragraph, section.heading)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), section.mark)
        for run in list(paragraph._p.r_lst):
            link.append(run)
        paragraph._p.append(link)


def bookmark(heading: Any, mark: str, content: Document) -> None:
    """Lets the contents lead to the heading."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    key = str([section.mark for section in content.marked].index(mark) + 1)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), key)
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), mark)
        heading._p.append(element)


def number_pages(paragraph: Any, foot: str, page_of: tuple[str, str]) -> None:
    before, between = page_of
    add_text(paragraph, f"{foot} · {before} ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(f" {between} ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Any, code: str) -> None:
    """Adds a field that Word itself counts, with 1 until it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")._r
    field.append(run)
    paragraph._p.append(field)
