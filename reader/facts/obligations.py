"""Facts about what an item asks for, promises and expects: hearings, follow-ups and planned treatments; and the sentences proposed as such."""

import datetime as dt
from dataclasses import dataclass

from .places import TextPlace


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
class HearingFacts:
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
    at: TextPlace | None = None


@dataclass(slots=True)
class FollowUpFacts:
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
    at: TextPlace | None = None
    due_words: str | None = None
    at_next_meeting: bool | None = None
    recipient: str | None = None


@dataclass(slots=True)
class PlannedTreatmentFacts:
    """A meeting at which the case is expected later: on a day, or within a stretch of days."""

    body: str
    title: str
    due_start: dt.date | None
    due_end: dt.date | None
    quote: str
    rule: str = ""
    review: str = "unreviewed"
    read: dict[str, str | int | None] | None = None
    at: TextPlace | None = None


Obligation = HearingFacts | FollowUpFacts | PlannedTreatmentFacts
OBLIGATIONS = ("hearings", "follow_ups", "planned_treatments")  # the lists of an item that tell what somebody is to do


@dataclass(slots=True)
class ProposalFacts:
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
    at: TextPlace | None = None
