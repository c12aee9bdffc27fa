"""From words for a meeting of the body ("på næste møde", "på mødet i september", "på det første møde i 2027") to days."""

from dataclasses import replace

from danish.periods import spans
from danish.periods.context import Context, PhraseReading
from danish.periods.readers import Match, Readings, printed_year, turn
from danish.periods.spans import DAY, Span
from danish.periods.values import Direction, Precision
from danish.periods.words import month_number


def next_meeting(match: Match, context: Context) -> Readings:
    """The first of the body's meetings after this one; a meeting without a day when they are not known."""
    coming = min((day for day in context.meetings if day > context.meeting), default=None)
    return PhraseReading(coming, coming, Precision.MEETING)


def meeting_on(match: Match, context: Context) -> Readings:
    """A meeting with its day: that day, whatever meetings are known."""
    if match["exact"]:
        day = context.exact.get(match.start("exact"))
        return PhraseReading(day, day, Precision.MEETING) if day else None
    number, month = int(match["number"]), month_number(match["month"])

    def the_day(year: int) -> Span | None:
        start, end = spans.months(year, month)
        return (start + (number - 1) * DAY,) * 2 if 1 <= number <= end.day else None

    found = context.in_year(printed_year(match, context), Precision.DAY, the_day)
    return found and replace(found, precision=Precision.MEETING)


def meeting_in_month(match: Match, context: Context) -> Readings:
    """The body's meeting in that month when it has just one there; else the month. An extra meeting is none of the known ones."""
    number = month_number(match["month"])
    found = context.in_year(printed_year(match, context), Precision.MONTH, lambda year: spans.months(year, number))
    if found is None:
        return None
    known = {day for day in context.meetings if found.first <= day <= found.last and day > context.meeting}
    if len(known) != 1 or match["extra"]:
        return found
    (day,) = known
    return replace(found, first=day, last=day, precision=Precision.MEETING)


def first_or_last_meeting(match: Match, context: Context) -> Readings:
    """ "det første møde i 2027", "sidste møde inden jul": the known one; else the beginning or the end of the year, or the side of the feast."""
    is_first = match["end"] == "første"
    if match["side"]:
        return _beside_feast(match, context, is_first)
    running = context.meeting.year
    return _in_year(running + (context.meeting.month > 1) if match["new"] else printed_year(match, context) or running, context, is_first)


def first_or_last_in_year(match: Match, context: Context) -> Readings:
    """ "årets sidste møde"; in the year that runs, the first one is that of the next."""
    is_first = match["end"] == "første"
    return _in_year(context.meeting.year + is_first, context, is_first)


def meeting_in_season(match: Match, context: Context) -> Readings:
    """ "et af forårets møder": some time in the season."""
    return context.in_year(None, Precision.SEASON, lambda of_year: spans.season(match["season"], of_year))


def _in_year(of_year: int, context: Context, is_first: bool) -> Readings:
    coming = [day for day in context.meetings if day > context.meeting and day.year == of_year]
    if coming:
        day = min(coming) if is_first else max(coming)
        return PhraseReading(day, day, Precision.MEETING)
    return replace(context, part="primo" if is_first else "slut").reading(spans.year(of_year), Precision.YEAR)


def _beside_feast(match: Match, context: Context, is_first: bool) -> Readings:
    after = match["side"] == "efter"
    span_of = spans.FEASTS.get(match["feast"]) or (lambda of_year: turn("after" if after else "before", of_year))
    feast = context.in_year(None, Precision.DAY, span_of)
    if feast is None:
        return None
    beside = [day for day in context.meetings if day > context.meeting and (day > feast.last if after else day < feast.first)]
    if beside:
        day = min(beside) if is_first else max(beside)
        return PhraseReading(day, day, Precision.MEETING)
    if after:
        return PhraseReading(feast.last + DAY, None, Precision.DAY, Direction.FROM)
    return PhraseReading(None, feast.first - DAY, Precision.DAY, Direction.BY)
