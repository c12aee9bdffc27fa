"""PDF: lines with their places on the page, ruled tables, then blocks. The text is PDFium's; so is the order of the lines.

A PDF knows neither paragraphs nor tables nor headers, only signs at places. What is needed of the places is asked for by the line,
not by the letter, and the drawn rules only of pages whose lines stand at more than one margin: that is what keeps reading about as fast
as only extracting the text. PDFium is not thread-safe, so one file is read at a time.
"""

import threading

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError

from .assembly import join_broken_rows
from .document import TextBlock, Unreadable, Watch
from .pdf_lines import PdfLine, lines_of, mark_list_items, place_words
from .pdf_pages import remark_on_letters, remark_on_picture, upright
from .pdf_paragraphs import blocks_of
from .pdf_rules import drawn_on
from .pdf_tables import PdfRow, PdfTable, claim_lines, in_tables, tables_of
from .running import numbers_page, repeated_at_edges

_ONE_AT_A_TIME = threading.Lock()
_ERROR_PASSWORD = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_EDGE = 0.1  # the share of the page's height, at top and bottom, in which running lines stand
_MARGIN = 2.0  # points; lines whose left ends lie closer stand at the same margin


def read_pdf(data: bytes, watch: Watch) -> tuple[int, list[TextBlock]]:
    """Number of pages and the blocks; `line` counts the lines of a page from the first that PDFium gives."""
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            locked = getattr(error, "err_code", None) in _ERROR_PASSWORD or "assword" in str(error)
            raise (Unreadable("encrypted") if locked else Unreadable("damaged", format="pdf")) from error
        try:
            watch.pages(len(document))
            watch.titles += [told for told in map(document.get_metadata_dict().get, ("Title", "Subject", "Keywords")) if told]
            pages = [_page(document, number, watch) for number in range(1, len(document) + 1)]
        except PdfiumError as error:
            raise Unreadable("damaged", format="pdf") from error
        finally:
            document.close()
    running = repeated_at_edges([[(i, line.text, line.share) for i, line in enumerate(lines) if line.at_edge] for lines, _ in pages])
    for number, ((lines, _), skipped) in enumerate(zip(pages, running, strict=True), 1):
        skipped |= {i for i in (0, len(lines) - 1) if lines and numbers_page(lines[i].text, number, len(pages))}
    things: list[PdfLine | PdfRow] = []
    for (lines, tables), skipped in zip(pages, running, strict=True):
        things += in_tables([line for i, line in enumerate(lines) if i not in skipped], tables)
    blocks = join_broken_rows(blocks_of(things))
    if not blocks:
        raise Unreadable("no_text", format="pdf", pages=len(pages))
    return len(pages), blocks


def _page(document: PdfDocument, number: int, watch: Watch) -> tuple[list[PdfLine], list[PdfTable]]:
    page = upright(document, number)
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        watch.text(len(text))
        remark_on_letters(text, number, watch)
        lines = lines_of(text_page, text, number, page.get_cropbox(), _EDGE)
        lefts = [line.left for line in lines if not line.at_edge]
        if not lefts:
            remark_on_picture(page, number, watch)
        if not lefts or max(lefts) - min(lefts) <= _MARGIN:
            return lines, []
        drawn = drawn_on(page)
        mark_list_items(lines, drawn)
        tables = tables_of(drawn)
        claim_lines(tables, lines)
        place_words(text_page, [line for table in tables for line in table.lines])
        return lines, tables
    finally:
        text_page.close()
        page.close()
