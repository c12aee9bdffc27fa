"""A document as a tagged PDF."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from documents.model import Document, cleaned
from documents.text import CASE_NUMBER
from documents.typesetting import pdf_of

TEMPLATE = Path(__file__).with_name("document.typ")


def pdf_bytes(document: Document, *, day: date) -> bytes:
    """The same bytes for the same document, which says that it was made on the `day`."""
    document = cleaned(document)
    return pdf_of(TEMPLATE, asdict(document) | {"named": document.named, "case_number": CASE_NUMBER}, day=day)
