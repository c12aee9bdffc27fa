"""Whatever a document says, proposing ends, soon, proposes only what stands there, and leaves alone what the rules found."""

import datetime as dt
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import facts
from reader.obligations import Setting, find_obligations, obligations_of
from reader.proposals import find_proposals, proposals_of
from reader.proposals.weights import Weights, shipped
from tests.counting import growth
from tests.obligations.test_any_text import item, texts

SETTING = Setting("Udsatterådet", dt.date(2026, 3, 10))
EAGER = Weights(0.0, shipped().bias, shipped().of)
headings = st.sampled_from(["Beslutning", "Resumé", "Sagsfremstilling", "Indstilling"])


def found_in(one: facts.ItemFacts) -> tuple:
    return deepcopy((one.hearings, one.follow_ups, one.planned_treatments))


@given(st.lists(st.tuples(texts, headings), min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_a_proposal_never_changes_what_the_rules_found(told):
    source = facts.SourceFile("referat.txt", "0" * 64, "txt")
    minutes = facts.Minutes(source, "minutes", facts.MeetingFacts(SETTING.body, SETTING.date), items=[item(*one) for one in told])
    find_obligations(minutes)
    before = [found_in(one) for one in minutes.items]
    find_proposals(minutes)
    assert [found_in(one) for one in minutes.items] == before
    find_obligations(minutes)
    assert [found_in(one) for one in minutes.items] == before


@given(texts, headings)
@settings(max_examples=100, deadline=None)
def test_every_proposal_stands_in_the_text_and_is_none_of_its_obligations(text, heading):
    one = item(text, heading)
    found = obligations_of(one, SETTING)
    one.hearings, one.follow_ups, one.planned_treatments = found.hearings, found.follow_ups, found.planned_treatments
    quotes = [proposal.quote for proposal in proposals_of(one, SETTING, EAGER)]
    assert all(quote in text for quote in quotes)
    assert len(quotes) == len({*quotes})
    assert not {*quotes} & {fact.quote for fact in (*found.hearings, *found.follow_ups, *found.planned_treatments)}


@pytest.mark.parametrize("piece", ["a", "Rådet ", "A b. ", "forvaltningen undersøger den 3. maj ", "- ", "Ø" * 59 + " ", "x1"])
def test_the_work_grows_with_the_text_and_no_faster(piece):
    def read_through(length: int) -> None:
        proposals_of(item((piece * (length // len(piece) + 1))[:length]), SETTING, EAGER)

    assert growth(read_through, size=2_000) < 5
