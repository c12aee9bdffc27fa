"""An agenda of forty items as PDF, as Word and as a page, against one of four."""

from collections.abc import Iterator
from datetime import date

from django.template.loader import render_to_string

from bench.measuring import Ratio, ratio
from documents.model import Document, cleaned
from documents.pdf import pdf_bytes
from documents.word import docx_bytes
from papers.meeting_papers import agenda_document
from papers.values import PaperItem, PaperMeeting, PaperSection, PaperTime

FEW, MANY, AT_MOST = 4, 40, 10.0
DAY = date(2027, 1, 19)
TEXT = "Forvaltningen har undersøgt, hvad det koster at holde åbent hver aften, og hvem der bruger stedet. " * 8


def measure() -> Iterator[Ratio]:
    """A linear cost is ten times as much; what a paper costs by itself makes it less."""
    few, many = _agenda(FEW), _agenda(MANY)
    kinds = {"PDF": lambda paper: pdf_bytes(paper, day=DAY), "Word": lambda paper: docx_bytes(paper, day=DAY), "page": _page}
    for name, make in kinds.items():
        yield ratio(
            f"An agenda of {MANY} items as {name} against {FEW}", lambda make=make: make(many), lambda make=make: make(few), at_most=AT_MOST
        )


def _page(paper: Document) -> str:
    return "".join(render_to_string("papers/section.html", {"section": section, "level": 2}) for section in cleaned(paper).sections)


def _agenda(count: int) -> Document:
    sections = [PaperSection(heading, f"{TEXT}\n\n{TEXT}") for heading in ("Resume", "Sagsfremstilling", "Økonomi")]
    items = [
        PaperItem(
            f"punkt-{n}", str(n), f"Sagen nummer {n}", "27.15.00-A08-1-27", sections=sections, recommendations=[(1, "at det godkendes")]
        )
        for n in range(1, count + 1)
    ]
    plan = [PaperTime("15.00–15.05", item.number, item.title) for item in items]
    return agenda_document(PaperMeeting("Udvalget", "udvalget", DAY, items=items, time_plan=plan))
