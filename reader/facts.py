"""What a document of minutes says, as plain values: the language the stages of an import speak.

Reading gives text blocks, parsing makes a `Minutes` of them, matching, review and storing work on it.
Every fact knows its `Place` in the document, so that it can be shown beside the sentence it came from.
Dates are `datetime.date`, times naive `datetime.time` in Europe/Copenhagen; texts stay in the document's Danish.
Unknown is `None`, none is an empty list.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: page and lines, all counted from 1; the last line is included."""

    page: int
    line: int
    end_line: int


@dataclass(slots=True)
class Absence:
    """`kind`: absent (havde forfald) or did_not_participate (deltog ikke i sagens behandling); `disqualified`: for being so (inhabil)."""

    name: str
    kind: str
    at: Place | None = None
    disqualified: bool = False


@dataclass(slots=True)
class Meeting:
    """The sitting the document is about, as its front page prints it.

    `absent` are those away from the whole meeting; `title_line` and `front_page` are kept as printed, for proof-reading;
    `corrected` are the parts that somebody has corrected by hand.
    """

    body: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    attendees: list[str] = field(default_factory=list)
    absent: list[Absence] = field(default_factory=list)
    title_line: str = ""
    front_page: str = ""
    corrected: list[str] = field(default_factory=list)
    at: Place | None = None


@dataclass(slots=True)
class TimePlanRow:
    """One row of the time plan; `item` is an item number of the same document, when the row can be told to be that item's."""

    start: dt.time | None
    end: dt.time | None
    title: str
    item: int | None = None
    guests: list[str] = field(default_factory=list)
    is_break: bool = False
    at: Place | None = None


@dataclass(slots=True)
class Section:
    """A heading and the text under it, in the document's order. Paragraphs are parted by a blank line, table cells by tabs."""

    heading: str
    text: str
    at: Place | None = None


@dataclass(slots=True)
class Recommendation:
    """One numbered "at …" clause of the indstilling."""

    number: int
    text: str
    at: Place | None = None


@dataclass(slots=True)
class Outcome:
    """What became of one recommendation; `recommendation` is None when the decision is not split.

    `outcome`: approved, noted, discussed, deferred, rejected, recommended, appointed or other.
    """

    recommendation: int | None
    outcome: str
    at: Place | None = None


@dataclass(slots=True)
class Attachment:
    title: str
    at: Place | None = None


@dataclass(slots=True)
class Guest:
    """Somebody from outside who takes part in the item."""

    name: str
    title: str | None = None
    at: Place | None = None


@dataclass(slots=True)
class EarlierTreatment:
    """What another body decided before, quoted in the item."""

    body: str
    date: dt.date | None
    item_number: int | None
    decision: str
    at: Place | None = None


@dataclass(slots=True)
class Vote:
    """One vote; `on` is decision, amendment, or the name of the earlier body whose vote is quoted."""

    votes_for: int | None
    votes_against: int | None
    abstained: int | None = None
    for_names: list[str] = field(default_factory=list)
    against_names: list[str] = field(default_factory=list)
    on: str = "decision"
    at: Place | None = None


@dataclass(slots=True)
class Substitute:
    name: str
    for_name: str | None
    at: Place | None = None


@dataclass(slots=True)
class BroughtToCouncil:
    """A member who had the case sent on to the council (kommunestyrelsesloven § 23)."""

    name: str
    at: Place | None = None


@dataclass(slots=True)
class Appointment:
    name: str
    to: str | None = None
    at: Place | None = None


@dataclass(slots=True)
class Reference:
    """Another meeting's items referred to in running text: `sag nr. 99`, `pkt. 70`."""

    body: str | None
    date: dt.date | None
    item_numbers: list[int]
    quote: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both included."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Again and again, every `every` units; `unit`: meeting (the body's own), month, quarter or year."""

    every: int
    unit: str


