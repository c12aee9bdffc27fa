"""A document as a Word file, to be worked on: real headings, lists and tables, in Danish, without the name of a person or a program."""

import io
from datetime import date, datetime, time
from typing import Any

from documents import word_parts as parts
from documents.model import Block, Document, Facts, Listing, Notice, Paragraph, Section, Table, cleaned
from documents.word_file import add_border, named, prepared, saved

_DEEPEST = 9  # Word knows no deeper heading


def docx_bytes(paper: Document, *, day: date) -> bytes:
    """The same bytes for the same document, which says that it was made on the `day`."""
    import docx  # large, and needed only where a paper is asked for

    document, content = docx.Document(), cleaned(paper)
    prepared(document)
    named(document, content.named, datetime.combine(day, time(12)))
    _add_title(document, content)
    for block in content.blocks:
        _add_block(document, block, content)
    for section in content.sections:
        _add_section(document, section, 2, content)
    parts.number_pages(document.sections[0].footer.paragraphs[0], content.foot, content.page_of)
    raw = io.BytesIO()
    document.save(raw)
    return saved(raw.getvalue())


def _add_title(document: Any, content: Document) -> None:
    heading = document.add_heading("", 1)
    if content.kicker:
        parts.add_text(heading, content.kicker.upper(), size=12)
        heading.add_run().add_break()
    parts.add_text(heading, content.title)
    if content.subtitle:
        parts.add_text(document.add_paragraph(style="Subtitle"), content.subtitle)


def _add_section(document: Any, section: Section, level: int, content: Document) -> None:
    heading = document.add_heading("", min(level, _DEEPEST))
    parts.add_text(heading, section.heading)
    if section.mark:
        parts.bookmark(heading, section.mark, content)
        add_border(heading._p.get_or_add_pPr(), "top", 8)
    for block in section.blocks:
        _add_block(document, block, content)
    for inner in section.sections:
        _add_section(document, inner, level + 1, content)


def _add_block(document: Any, block: Block, content: Document) -> None:
    if isinstance(block, Paragraph):
        parts.add_lines(document.add_paragraph(style="Quiet" if block.is_quiet else None), block.lines)
    elif isinstance(block, Listing):
        parts.add_list(document, block)
    elif isinstance(block, Table):
        parts.add_table(document, block)
    elif isinstance(block, Facts):
        parts.add_facts(document, block)
    elif isinstance(block, Notice):
        parts.add_text(document.add_paragraph(style="Notice"), block.text)
    else:
        parts.add_contents(document, block.heading, content)
