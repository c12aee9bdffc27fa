"""What is printed and read back is the same meeting: its items, cases, recommendations and decisions."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.model import Document
from documents.pdf import pdf_bytes
from documents.word import docx_bytes
from papers.meeting_papers import minutes_document
from papers.values import PaperItem, PaperSection
from reader.parsing import parse
from reader.reading import read
from tests.documents.samples import DAY
from tests.papers.samples import a_meeting

TITLES = [
    "Varmestuen ved havnen",
    "Status på handleplan mod hjemløshed 2025-2028",
    "Skæve boliger ved Ådalen",
    "Gensidig orientering",
    "Kvinder i hjemløshed",
]
SUMMARIES = ["Rådet skal tage stilling til sagen.", "Forslaget har været i høring. Der er kommet 11 svar.\n\nDe fleste er positive."]
RECOMMENDED = ["at flytningen godkendes", "at udgiften på 1.900.000 kr. betales af kassen", "at status tages til efterretning"]
DECIDED = [
    "Godkendt.",
    "Taget til efterretning.",
    "Udsat til næste møde.",
    "Godkendt med 6 stemmer for og 1 imod. Imod stemte Gert Hostrup.",
]


@st.composite
def meetings(draw):
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, max_size=5, unique=True))
    first = draw(st.integers(1, 90))
    items = []
    for number, title in enumerate(titles, first):
        clauses = draw(st.lists(st.sampled_from(RECOMMENDED), max_size=3, unique=True))
        items.append(
            PaperItem(
                mark=f"punkt-{number}",
                number=str(number),
                title=title,
                case_number=f"27.15.00-A08-{draw(st.integers(1, 900))}-18",
                sections=[PaperSection("Resume", draw(st.sampled_from(SUMMARIES)))],
                recommendations=list(enumerate(clauses, 1)),
                decision=draw(st.sampled_from(DECIDED)),
            )
        )
    gaps = [first - 1] if first > 1 and draw(st.booleans()) else []
    return a_meeting(items=items, closed_numbers=gaps, time_plan=[])


@pytest.mark.parametrize("make", [pdf_bytes, docx_bytes])
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(meeting=meetings())
def test_minutes_are_read_back_as_they_were(make: Callable[..., bytes], meeting):
    document: Document = minutes_document(meeting)
    found = parse(read(make(document, day=DAY), "referat"))
    assert (found.kind, found.meeting.body, found.meeting.date, found.meeting.place) == ("minutes", "Udsatterådet", DAY, "Mødelokale 3")
    open_items = [item for item in found.items if not item.closed]
    assert [one.number for one in found.items if one.closed] == list(meeting.closed_numbers)
    assert [as_read(one) for one in open_items] == [as_printed(one) for one in meeting.items]


def as_read(item) -> tuple:
    clauses = [(one.number, one.text.rstrip(".,")) for one in item.recommendations]
    return str(item.number), item.title, item.case_number, clauses, " ".join((item.decision or "").split())


def as_printed(item: PaperItem) -> tuple:
    return item.number, item.title, item.case_number, list(item.recommendations), item.decision
