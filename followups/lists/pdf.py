"""The list of expected cases as PDF."""

from dataclasses import asdict
from pathlib import Path

from followups.lists.document import list_document
from followups.lists.rows import ExpectedCases
from meetings.typesetting import pdf_of

TEMPLATE = Path(__file__).with_name("sagsstyringsliste.typ")


def pdf_bytes(cases: ExpectedCases) -> bytes:
    """The same bytes for the same list."""
    return pdf_of(TEMPLATE, asdict(list_document(cases)), day=cases.as_of)
