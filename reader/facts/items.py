"""One agenda item with all the facts it holds."""

from dataclasses import dataclass, field

from .decisions import EarlierTreatment, OutcomeFacts, RecommendationFacts, ReferenceFacts, VoteFacts
from .obligations import FollowUpFacts, HearingFacts, Obligation, PlannedTreatmentFacts
from .people import Absence, Appointment, BroughtToCouncil, GuestFacts, Substitute
from .places import TextPlace


@dataclass(slots=True)
class SectionFacts:
    """A heading and the text under it, in the document's order. Paragraphs are parted by a blank line, table cells by tabs."""

    heading: str
    text: str
    at: TextPlace | None = None


@dataclass(slots=True)
class AttachmentFacts:
    title: str
    at: TextPlace | None = None


@dataclass(slots=True)
class ItemFacts:
    """One case's appearance on the agenda. `label` is the number as printed, also where it is no running number.

    `closed` is true of an item the public may not read, and of one `in_doubt`: nobody can tell from the document whether it may.
    `key` is the name corrections know the item by (`minutes.corrections.keys`), `corrected` the parts that somebody has corrected by hand;
    `row` is the key of the row of the register that it is, where it has been there, and `written` are the parts of that row that were
    written there and read from no document. `stands_for` is the key of the row that somebody has said the item is; 0 for none of them.
    """

    number: int | None
    title: str
    label: str = ""
    case_number: str | None = None
    closed: bool = False
    in_doubt: bool = False
    sections: list[SectionFacts] = field(default_factory=list)
    recommendations: list[RecommendationFacts] = field(default_factory=list)
    recommended_to: list[str] = field(default_factory=list)
    decision: str | None = None
    outcomes: list[OutcomeFacts] = field(default_factory=list)
    attachments: list[AttachmentFacts] = field(default_factory=list)
    guests: list[GuestFacts] = field(default_factory=list)
    earlier_treatments: list[EarlierTreatment] = field(default_factory=list)
    votes: list[VoteFacts] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    substitutes: list[Substitute] = field(default_factory=list)
    brought_to_council: list[BroughtToCouncil] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    references: list[ReferenceFacts] = field(default_factory=list)
    hearings: list[HearingFacts] = field(default_factory=list)
    follow_ups: list[FollowUpFacts] = field(default_factory=list)
    planned_treatments: list[PlannedTreatmentFacts] = field(default_factory=list)
    key: str = ""
    row: int | None = None
    written: list[str] = field(default_factory=list)
    stands_for: int | None = None
    corrected: list[str] = field(default_factory=list)
    at: TextPlace | None = None

    @property
    def obligations(self) -> list[Obligation]:
        """All of its lists of `OBLIGATIONS` in one."""
        return [*self.hearings, *self.follow_ups, *self.planned_treatments]
