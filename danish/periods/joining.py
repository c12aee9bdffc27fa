"""Two times joined to one: "fra 1. februar til 1. maj", "september-december 2019", "februar og marts"."""

import re
from dataclasses import replace

from danish.periods.context import Context, Reading
from danish.periods.rules import Core, core_at
from danish.periods.spans import DAY
from danish.periods.values import Precision
from danish.periods.words import expand, part_said

_TO = re.compile(expand(r"(?: ?[-–—] ?| (?:og )?(?:frem )?til(?: og med)? (?:udgangen af |i )?)"))
_AND = re.compile(expand(r"(?: (?:og|samt) (?:i )?|, ?|/)"))
_LISTED = frozenset(Precision) - {Precision.DAY, Precision.MEETING, Precision.OPEN}


def joined(low: str, core: Core, reading: Reading, context: Context) -> tuple[Reading, int]:
    """The reading taken on as far as it is joined to further times, and where it ends.

    Of times joined by "og" or a comma only neighbours become one: months, weeks, years that follow each other. One that stays alone
    still shares the year printed after the last: "3. maj og 7. juni 2018".
    """
    end, first = core.end, core
    while _has_ends(reading) and (link := _TO.match(low, end) or _AND.match(low, end)):
        part, at = part_said(low, link.end())
        second = core_at(low, at)
        if second is None:
            break
        earlier, later = _both(first, reading, second, replace(context, lead=None), part)
        if earlier is None or later is None:
            break
        listed = link.re is _AND and context.lead != "between"
        if listed and not (earlier.precision is later.precision in _LISTED and earlier.last + DAY == later.first):
            shares_year = reading.year_inferred and not later.year_inferred and earlier.precision is later.precision
            return (earlier if shares_year else reading), end
        precision = earlier.precision if earlier.precision is later.precision else Precision.DAY
        inferred, weak = earlier.year_inferred and later.year_inferred, earlier.weak and later.weak
        reading = Reading(earlier.first, later.last, precision, year_inferred=inferred, weak=weak)
        end, first = second.end, None
    return reading, end


def _both(first: Core | None, reading: Reading, second: Core, context: Context, part: str | None) -> tuple[Reading | None, Reading | None]:
    """The two times with their years settled together: whichever has its year printed tells the other's."""
    later = second.read(replace(context, part=part))
    if isinstance(later, Reading) and later.year_inferred and not (first and reading.year_inferred):
        later = second.read(replace(context, part=part, meeting=reading.first))
    if not isinstance(later, Reading) or not _has_ends(later):
        return None, None
    earlier = first.read(replace(context, until=later.last)) if first and reading.year_inferred else reading
    return (earlier, later) if isinstance(earlier, Reading) and earlier.first <= later.first else (None, None)


def _has_ends(reading: Reading) -> bool:
    return reading.precision is not Precision.MEETING and reading.first is not None and reading.last is not None
