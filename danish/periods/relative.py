"""From words that count from the meeting ("næste måned", "inden for 14 dage", "på næste møde") to days."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from danish.periods import spans
from danish.periods.context import Context, PhraseReading
from danish.periods.readers import Match, Readings
from danish.periods.spans import DAY, Span
from danish.periods.values import Direction, Precision
from danish.periods.words import WEEKDAY_NUMBERS, count

THIS = frozenset({"indeværende", "dette", "denne"})
_STEM = {"uge": Precision.WEEK, "måned": Precision.MONTH, "kvartal": Precision.QUARTER, "halvår": Precision.HALF_YEAR, "år": Precision.YEAR}
_MONTHS_IN = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF_YEAR: 6, Precision.YEAR: 12}

MOST_MONTHS = 12 * 20


def unit_around(day: dt.date, precision: Precision, ahead: int = 0) -> Span:
    """The week, month, quarter, half-year or year the day lies in, or the one `ahead` later."""
    if precision is Precision.WEEK:
        return spans.week_of(day + 7 * ahead * DAY)
    length = _MONTHS_IN[precision]
    return spans.months(day.year, (day.month - 1) // length * length + 1 + ahead * length, length)


def _precision(unit: str) -> Precision:
    return next(precision for stem, precision in _STEM.items() if unit.startswith(stem))


def this_or_next(match: Match, context: Context) -> Readings:
    """ "i indeværende år", "denne måned", "næste kvartal"."""
    precision = _precision(match["unit_named"])
    return context.reading(unit_around(context.meeting, precision, ahead=match["which"] not in THIS), precision)


def running(match: Match, context: Context) -> Readings:
    """ "året", "måneden": a time only with its part or its end ("i slutningen af året", "inden udgangen af måneden")."""
    if context.part is None and context.lead not in ("end", "rest"):
        return None
    precision = _precision(match["unit_named"])
    return context.reading(unit_around(context.meeting, precision), precision)


def end_of_running(match: Match, context: Context) -> Readings:
    """ "inden årets udgang", "året ud", "senere på året": by the last day of it."""
    precision = _precision(match["unit_named"])
    return PhraseReading(None, unit_around(context.meeting, precision)[1], precision, Direction.BY)


def _ahead(match: Match, day: dt.date) -> tuple[dt.date, Precision] | None:
    """The day so many days, weeks, months, … after `day`, and the unit; None for half days and the like, and for more than anybody promises."""
    unit, words = match["unit"], " ".join(match["count"].split())
    if unit.startswith("dag"):
        return (day + _count(words) * DAY, Precision.DAY) if _whole(words) else None
    precision = _precision(unit)
    if precision is Precision.WEEK:
        return (day + 7 * _count(words) * DAY, precision) if _whole(words) else None
    length = _MONTHS_IN[precision]
    halves = {"et halvt": 1, "halvandet": 3, "halvanden": 3}.get(words) or 2 * _count(words)
    if length * halves % 2 or length * halves > 2 * MOST_MONTHS:
        return None
    return spans.add_months(day, length * halves // 2), precision


def _count(words: str) -> int:
    return 2 if words == "et par" else count(words)


def _whole(words: str) -> bool:
    return not words.startswith(("halv", "et halv"))


def after_time_from_now(match: Match, context: Context) -> Readings:
    """ "efter et år", nothing said of what: from the meeting on, but it is only inferred that it is."""
    found = after_time(match, context)
    return replace(found, year_inferred=True) if isinstance(found, PhraseReading) else found


def within_time(match: Match, context: Context) -> Readings:
    """ "inden for 14 dage", "i løbet af de næste tre år": from the meeting to that day; from anything else it is unknown when."""
    if match["other"] is not None:
        return None
    ahead = _ahead(match, context.meeting)
    return ahead and PhraseReading(context.meeting, ahead[0], Precision.DAY)


def after_time(match: Match, context: Context) -> Readings:
    """ "om 14 dage" is that day, "om to uger" that week, and anything longer that month: nobody who says "om et år" means a day."""
    ahead = _ahead(match, context.meeting)
    if ahead is None:
        return None
    day, unit = ahead
    precision = unit if unit in (Precision.DAY, Precision.WEEK) else Precision.MONTH
    return PhraseReading(*((day, day) if precision is Precision.DAY else unit_around(day, precision)), precision)


def weekday(match: Match, context: Context) -> Readings:
    """ "på torsdag", "førstkommende mandag": the first such day after the meeting."""
    days = (WEEKDAY_NUMBERS[match["weekday"]] - context.meeting.weekday() - 1) % 7 + 1
    return PhraseReading(context.meeting + days * DAY, context.meeting + days * DAY, Precision.DAY)


def weekend(match: Match, context: Context) -> Readings:
    """ "inden weekenden": the first one after the meeting."""
    saturday = context.meeting + ((5 - context.meeting.weekday() - 1) % 7 + 1) * DAY
    return PhraseReading(saturday, saturday + DAY, Precision.DAY)


def new_year(match: Match, context: Context) -> Readings:
    """ "i det nye år": its beginning, as "primo". In January the new year has come."""
    year = context.meeting.year + (context.meeting.month > 1)
    return replace(context, part=context.part or "primo").reading(spans.year(year), Precision.YEAR)


def no_day(precision: Precision) -> Callable[[Match, Context], Readings]:
    """A time without a day: "snarest muligt", "på et kommende møde"."""
    return lambda match, context: PhraseReading(None, None, precision)
