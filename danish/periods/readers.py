"""From the matched words of a rule to days: one reader for each way Danish tells time by the calendar.

A reader answers None when its words name nothing that exists (31. februar, uge 53 of a year without): then nothing is read there,
neither by another rule. It answers two readings for two times under one head: "den 3. og 10. september".
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from danish.periods import spans
from danish.periods.context import Bounded, Context, PhraseReading
from danish.periods.spans import DAY, Span
from danish.periods.values import Precision
from danish.periods.words import MONTH_NUMBERS, WEEKDAY_NUMBERS, month_number, ordinal

Readings = PhraseReading | tuple[PhraseReading, PhraseReading] | None
Match = re.Match[str]


def printed_year(match: Match, context: Context) -> int | None:
    if match["relative_year"]:
        return context.meeting.year + (match["relative_year"].split()[0] != "i")
    return int(match["year"]) if match["year"] else None


def linked(link: str | None, earlier: Bounded | None, later: Bounded | None) -> Readings:
    """One period from the earlier to the later, or both by themselves when they are listed ("og") and do not meet."""
    if link is None or later is None:
        return later
    if earlier is None or earlier.first > later.first:
        return None
    apart = link.strip().isalpha() and link.strip() != "til" and earlier.last + DAY < later.first
    return (earlier, later) if apart else replace(later, first=earlier.first)


def exact_day(match: Match, context: Context) -> Readings:
    day = context.exact.get(match.start("exact"))
    if day is None:
        return None
    later = context.reading((day, day), Precision.DAY)
    return linked(match["link"], _same_month(match["earlier"], later), later)


def day(match: Match, context: Context) -> Readings:
    number, month = int(match["number"]), month_number(match["month"])
    return _day_of_month(match, context, printed_year(match, context), month, number)


def weekday_of_month(match: Match, context: Context) -> Readings:
    """ "Den sidste onsdag i maj", "anden torsdag i juni"."""
    month, weekday = month_number(match["month"]), WEEKDAY_NUMBERS[match["weekday"]]
    nth = 0 if match["which"] == "sidste" else ordinal(match["which"])

    def days(of_year: int) -> Span:
        first, last = spans.months(of_year, month)
        found = last - (last.weekday() - weekday) % 7 * DAY if not nth else first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY
        return found, found

    return context.in_year(printed_year(match, context), Precision.DAY, days)


def day_by_numbers(match: Match, context: Context) -> Readings:
    return _day_of_month(match, context, None, int(match["month_number"]), int(match["number"]))


def _day_of_month(match: Match, context: Context, year: int | None, month: int, number: int) -> Readings:
    groups = match.groupdict()
    later = context.in_year(year, Precision.DAY, lambda of_year: _day(of_year, month, number))
    later = _as_its_weekday(later, groups["weekday"]) if later and year is None else later
    return linked(groups.get("link"), _same_month(groups.get("earlier"), later), later)


def _day(year: int, month: int, number: int) -> Span | None:
    try:
        return (dt.date(year, month, number),) * 2
    except ValueError:
        return None


def _as_its_weekday(found: Bounded, weekday: str | None) -> Bounded:
    """The day a year earlier when that is the weekday printed and the coming one is not: a day that has just been."""
    earlier = _day(found.first.year - 1, found.first.month, found.first.day)
    if weekday is None or earlier is None or found.first.weekday() == WEEKDAY_NUMBERS[weekday]:
        return found
    return replace(found, first=earlier[0], last=earlier[1]) if earlier[0].weekday() == WEEKDAY_NUMBERS[weekday] else found


def _same_month(number: str | None, later: Bounded | None) -> Bounded | None:
    if number is None or later is None:
        return None
    span = _day(later.first.year, later.first.month, int(number))
    return span and replace(later, first=span[0], last=span[1])


def month(match: Match, context: Context) -> Readings:
    """A month. An abbreviation alone is weak, and what may be a name ("August Jensen", "Jan") is none."""
    year, number = printed_year(match, context), month_number(match["month"])
    short = match["month"] not in MONTH_NUMBERS
    begin, end = match.span("month")
    if year is None and context.text[begin].isupper():
        follows = context.text[end : end + 3]
        if match["month"] == "jan" or (follows[:1] in (" ", "-") and follows[1:].istitle()):
            return None
    return context.in_year(year, Precision.MONTH, lambda of_year: spans.months(of_year, number), weak=short and year is None)


def of_year(span: Callable[[int, int], Span | None], precision: Precision) -> Callable[[Match, Context], Readings]:
    """The n-th quarter, half-year or week of a year; "1. og 2. kvartal", "uge 9-10"."""

    def read(match: Match, context: Context) -> Readings:
        year, number = printed_year(match, context), ordinal(match["nth"])
        later = context.in_year(year, precision, lambda of_year: span(number, of_year))
        if match["link"] is None or later is None:
            return later
        begins = ordinal(match["earlier"])
        before = later.last.year if precision is not Precision.WEEK else (later.first + 3 * DAY).year
        start = span(begins, before - (begins > number))
        return linked(match["link"], start and replace(later, first=start[0], last=start[1]), later)

    return read


def weekday_in_week(match: Match, context: Context) -> Readings:
    number, weekday = int(match["nth"]), WEEKDAY_NUMBERS[match["weekday"]]

    def the_day(of_year: int) -> Span | None:
        week = spans.week(number, of_year)
        return week and (week[0] + weekday * DAY,) * 2

    return context.in_year(printed_year(match, context), Precision.DAY, the_day)


def season(match: Match, context: Context) -> Readings:
    """A season. "Vinteren 2018" is that of January 2018, unless it is said in the autumn of 2018; "sommer" alone is weak."""
    name = match["season"]
    year = int(match["year"]) if match["year"] else None
    if match["second_year"]:
        if name != "vinter" or year is None or int(match["second_year"]) % 100 != (year + 1) % 100:
            return None
        year += 1
    elif year is not None and name == "vinter" and year == context.meeting.year and context.meeting.month >= 9:
        year += 1
    weak = not (match["definite"] or match["next"] or year)
    if match["next"]:
        context = replace(context, meeting=_after_running_season(name, context.meeting), until=None)
    return context.in_year(year, Precision.SEASON, lambda of_year: spans.season(name, of_year), weak=weak)


def _after_running_season(name: str, day: dt.date) -> dt.date:
    """The day itself, or the first day after the season of that name if the day lies in it: "næste sommer" is never this one."""
    running = [span for year in (day.year, day.year + 1) if (span := spans.season(name, year)) and span[0] <= day <= span[1]]
    return running[0][1] + DAY if running else day


def feast(match: Match, context: Context) -> Readings:
    """Christmas, Easter, Whitsun, the school's summer and autumn holidays. Weak: "inden jul" is a time, "jul" hardly.
    "Frem til jul" is until it begins."""
    until_it_begins = context.lead == "by"
    if until_it_begins:
        context = replace(context, lead="before")
    year = printed_year(match, context)
    found = context.in_year(year, Precision.DAY, spans.FEASTS[match["feast"]], weak=year is None)
    return replace(found, first=found.first - DAY, last=found.first - DAY) if found and until_it_begins else found


def week_after_feast(match: Match, context: Context) -> Readings:
    """ "ugen efter påske": Monday to Sunday of the week after the one in which the feast begins, so from Easter Monday on."""

    def the_week(of_year: int) -> Span:
        begins, _ = spans.FEASTS[match["feast"]](of_year)
        return spans.week_of(begins + 7 * DAY)

    return context.in_year(printed_year(match, context), Precision.WEEK, the_week)


def turn(lead: str | None, old_year: int) -> Span:
    """The last day of the old year and the first of the new; only the one that "inden", "efter", … count from."""
    eve, new_year = dt.date(old_year, 12, 31), dt.date(old_year + 1, 1, 1)
    return (new_year if lead in ("before", "from") else eve), (eve if lead in ("by", "end", "after") else new_year)


def turn_of_the_year(match: Match, context: Context) -> Readings:
    """Nytår and årsskiftet: the last day of a year and the first of the next, named by the last ("årsskiftet 2020/21") or by none."""
    year = int(match["year"]) if match["year"] else None
    if match["second_year"] and (year is None or int(match["second_year"]) % 100 != (year + 1) % 100):
        return None
    return context.in_year(year, Precision.DAY, lambda of_year: turn(context.lead, of_year), weak=year is None)


def year(match: Match, context: Context) -> Readings:
    """A year. A number alone is weak: it may be a count, a name, a budget line."""
    printed = printed_year(match, context)
    return context.reading(
        spans.year(printed) if printed else None, Precision.YEAR, weak=match["said"] is None and match["year"] is not None
    )


def years(match: Match, context: Context) -> Readings:
    """ "2018-2021", "2018-21", "2025/26": both years and those between; a slash joins neighbours only."""
    begins, ends = int(match["begins"]), int(match["ends"])
    if ends < 100:
        ends += begins // 100 * 100
    if ends <= begins or ends - begins > 30 or (match["link"] == "/" and ends != begins + 1):
        return None
    return PhraseReading(dt.date(begins, 1, 1), dt.date(ends, 12, 31), Precision.YEAR)


def school_year(match: Match, context: Context) -> Readings:
    """ "skoleåret 2025/26"; a part of it is told in months, "primo 2025" would be another."""
    if int(match["ends"]) % 100 != (int(match["begins"]) + 1) % 100:
        return None
    found = context.reading(spans.school_year(int(match["begins"])), Precision.YEAR)
    return replace(found, precision=Precision.MONTH) if found and context.part else found
