"""What a decision puts off lives on as a follow-up, recommendation by recommendation, without anybody writing it down anew."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.parsing.outcomes import answered_in, outcome_in

CLAUSES = ("sagen sendes i høring", "der afsættes 0,3 mio. kr.", "planen forelægges Byrådet", "lokalplanen godkendes")


def decided(decision: str, recommendations: int = 4) -> facts.ItemFacts:
    """An item with so many recommendations and its decision, whose outcomes are read as the parser reads them."""
    recommended = [facts.RecommendationFacts(n, f"{text},") for n, text in enumerate(CLAUSES[:recommendations], start=1)]
    split = [(n, said) for line in decision.splitlines() for numbers, said in [answered_in(line, recommendations)] for n in numbers]
    outcomes = [facts.OutcomeFacts(n, outcome_in(said)) for n, said in split] or [facts.OutcomeFacts(None, outcome_in(decision))]
    sections = [facts.SectionFacts("Beslutning", decision, facts.TextPlace(1, 7, 9))]
    return facts.ItemFacts(3, "Varmestuen", sections=sections, recommendations=recommended, decision=decision, outcomes=outcomes)


def put_off(item: facts.ItemFacts) -> list[facts.FollowUpFacts]:
    found = obligations_of(item, Setting("Socialudvalget", dt.date(2026, 2, 3)))
    return [one for one in found.follow_ups if one.kind == "deferred"]


ONE_BY_ONE = [
    ("1. at godkendt\n2. at udsat\n3. at drøftet", [(CLAUSES[1], "2. at udsat")]),
    ("1. til 2. Godkendt\n3. og 4. at udsat.", [(CLAUSES[2], "3. og 4. at udsat."), (CLAUSES[3], "3. og 4. at udsat.")]),
    ("1. at: Udsat til budgettet. 2. at: Bortfaldet.", [(CLAUSES[0], "1. at: Udsat til budgettet.")]),
    ("1. Godkendt\n2. Formanden redegjorde. Udsættes.", [(CLAUSES[1], "Udsættes.")]),
    ("1. Godkendt\n2. Tilbagesendes til forvaltningen.", [(CLAUSES[1], "2. Tilbagesendes til forvaltningen.")]),
    ("1. Godkendt\n2. Afvist", []),
]


@pytest.mark.parametrize(("decision", "expected"), ONE_BY_ONE)
def test_each_recommendation_that_was_put_off_lives_on_with_the_words_that_put_it_off(decision, expected):
    found = put_off(decided(decision))
    assert [(one.text, one.quote) for one in found] == expected
    assert {one.rule for one in found} <= {"recommendation put off"}
    assert all(one.quote in decision and one.at == facts.TextPlace(1, 7, 9) for one in found)


WHOLE = [
    ("Forslaget tilbagesendes til forvaltningen.\nTaget til efterretning.", "Forslaget tilbagesendes til forvaltningen."),
    ("Formanden bød velkommen. Forslaget tilbagesendes til forvaltningen.", "Forslaget tilbagesendes til forvaltningen."),
]


@pytest.mark.parametrize(("decision", "clause"), WHOLE)
def test_an_item_that_was_put_off_lives_on_under_its_title(decision, clause):
    (found,) = put_off(decided(decision, recommendations=0))
    assert (found.text, found.quote) == ("Varmestuen", clause)


TOLD = ["Sagen blev udsat til næste møde.", "Udsat.", "Sagen tages af dagsordenen og behandles senere."]


@pytest.mark.parametrize("decision", TOLD)
def test_an_item_whose_sentence_tells_that_it_was_put_off_is_told_once(decision):
    assert [(one.text, one.quote) for one in put_off(decided(decision))] == [(decision, decision)]


def test_a_recommendation_that_comes_back_on_a_day_is_told_once():
    item = decided("1. Godkendt\n2. Genoptages på mødet i marts 2026.")
    found = obligations_of(item, Setting("Socialudvalget", dt.date(2026, 2, 3))).follow_ups
    assert [one.due_end for one in found] == [dt.date(2026, 3, 31)]


def test_the_time_that_is_told_is_when_it_is_due():
    (found,) = put_off(decided("1. at godkendt\n2. at: Udsat til budgettet i september 2026."))
    assert (found.due_start, found.due_end) == (dt.date(2026, 9, 1), dt.date(2026, 9, 30))


def test_nothing_of_a_closed_item_is_told():
    item = decided("1. at godkendt\n2. at udsat")
    item.closed = True
    assert put_off(item) == []
