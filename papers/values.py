"""What is printed of a meeting and its items, as plain values: for one reader, decided before anything is laid out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading and its text, paragraphs parted by blank lines, table cells by tabs."""

    heading: str
    text: str
    is_decision: bool = False


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One item. `number` as printed, which may be empty; `mark` is a name that no other item of the paper has.

    `guests` are those asked to come, `answers` the promises that the item is to answer, each with the day on which it was asked for;
    `has_hidden_answers` says that the public may not read all of them. `decision`, `outcomes`,
    `votes` and `parts` are what happened, empty for whoever may not read it; `parts` are names with what part they had: (`fraværende`, `Bo Ravn`).
    """

    mark: str
    number: str
    title: str
    case_number: str = ""
    is_closed: bool = False
    ground: str = ""
    responsible: str = ""
    guests: Sequence[str] = ()
    answers: Sequence[tuple[str, str]] = ()
    has_hidden_answers: bool = False
    sections: Sequence[PaperSection] = ()
    recommendations: Sequence[tuple[int, str]] = ()
    attachments: Sequence[str] = ()
    has_closed_files: bool = False
    decision: str = ""
    outcomes: Sequence[str] = ()
    votes: Sequence[str] = ()
    parts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class PaperTime:
    """A row of the time plan: its hours, the number of its item, its title, and who comes."""

    hours: str
    number: str
    title: str
    guests: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PaperMeeting:
    """A meeting with the items that its reader may read, in order. `slug` is the address of the body; `hours` are in words (`kl. 15.30–18.00`).

    `closed_numbers` are those of closed items that leave a gap for this reader. `agenda_is_sent` and `minutes_are_out` say whether everybody has them.
    """

    body: str
    slug: str
    date: date
    hours: str = ""
    place: str = ""
    is_extraordinary: bool = False
    is_cancelled: bool = False
    agenda_is_sent: bool = True
    minutes_are_out: bool = True
    present: Sequence[str] = ()
    absent: Sequence[str] = ()
    time_plan: Sequence[PaperTime] = ()
    items: Sequence[PaperItem] = ()
    closed_numbers: Sequence[int] = ()

    @property
    def has_hidden(self) -> bool:
        """Tells whether its reader is shown what the public is not, leaving aside that a draft is not for the public at all."""
        return any(item.is_closed or item.has_closed_files or item.has_hidden_answers for item in self.items)
