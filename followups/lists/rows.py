"""The values of a body's list of expected cases (sagsstyringsliste), in the words that are to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ExpectedCase:
    """One case that is expected. Everything but `kind` and `what` may be empty.

    `what` is what the case is called, `says` what was asked for or promised about it, where that is more.
    `asked_by` and `asked_on` are the body and the meeting that asked, `when_words` the time as it was told, `when_dates` the same as
    days, `slipped` how often it was put off, `placed` where it stands on an agenda, `url` where a page leads to from it.
    """

    kind: str
    what: str
    says: str = ""
    case_number: str = ""
    asked_by: str = ""
    asked_on: date | None = None
    responsible: str = ""
    when_words: str = ""
    when_dates: str = ""
    slipped: str = ""
    placed: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedMeeting:
    """A coming meeting, its kind in a word or two, and what is expected at it, which may be nothing."""

    date: date
    kind: str
    rows: Sequence[ExpectedCase] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A case that was put off since the last list: the time expected then, the time expected now, and the reason if one was told."""

    what: str
    old: str
    new: str
    reason: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedCases:
    """The list of one body on a day. `since` is the day of the meeting before, none where there was none.

    `out_of_reach` holds what no meeting can treat in time, `periods` what is expected in a time without a meeting in the calendar, and
    `undated` what has no time. `is_cut`: there is more than the list has room for.
    """

    body: str
    as_of: date
    since: date | None = None
    overdue: Sequence[ExpectedCase] = ()
    out_of_reach: Sequence[ExpectedCase] = ()
    meetings: Sequence[ExpectedMeeting] = ()
    periods: Sequence[ExpectedCase] = ()
    undated: Sequence[ExpectedCase] = ()
    slipped: Sequence[Slip] = ()
    is_cut: bool = False
