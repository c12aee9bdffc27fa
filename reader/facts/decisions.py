"""Facts about how an item was decided: recommendations, outcomes, votes, and the decisions of other bodies that it quotes or refers to."""

import datetime as dt
from dataclasses import dataclass, field

from .places import TextPlace


@dataclass(slots=True)
class RecommendationFacts:
    """One numbered "at …" clause of the indstilling."""

    number: int
    text: str
    at: TextPlace | None = None


@dataclass(slots=True)
class OutcomeFacts:
    """The result of one recommendation; `recommendation` is None when the decision is not split.

    `outcome`: approved, noted, discussed, deferred, rejected, recommended, appointed or other.
    """

    recommendation: int | None
    outcome: str
    at: TextPlace | None = None


@dataclass(slots=True)
class VoteFacts:
    """One vote; `on` is decision, amendment, or the name of the earlier body whose vote is quoted."""

    votes_for: int | None
    votes_against: int | None
    abstained: int | None = None
    for_names: list[str] = field(default_factory=list)
    against_names: list[str] = field(default_factory=list)
    on: str = "decision"
    at: TextPlace | None = None


@dataclass(slots=True)
class EarlierTreatment:
    """A decision of another body before, quoted in the item."""

    body: str
    date: dt.date | None
    item_number: int | None
    decision: str
    at: TextPlace | None = None


@dataclass(slots=True)
class ReferenceFacts:
    """Another meeting's items referred to in running text: `sag nr. 99`, `pkt. 70`."""

    body: str | None
    date: dt.date | None
    item_numbers: list[int]
    quote: str
    at: TextPlace | None = None
