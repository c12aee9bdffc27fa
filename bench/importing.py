"""Reading and storing a long PDF, against only extracting its text with the same library."""

from pathlib import Path

import pypdfium2
from django.db import transaction
from django.utils import timezone

from bench.measuring import Ratio, ratio
from minutes import services

FORTY_PAGES = Path(__file__).resolve().parent / "forty_pages.pdf"


def measure(file: Path = FORTY_PAGES) -> Ratio:
    """From the bytes of an upload to the meeting in the register, every stage of it, on the database of the settings."""
    data = file.read_bytes()

    def read_and_store() -> None:
        with transaction.atomic():
            import_, _is_new = services.receive(data=data, name=file.name, by=None, now=timezone.now())
            services.read(of=import_)
            services.apply(import_=import_, by=None, now=timezone.now(), publish=True)
            transaction.set_rollback(True)

    def extract() -> None:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_range()

    pages = len(pypdfium2.PdfDocument(data))
    return ratio(f"Reading and storing {pages} pages against extracting their text", read_and_store, extract, at_most=3.0)
