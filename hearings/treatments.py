"""Items at which the answers of a hearing were treated, over rows that are at hand, as `selectors.whole` fetches them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class AnswerTreatment:
    """An item at which answers were considered, or our own was decided; it has `decision_shown`."""

    item: Any
    considered: list[Any] = field(default_factory=list)
    decided: list[Any] = field(default_factory=list)

    @property
    def shows_decision(self) -> bool:
        """True if the decision is printed here; a closed item shows it on its own page alone, where reading is logged."""
        return bool(self.item.decision_shown and not self.item.closed)


def treatments_of(parties: Iterable[Any]) -> list[AnswerTreatment]:
    """The items at which the answers of `parties` were treated, in the order of time, each once."""
    found: dict[int, AnswerTreatment] = {}
    for response in (response for party in parties for response in party.readable_responses):
        if response.decided_at:
            found.setdefault(response.decided_at.pk, AnswerTreatment(response.decided_at)).decided.append(response)
        if response.considered_at:
            found.setdefault(response.considered_at.pk, AnswerTreatment(response.considered_at)).considered.append(response)
    return sorted(found.values(), key=lambda one: (one.item.meeting.date, one.item.meeting.sequence, one.item.position, one.item.pk))
