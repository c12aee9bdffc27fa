"""Deadlines as the planner sees them: dates and recipients, nothing of cases. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danish.folding import name_key


class DeadlineKind(StrEnum):
    """The kinds of deadlines. A policy is kept for each kind and body."""

    HEARING = "hearing"  # a hearing that a body of ours is to answer
    PARTY = "party"  # a party's answer to a hearing that a body of ours has sent out
    REPORT = "report"  # a report or another follow-up that was promised
    DISPATCH = "dispatch"  # the last day for sending out an agenda
    MEETING = "meeting"  # a meeting that its members are to come to


class Duty(StrEnum):
    """The reason why somebody is reminded, as the mail tells it."""

    SECRETARY = "secretary"  # manages the body
    CHAIR = "chair"
    MEMBER = "member"
    PARTY = "party"  # is heard
    RESPONSIBLE = "responsible"  # has promised it


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to remind. `key` names a row: `user:7`, `person:3`, or `name:` and the comparison key of a unit or outside party.

    `name` is such a unit's or party's name as printed; the others have theirs in the register.
    """

    key: str
    duty: Duty
    name: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline that stands. Days are local (Europe/Copenhagen).

    `key` is the source's name and the row's key: `hearing:12`. `opens` is the first day of the period within which it can be kept, None where it
    has none; `last` the last day on which it is kept in time. `body` is the key of the body whose policy is followed. One that `is_taken_up` is
    told of although it was due before the body's start.
    """

    key: str
    kind: DeadlineKind
    body: int
    opens: date | None
    last: date
    addressees: tuple[Addressee, ...]
    is_taken_up: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A deadline in words for one reader. `title` is what it is about, `quote` the sentence of the minutes, `link` the path of its page, and
    `sentence_link` that of the sentence on the page of the minutes' item.

    Of a closed item it says no title, number or sentence: only that there is one, and the link behind the log-in.
    """

    title: str
    quote: str
    link: str
    sentence_link: str = ""

    @property
    def sentence(self) -> str:
        """The quote, to stand beside the title; nothing where the title says the same words."""
        return "" if says_all_of(self.title, self.quote) else self.quote


def says_all_of(text: str, sentence: str) -> bool:
    """Tells whether the text has every word of the sentence, so that the sentence need not be told beside it."""
    return name_key(sentence) in name_key(text)