@dataclass(slots=True)
class Hearing:
    """A consultation the item tells of, also one that has run. `opens`: when it is sent out, where that is told.

    Of every obligation `rule` is what took it for one, `review` what somebody has answered (unreviewed, accepted, corrected, rejected,
    added), and `read` what was read before it was corrected.
    """

    subject: str
    opens: Days | None
    deadline: dt.date | None
    parties: list[str]
    quote: str
    rule: str = ""
    review: str = "unreviewed"
    read: dict[str, str | int | None] | None = None
    at: Place | None = None


@dataclass(slots=True)
class FollowUp:
    """Something the body asked for or was promised, open after the meeting. `kind` as in the minutes format; `rule` took it for one.

    `due_start` and `due_end` are the first and last day promised, both None where no time was told. Of a row of the register `due_words`
    are the words the time was told in, and `at_next_meeting` says that they mean the body's next meeting; of what was read they are None.
    `recipient` is another body that a report is owed to, "" where it is the meeting's own, None in a reading that knows nothing of it.
    """

    kind: str
    text: str
    due_start: dt.date | None
    due_end: dt.date | None
    recurrence: Recurrence | None
    responsible: str | None
    quote: str
    rule: str = ""
    review: str = "unreviewed"
    read: dict[str, str | int | None] | None = None
    at: Place | None = None
    due_words: str | None = None
    at_next_meeting: bool | None = None
    recipient: str | None = None


@dataclass(slots=True)
class PlannedTreatment:
    """A meeting at which the case is expected later: on a day, or within a stretch of days."""

    body: str
    title: str
    due_start: dt.date | None
    due_end: dt.date | None
    quote: str
    rule: str = ""
    review: str = "unreviewed"
    read: dict[str, str | int | None] | None = None
    at: Place | None = None


Obligation = Hearing | FollowUp | PlannedTreatment
OBLIGATIONS = ("hearings", "follow_ups", "planned_treatments")  # the lists of an item that tell what somebody is to do


@dataclass(slots=True)
class Proposal:
    """A sentence that may be an obligation and that no rule took ("måske"); until somebody takes it, it is none.

    `score` is how likely it is, from 0 to 1, `words` those that spoke most for it, in the order they stand. `kind` (as of a follow-up),
    days, recurrence and responsible are as far as the rules can read them. `item` is the item's number, `position` its place in the
    document, from 1, and `part` what its part of the item is for: decision, summary or other.
    """

    item: int | None
    score: float
    quote: str
    words: list[str]
    kind: str
    due_start: dt.date | None
    due_end: dt.date | None
    recurrence: Recurrence | None
    responsible: str | None
    part: str = "decision"
    position: int = 0
    at: Place | None = None


@dataclass(slots=True)
class Item:
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
    sections: list[Section] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    recommended_to: list[str] = field(default_factory=list)
    decision: str | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    guests: list[Guest] = field(default_factory=list)
    earlier_treatments: list[EarlierTreatment] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    substitutes: list[Substitute] = field(default_factory=list)
    brought_to_council: list[BroughtToCouncil] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    hearings: list[Hearing] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    planned_treatments: list[PlannedTreatment] = field(default_factory=list)
    key: str = ""
    row: int | None = None
    written: list[str] = field(default_factory=list)
    stands_for: int | None = None
    corrected: list[str] = field(default_factory=list)
    at: Place | None = None

    @property
    def obligations(self) -> "list[Obligation]":
        """All of its lists of `OBLIGATIONS` in one."""
        return [*self.hearings, *self.follow_ups, *self.planned_treatments]


@dataclass(slots=True)
class Leftover:
    """Text of the document that no part of it was read as."""

    page: int
    text: str
    at: Place | None = None


@dataclass(slots=True)
class Warning:
    """Something a proof-reader would point at. The Danish sentence is made from `code` and `params` by `reader.wording`."""

    code: str
    item: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    quote: str = ""
    at: Place | None = None


@dataclass(slots=True)
class Source:
    """The file the minutes were read from; `format` is pdf, docx or txt."""

    name: str
    sha256: str
    format: str


@dataclass(slots=True)
class Minutes:
    """One document, read. `kind`: minutes (referat) or agenda (dagsorden); `contents` are its contents list's titles, often cut."""

    source: Source
    kind: str
    meeting: Meeting
    time_plan: list[TimePlanRow] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
