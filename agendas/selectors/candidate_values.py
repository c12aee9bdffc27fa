"""A candidate for an agenda, with what it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from agendas.candidates import CandidateKind, Turn
from agendas.models import RouteStop, StandingItem
from followups.presenters import OccurrencePresenter
from hearings.models import Hearing
from meetings.models import AgendaItem

AT_MOST = 100  # of each source and meeting; the most urgent ones come first
RECENT = 366  # days in which a recommendation is still on its way
Following = Mapping[int, date | None]  # the day of the next ordinary meeting after each


@dataclass(frozen=True, slots=True)
class NextStop:
    """The stop of a route whose turn it is, and the item at which the case was treated last; the newest item of the case, where it was not yet."""

    item: AgendaItem
    stop: RouteStop
    was_treated: bool


Row = OccurrencePresenter | Hearing | AgendaItem | StandingItem | NextStop


@dataclass(frozen=True, slots=True)
class Stood:
    """The day of an earlier meeting on whose agenda it stood; `was_treated` is None where no minutes have come, or none to be read."""

    day: date
    was_treated: bool | None


@dataclass(frozen=True, slots=True)
class AgendaCandidate:
    """One that wants a place. `key` names it among those of its kind, `row` is what it is made of; `turn` is None for a standing item."""

    kind: CandidateKind
    key: str
    title: str
    row: Row
    turn: Turn | None = None
    stood: Stood | None = None

    @property
    def item(self) -> AgendaItem | None:
        """The item that tells of it."""
        return self.row if isinstance(self.row, AgendaItem) else getattr(self.row, "item", None)

    @property
    def is_closed(self) -> bool:
        return bool(self.item and self.item.closed)
