"""Due rules out of words: read in the sentence of the minutes, or parsed from what the secretary wrote.

Pure: no Django, no clock.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from danish.periods import Direction, FoundRecurrence, Period, find_periods, find_recurrences, parse_period
from danish.periods.recurrences import first_season
from danish.periods.spans import Span
from followups.due_rules import DueRule

_PREPOSITION = r"(?:senest (?:i|på|ved|til)|senest|inden|før|i|på|ved|til)"
# What stands between the preposition and the phrase: "på rådets næste møde", "til det ekstraordinære møde i august".
_OWNER = r"(?:(?:det|den|et|sit|dets|vores|[\w-]{0,40}s) )?"
_LEAD = re.compile(rf"(?<!\w){_PREPOSITION} {_OWNER}\Z".replace(" ", r"\s{1,2}"), re.IGNORECASE)
# "til i april" and "i kvartalsvise" read badly: what begins with a preposition or an adverb takes none.
_TAKES_NONE = re.compile(rf"{_PREPOSITION} |\w+(?:ligt?e?|viste?|vise?)\b|\w+ gange? ", re.IGNORECASE)
_LONGEST_LEAD = 60


def parse_rule(text: str, *, since: date, meetings: Sequence[date] = ()) -> DueRule | None:
    """Returns the rule that `text` tells, read from the day `since` on; None where it tells no time, or only when something begins.

    `meetings` are the days on which the body meets. The next meeting is not one of these days: it follows the calendar.
    """
    words = " ".join(text.split())
    whole = parse_period(words, since, meetings=meetings)
    periods = [whole] if whole else find_periods(words, since, meetings=meetings)
    again = next(iter(find_recurrences(words)), None)
    ending = _first_ending(words, periods)
    if again is None and ending is None:
        return None
    rule = DueRule(words, every=again.every, unit=again.unit) if again else DueRule(words)
    if ending and _is_next_meeting(ending):
        return replace(rule, at_next_meeting=True)
    if ending and ending.last:
        return replace(rule, first=ending.first or ending.last, last=ending.last)
    if again and (season := first_season(words, again, since)):
        return replace(rule, first=season[0], last=season[1])
    return rule


def read_rule(quote: str, *, told: Span | None, recurrence: tuple[int, str] | None, asked: date) -> DueRule:
    """Returns the rule of the sentence `quote`, of the meeting on the day `asked`, of which the reader has made the days `told` and the recurrence.

    Its words are those of the sentence, "" where it has none for these days. The reader knows no calendar, so the next meeting has no day;
    a day told beside it ("på næste møde den 12. september") stays that day.
    """
    periods, again = find_periods(quote, asked), find_recurrences(quote)
    if told is None:
        found = [period for period in periods if _is_next_meeting(period)]
        dayless = [period for period in periods if period.first is None and period.last is None]
    else:
        found, dayless = [period for period in periods if (period.first or period.last, period.last) == told], []
    told_first: Sequence[Period | FoundRecurrence] = found or again or dayless
    first = next(iter(told_first), None)
    beside: list[Period | FoundRecurrence] = [*found, *again, *filter(_is_next_meeting, periods)]
    words = _words(quote, first, beside) if first else ""
    every, unit = recurrence or (None, "")
    start, end = told or (None, None)
    return DueRule(words, start, end, at_next_meeting=told is None and bool(found), every=every, unit=unit)


def _first_ending(words: str, periods: Sequence[Period]) -> Period | None:
    """The first period that does not only begin; a day told right after the next meeting is what is meant."""
    found = [period for period in periods if period.direction is not Direction.FROM]
    if len(found) > 1 and _is_next_meeting(found[0]) and words[found[0].end : found[1].start].isspace():
        return found[1]
    return found[0] if found else None


def _is_next_meeting(period: Period) -> bool:
    return period.rule == "next meeting" and period.direction is not Direction.FROM


def _words(quote: str, found: Period | FoundRecurrence, told: Sequence[Period | FoundRecurrence]) -> str:
    """The phrase with what else tells the time right beside it ("årligt i april") and the preposition before it."""
    start, end = found.span
    for other in told:
        if quote[other.end : found.start].isspace():
            start = other.start
        elif quote[found.end : other.start].isspace():
            end = other.end
    return " ".join(quote[_with_preposition(quote, start, end) : end].split())


def _with_preposition(quote: str, start: int, end: int) -> int:
    """Returns the start of the words, with the preposition before them if they have none themselves and read well with it."""
    lead = None if _TAKES_NONE.match(quote[start:end]) else _LEAD.search(quote[max(0, start - _LONGEST_LEAD) : start])
    return start - len(lead.group()) if lead else start
