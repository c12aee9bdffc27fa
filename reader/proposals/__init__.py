"""Sentences that may be obligations and that no rule took ("måske"): a small linear model scores them, beside the rules and never in their place.

Pure. A proposal is shown and answered for; it is none of the item's obligations, and what the rules find is the same with it and without.
docs/obligations.md tells how the weights are trained and how well they propose.
"""

from dataclasses import replace

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.obligations.abbreviations import short_names
from reader.obligations.passages import Passage, passages_of
from reader.proposals.features import features_of
from reader.proposals.interpretation import as_far_as_told, can_be_told, when_told
from reader.proposals.weights import Weights, shipped

__all__ = ["candidates_of", "find_proposals", "proposals_of"]
_WORDS_AT_LEAST = 3


def find_proposals(minutes: facts.Minutes) -> None:
    """Fill in the proposals of `minutes`, whose obligations have been found."""
    texts = [section.text for item in minutes.items if not item.closed for section in item.sections]
    setting = Setting(minutes.meeting.body, minutes.meeting.date, short=short_names(texts, minutes.meeting.body))
    minutes.proposals = [
        replace(proposal, position=position) for position, item in enumerate(minutes.items, 1) for proposal in proposals_of(item, setting)
    ]


def proposals_of(item: facts.ItemFacts, setting: Setting, weights: Weights | None = None) -> list[facts.ProposalFacts]:
    """The sentences of an open item that may be obligations, in order, each once; those that its obligations quote are none."""
    weights = weights or shipped()
    found = []
    for passage in candidates_of(item, setting):
        when = when_told(passage, setting)
        if passage.role != "decision" and not can_be_told(passage, when):
            continue
        features = features_of(passage.text, passage.role, when)
        score = weights.score(features)
        if score >= weights.threshold and not is_read_alone(passage, item, setting):
            told = as_far_as_told(passage, setting)
            words = weights.heaviest(features)
            found.append(facts.ProposalFacts(item.number, round(score, 2), passage.text, words, **told, part=passage.role, at=passage.at))
    return found


def candidates_of(item: facts.ItemFacts, setting: Setting) -> list[Passage]:
    """The passages that a proposal can be made of: of a decision or a discussion, no row of a table, and no rule took it or the list it is in."""
    if setting.date is None or item.closed:
        return []
    taken = {fact.quote for fact in item.obligations}
    found: dict[str, Passage] = {}
    for passage in passages_of(item, setting.short):
        is_taken = passage.text in taken or (passage.opener is not None and passage.opener.text in taken)
        if passage.role != "recommendation" and not passage.cells and not is_taken and passage.text.count(" ") + 1 >= _WORDS_AT_LEAST:
            found.setdefault(passage.text, passage)
    return list(found.values())


def is_read_alone(passage: Passage, item: facts.ItemFacts, setting: Setting) -> bool:
    """Tells whether the rules take the sentence when it stands alone: then it says again what they have read, or only tells of it."""
    decision = passage.text if passage.role == "decision" else None
    heading = {"decision": "Beslutning", "summary": "Resumé"}.get(passage.role, "Sagsfremstilling")
    found = obligations_of(
        facts.ItemFacts(item.number, item.title, sections=[facts.SectionFacts(heading, passage.text)], decision=decision), setting
    )
    return bool(found.hearings or found.follow_ups or found.planned_treatments)
