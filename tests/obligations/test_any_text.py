"""Whatever a document says, reading obligations ends, soon, and says only what stands there."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import facts
from reader.obligations import Setting, obligations_of
from tests.counting import growth
from tests.obligations.table import rows

SETTING = Setting("Udsatterådet", dt.date(2026, 3, 10))
WORDS = sorted({word for row in rows() for word in row.text.split()})
words = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
texts = st.one_of(st.text(max_size=300), words, st.lists(words, max_size=6).map("\n- ".join), st.lists(words, max_size=6).map("\t".join))


def item(text: str, heading: str = "Beslutning") -> facts.ItemFacts:
    return facts.ItemFacts(1, "Sagen", sections=[facts.SectionFacts(heading, text)], decision=text if heading == "Beslutning" else None)


@given(texts, st.sampled_from(["Beslutning", "Resumé", "Sagsfremstilling", "Indstilling"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_quote_stands_in_it(text, heading):
    found = obligations_of(item(text, heading), SETTING)
    for fact in (*found.hearings, *found.follow_ups, *found.planned_treatments):
        assert fact.quote in text
    for fact in (*found.follow_ups, *found.planned_treatments):
        assert (fact.due_start is None) == (fact.due_end is None)
        assert fact.due_start is None or fact.due_start <= fact.due_end
    assert all(treatment.due_end >= SETTING.date for treatment in found.planned_treatments)


@given(words)
@settings(max_examples=60, deadline=None)
def test_what_is_said_twice_is_one_fact(text):
    once = obligations_of(item(text, "Sagsfremstilling"), SETTING)
    twice = obligations_of(item(f"{text}\n\n{text}", "Sagsfremstilling"), SETTING)
    assert [(one.kind, one.quote) for one in once.follow_ups] == [(one.kind, one.quote) for one in twice.follow_ups]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "ønsker ",
        "Rådet ",
        "i høring hos Ældrerådet, ",
        "status ",
        "A b",
        "den 3. maj 2026 ",
        "forvaltningen undersøger",
        "- ",
        "\t",
        "udvalg",
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(piece):
    def read_through(length: int) -> None:
        text = (piece * (length // len(piece) + 1))[:length]
        obligations_of(item(text), SETTING)
        obligations_of(item(text, "Sagsfremstilling"), SETTING)

    assert growth(read_through, size=1_000) < 5


def test_a_closed_item_and_minutes_without_a_date_tell_nothing():
    closed = item("Forvaltningen sender et notat.")
    closed.closed = True
    assert obligations_of(closed, SETTING).follow_ups == []
    assert obligations_of(item("Forvaltningen sender et notat."), Setting("Rådet", None)).follow_ups == []
