"""From text to periods: where a phrase may begin, which row reads furthest from there, what stands before it, what it is joined to."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from danish.periods.candidates import places
from danish.periods.context import Context
from danish.periods.prepositions import directed
from danish.periods.preprocess import with_dates_covered
from danish.periods.ranges import joined
from danish.periods.rules import ANY, Core, core_at
from danish.periods.values import Period
from danish.periods.words import LEADS, PART, chosen, expand

_LEAD = "|".join(rf"(?P<lead_{kind}>{words})" for kind, words in LEADS.items())
# Where a phrase begins: what turns it, what part of it is meant; the match ends where its core begins.
PHRASE = re.compile(expand(rf"(?<!\w)(?<![0-9][.,:/\-–])(?:(?:{_LEAD}) )?(?:(?:{PART}) )?") + rf"(?={ANY})")


def find_periods(text: str, meeting: dt.date, *, meetings: Sequence[dt.date] = ()) -> list[Period]:
    """Every phrase of time in the text, in order, none overlapping another.

    Phrases without a year are read from `meeting` on; "næste møde" and "mødet i september" need `meetings`, the days of the body's
    meetings (those up to `meeting` are passed over). Takes any text and any day; what names no existing day is left out.
    """
    low, exact = with_dates_covered(text)
    context = Context(text, meeting, meetings, exact)
    found: list[Period] = []
    at = 0
    for start in places(low):
        if start >= at and (phrase := PHRASE.match(low, start)):
            periods, at = _read(low, phrase, context, whole=False)
            found += periods
    return found


def parse_period(phrase: str, meeting: dt.date, *, meetings: Sequence[dt.date] = ()) -> Period | None:
    """The phrase as one period; None when it is not wholly one phrase of time. White space and closing punctuation do not count.

    More is understood than in running text: a bare "2019" or "sep" is taken for a time here.
    """
    low, exact = with_dates_covered(phrase)
    if not (match := PHRASE.match(low, len(low) - len(low.lstrip(" \n(")))):
        return None
    periods, end = _read(low, match, Context(phrase, meeting, meetings, exact), whole=True)
    return periods[0] if len(periods) == 1 and not low[end:].strip(" \n.,;:)") else None


def _read(low: str, phrase: re.Match[str], context: Context, *, whole: bool) -> tuple[list[Period], int]:
    """The periods of the phrase, and where to read on: after it, whether or not it named days that exist."""
    core = core_at(low, phrase.end())
    assert core is not None  # a phrase ends where a row's words begin
    try:
        return _periods(low, phrase, core, context, whole=whole)
    except (ValueError, OverflowError):  # Past the calendar's own ends, the years 1 and 9999.
        return [], core.end


def _periods(low: str, phrase: re.Match[str], core: Core, context: Context, *, whole: bool) -> tuple[list[Period], int]:
    lead = chosen(phrase, "lead_")
    if lead == "from" and core.is_range:  # "fra 3.-5. april" is a range, not a beginning.
        lead = "plain"
    context = replace(context, lead=lead, part=chosen(phrase, "part_"))
    reading, end, start = core.read(context), core.end, phrase.start()
    if reading is None:
        return [], end
    if isinstance(reading, tuple):
        pieces = [(reading[0], start, core.match.start("link")), (reading[1], core.match.end("link"), end)]
        return [directed(piece, context, core.rule.name, *span) for piece, *span in pieces], end
    if lead in (None, "plain", "between", "rest", "from"):
        reading, end = joined(low, core, reading, context)
        if end > core.end:
            context = replace(context, lead="plain")
    if not (whole or lead or context.part) and reading.weak:
        return [], end
    return [directed(reading, context, core.rule.name, start, end)], end
