"""A tagged PDF taken apart: its structure, and the text that no tag holds."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

SHOWS_TEXT = ("Tj", "TJ", "'", '"')


def text_of(data: bytes) -> str:
    """All text on one line; a word that was split is put together again."""
    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(re.sub("[\x02\ufffe]\\s*", "", "\n".join(texts)).split())


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The names of the structure tree's elements, in reading order."""
    return [str(element.S).lstrip("/") for element in elements(pdf.Root.StructTreeRoot)]


def elements(node) -> Iterator:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def untagged(pdf: pikepdf.Pdf) -> int:
    """How many times a page shows text outside every tag and every mark of mere decoration."""
    found = 0
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            found += name in SHOWS_TEXT and depth == 0 and bool(operands)
    return found
