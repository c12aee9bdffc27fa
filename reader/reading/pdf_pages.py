"""One page of a PDF: turned upright, and what is to be said of it where it cannot be read."""

import re

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2 import raw as pdfium

from .document import Watch

# A font that does not tell its letters gives signs of other letters, and control signs where it has spaces and figures.
_NO_LETTERS = re.compile(r"\S[\x01\x03-\x08\x0e-\x1f]+(?=\S)")
_SURELY_NONE = 3
_DEEPEST_FORM = 3


def upright(document: PdfDocument, number: int) -> PdfPage:
    """The page; one that is shown turned is turned in the file's copy in memory, so that its lines run from left to right."""
    page = document[number - 1]
    turned = page.get_rotation()
    if not turned:
        return page
    left, bottom, right, top = page.get_mediabox()
    across, up = right - left, top - bottom
    matrix = {
        90: pdfium.FS_MATRIX(0, -1, 1, 0, -bottom, right),
        180: pdfium.FS_MATRIX(-1, 0, 0, -1, right, top),
        270: pdfium.FS_MATRIX(0, 1, -1, 0, top, -left),
    }[turned]
    width, height = (across, up) if turned == 180 else (up, across)
    pdfium.FPDFPage_TransFormWithClip(page.raw, matrix, pdfium.FS_RECTF(0, height, width, 0))
    page.set_rotation(0)
    page.set_mediabox(0, 0, width, height)
    page.set_cropbox(0, 0, width, height)
    page.close()
    return document[number - 1]


def remark_on_picture(page: PdfPage, number: int, watch: Watch) -> None:
    """Remark on a page without text of its own that shows a picture."""
    if any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST_FORM)):
        watch.remark("page_without_text", page=number)


def remark_on_letters(text: str, number: int, watch: Watch) -> None:
    """Remark on a page of whose letters PDFium cannot tell which they are."""
    if len(_NO_LETTERS.findall(text)) >= _SURELY_NONE:
        watch.remark("letters_unknown", page=number)
