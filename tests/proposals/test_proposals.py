"""Sentences that may be obligations are proposed beside the rules: what is, what is not, and what is told of each."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.proposals import proposals_of

SETTING = Setting("Ældrerådet", dt.date(2025, 3, 11))


def item_of(text: str, heading: str = "Beslutning", **columns) -> facts.ItemFacts:
    item = facts.ItemFacts(
        4, "Sagen", sections=[facts.SectionFacts(heading, text)], decision=text if heading == "Beslutning" else None, **columns
    )
    found = obligations_of(item, SETTING)
    item.hearings, item.follow_ups, item.planned_treatments = found.hearings, found.follow_ups, found.planned_treatments
    return item


def proposed(text: str, heading: str = "Beslutning", **columns) -> list[facts.ProposalFacts]:
    return proposals_of(item_of(text, heading, **columns), SETTING)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Mogens skal til møde med banen og tager vores ønsker med.", "task"),
        ("Opslag på hjemmesiden om ledige pladser i klubben.", "task"),
        ("Sagen kommer for igen.", "return"),
        ("Rampen: venter til tegningerne er kommet.", "deferred"),
        ("Formanden vil have klarhed over, hvem der svarer.", "question"),
        ("Fremover en kort opsamling fra hjemmeplejen på møderne.", "status_report"),
    ],
)
def test_what_no_rule_took_is_proposed_with_its_likeliest_kind(sentence, kind):
    [proposal] = proposed(sentence)
    assert (proposal.item, proposal.quote, proposal.kind, proposal.part) == (4, sentence, kind, "decision")
    assert 0 < proposal.score <= 1
    assert proposal.words
    assert all(word in sentence for word in proposal.words)


def test_days_and_who_are_read_as_far_as_they_are_told():
    [proposal] = proposed("Centerlederen er med på at sætte lys op senest den 1. maj 2025.")
    assert (proposal.due_start, proposal.due_end) == (dt.date(2025, 5, 1), dt.date(2025, 5, 1))
    assert proposal.responsible == "Centerlederen"
    [proposal] = proposed("Sagen kommer for igen.")
    assert (proposal.due_start, proposal.due_end, proposal.recurrence, proposal.responsible) == (None, None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Taget til efterretning.",
        "Godkendt.",
        "Jytte var til møde i brugerrådet den 4. marts.",
        "Der blev uddelt 300 foldere ved åbent hus.",
    ],
)
def test_what_is_recorded_or_has_been_is_not_proposed(sentence):
    assert proposed(sentence) == []


def test_what_a_rule_took_is_not_proposed_too():
    item = item_of("Forvaltningen sender et notat til rådet.")
    assert item.follow_ups
    assert proposals_of(item, SETTING) == []


def test_what_says_again_what_a_rule_has_read_is_not_proposed():
    text = "Udvalget ønsker en status hvert kvartal.\nDet blev besluttet, at rådet får en status hvert kvartal."
    item = item_of(text)
    assert len(item.follow_ups) == 1
    assert proposals_of(item, SETTING) == []


def test_a_sentence_said_twice_is_proposed_once():
    assert len(proposed("Sagen kommer for igen.\nSagen kommer for igen.")) == 1


def test_what_is_only_recommended_is_not_proposed():
    assert proposed("Sagen kommer for igen.", "Indstilling") == []


def test_what_is_presented_is_proposed_only_with_a_time_to_come_or_of_a_hearing():
    assert proposed("Forvaltningen er enig i høringssvarene.", "Sagsfremstilling") == []
    told = "Efter høringen samler sekretariatet svarene, og sagen kommer til afgørelse i rådet i december 2025."
    item = item_of(told, "Sagsfremstilling")
    assert proposals_of(item, SETTING) or item.planned_treatments


def test_nothing_is_proposed_of_a_closed_item_or_without_a_date():
    assert proposed("Sagen kommer for igen.", closed=True) == []
    assert proposals_of(item_of("Sagen kommer for igen."), Setting("Ældrerådet", None)) == []
