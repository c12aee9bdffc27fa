"""A sentence's own words for the time a promise is due, and whether that time is the body's next meeting.

Pure: no Django, no clock.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danish.periods import Direction, Period, Recurrence, find_periods, find_recurrences
from danish.periods.spans import Span

_PREPOSITION = r"(?:senest (?:i|på|ved|til)|senest|inden|før|i|på|ved|til)"
# What stands between the preposition and the phrase: "på rådets næste møde", "til det ekstraordinære møde i august".
_OWNER = r"(?:(?:det|den|et|sit|dets|vores|[\w-]{0,40}s) )?"
_LEAD = re.compile(rf"(?<!\w){_PREPOSITION} {_OWNER}\Z".replace(" ", r"\s{1,2}"), re.IGNORECASE)
# "til i april" and "i kvartalsvise" read badly: what begins with a preposition or an adverb takes none.
_TAKES_NONE = re.compile(rf"{_PREPOSITION} |\w+(?:ligt?e?|viste?|vise?)\b|\w+ gange? ", re.IGNORECASE)
_LONGEST_LEAD = 60


@dataclass(frozen=True, slots=True)
class Timing:
    """`words` are the sentence's own, "" where it has none for the days due. `at_next_meeting`: they mean the body's next meeting."""

    words: str
    at_next_meeting: bool


def timing(*, quote: str, due: Span | None, asked: date, meetings: Sequence[date]) -> Timing:
    """How the sentence `quote`, of the meeting on `asked`, tells the days `due`; None where no day was read.

    `meetings` are the body's days as far as they are known now. The sentence may have been read before they were, so that "mødet i
    september" was all of September and "næste møde" no day; both readings count. A day told beside the next meeting ("på næste møde
    den 12. september") stays that day.
    """
    periods = [*find_periods(quote, asked, meetings=meetings), *find_periods(quote, asked)]
    again = find_recurrences(quote)
    if due is None:
        told = [period for period in periods if _is_next_meeting(period)]
        dayless = [period for period in periods if period.first is None and period.last is None]
    else:
        told, dayless = [period for period in periods if (period.first or period.last, period.last) == due], []
    found = next(iter(told or again or dayless), None)
    return Timing(_words(quote, found, [*told, *again]) if found else "", bool(told) and all(map(_is_next_meeting, told)))


def _is_next_meeting(period: Period) -> bool:
    return period.rule == "next meeting" and period.direction is not Direction.FROM


def _words(quote: str, found: Period | Recurrence, told: Sequence[Period | Recurrence]) -> str:
    """The phrase with what else tells the time right beside it ("årligt i april") and the preposition before it."""
    start, end = found.span
    for other in told:
        if quote[other.end : found.start].isspace():
            start = other.start
        elif quote[found.end : other.start].isspace():
            end = other.end
    return " ".join(quote[_with_preposition(quote, start, end) : end].split())


def _with_preposition(quote: str, start: int, end: int) -> int:
    """Where the words begin with the preposition before them, if they have none themselves and read well with it."""
    lead = None if _TAKES_NONE.match(quote[start:end]) else _LEAD.search(quote[max(0, start - _LONGEST_LEAD) : start])
    return start - len(lead.group()) if lead else start
