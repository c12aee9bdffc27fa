"""The importer reads every demo document as a careful reader does."""

import datetime as dt

import pytest

from reader.parsing import parse
from reader.reading import read

from .corpus import DEMO, corpus
from .headlines import HEADLINES

DOCUMENTS = {path.stem: path for path in (DEMO / "minutes").iterdir()}
READ_AS = {
    "rec": lambda item: len(item.recommendations),
    "to": lambda item: item.recommended_to,
    "out": lambda item: [outcome.outcome for outcome in sorted(item.outcomes, key=lambda outcome: outcome.recommendation or 0)],
    "bil": lambda item: len(item.attachments),
    "votes": lambda item: [(vote.votes_for, vote.votes_against, vote.on) for vote in item.votes],
    "against": lambda item: item.votes[-1].against_names,
    "quotes": lambda item: [(quote.body, quote.item_number) for quote in item.earlier_treatments],
    "absent": lambda item: [absence.name for absence in item.absences if absence.kind == "absent"],
    "out_of_it": lambda item: [absence.name for absence in item.absences if absence.kind == "did_not_participate"],
    "sub": lambda item: [(substitute.name, substitute.for_name) for substitute in item.substitutes],
    "council": lambda item: [member.name for member in item.brought_to_council],
    "appoints": lambda item: [appointment.name for appointment in item.appointments],
    "guests": lambda item: [guest.name for guest in item.guests],
    "refers": lambda item: [(reference.body, reference.item_numbers) for reference in item.references],
}


@pytest.fixture(scope="module")
def as_read():
    return {stem: parse(read(path.read_bytes(), path.name)) for stem, path in DOCUMENTS.items()}


def test_every_document_has_its_headlines():
    assert set(HEADLINES) == set(DOCUMENTS)


@pytest.mark.parametrize("stem", HEADLINES)
def test_items_stand_as_printed(as_read, stem):
    first, last, closed, _ = HEADLINES[stem]
    minutes = as_read[stem]
    printed = next(source for source in corpus() if source.stem == stem)
    assert [item.number for item in minutes.items] == list(range(first, last + 1))
    assert [item.number for item in minutes.items if item.closed] == closed
    assert [(item.title, item.case_number) for item in minutes.items] == [(item.title, item.case_number) for item in printed.items]
    assert (minutes.meeting.body, minutes.meeting.date) == (printed.body, printed.date)
    assert minutes.meeting.start is not None


@pytest.mark.parametrize("stem", HEADLINES)
def test_headline_facts(as_read, stem):
    items = {item.number: item for item in as_read[stem].items}
    for number, facts in HEADLINES[stem][3].items():
        assert {name: READ_AS[name](items[number]) for name in facts} == facts, number


@pytest.mark.parametrize("stem", HEADLINES)
def test_decisions_are_whole(as_read, stem):
    printed = next(source for source in corpus() if source.stem == stem)
    plain = lambda text: "".join((text or "").replace("- ", "").split())  # noqa: E731
    for item, source in zip(as_read[stem].items, printed.items, strict=True):
        assert plain(item.decision) == plain(source.decision), item.number


def test_time_plans_name_breaks_and_guests(as_read):
    plan = as_read["udsatteraadet-2025-02-05"].time_plan
    assert [(row.start, row.end) for row in plan][:2] == [(dt.time(15, 30), dt.time(15, 35)), (dt.time(15, 35), dt.time(16, 15))]
    assert [row.title for row in plan if row.is_break] == ["PAUSE"]
    assert [name for row in plan for name in row.guests] == ["Pia Stensgaard"]


def test_the_extraordinary_meeting_lists_who_came(as_read):
    assert as_read["udsatteraadet-2025-08-20"].meeting.attendees[:2] == ["Ruth Abildgaard", "Solveig Munkholm"]
    assert len(as_read["byraadet-2025-12-08"].meeting.attendees) == 21
