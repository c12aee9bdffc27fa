"""Two times joined to one: "fra 1. februar til 1. maj", "september-december 2019", "februar og marts"."""

import datetime as dt
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

Said = tuple[Core, Context]  # The words of a time, and what was said before them.
LONGEST_CHAIN = 12  # The months of a year; also what keeps a text of nothing but times from being read again and again.


def joined(low: str, core: Core, reading: Reading, context: Context) -> tuple[Reading, int]:
    """The reading taken on as far as it is joined to further times, and where it ends.

    Of times joined by "og" or a comma only neighbours become one: months, weeks, years that follow each other. One that stays alone
    still shares the year printed after the last: "3. maj, 7. juni og 12. september 2018".
    """
    end, chain = core.end, [(core, replace(context, lead=None))]
    while len(chain) <= LONGEST_CHAIN and _has_ends(reading) and (link := _TO.match(low, end) or _AND.match(low, end)):
        part, at = part_said(low, link.end())
        second = core_at(low, at)
        chain.append((second, replace(context, lead=None, part=part)))
        earlier, later = _both(chain, reading) if second else (None, None)
        if earlier is None or later is None:
            break
        listed = link.re is _AND and context.lead != "between"
        alike = earlier.precision is later.precision
        if listed and not (alike and earlier.precision in _LISTED and earlier.last + DAY == later.first):
            return (_in_year_of_list(low, chain[:-1], chain[-1:], reading) if reading.year_inferred else reading), end
        precision = earlier.precision if alike else Precision.DAY
        inferred, weak = earlier.year_inferred and later.year_inferred, earlier.weak and later.weak
        reading = Reading(earlier.first, later.last, precision, year_inferred=inferred, weak=weak)
        end = second.end
    return reading, end


def _both(chain: list[Said], reading: Reading) -> tuple[Reading | None, Reading | None]:
    """What was read so far and the chain's last time, their years settled together: whichever has its year printed tells the other's."""
    *before, (core, context) = chain
    later = core.read(context)
    if isinstance(later, Reading) and later.year_inferred and not reading.year_inferred:
        later = core.read(replace(context, meeting=reading.first))
    if not isinstance(later, Reading) or not _has_ends(later):
        return None, None
    earlier = _ending_before(before, reading, later.last) if reading.year_inferred else reading
    return (earlier, later) if earlier and earlier.first <= later.first else (None, None)


def _ending_before(chain: list[Said], reading: Reading, until: dt.date, *, of: int | None = None) -> Reading | None:
    """The reading of the chain's first `of` times (all of them) in the latest years in which the whole chain begins by `until`."""
    last = None
    for place in range(len(chain) - 1, -1, -1):
        core, context = chain[place]
        again = core.read(replace(context, until=until))
        if not isinstance(again, Reading):
            return None
        until = again.first
        if of is None or place < of:
            last = last or again.last
    return replace(reading, first=until, last=last)


def _in_year_of_list(low: str, chain: list[Said], further: list[Said], reading: Reading) -> Reading:
    """The chain's reading in the latest years before the first year printed in the list that goes on with `further`."""
    while len(further) <= LONGEST_CHAIN:
        core, context = further[-1]
        time = core.read(context)
        if not isinstance(time, Reading) or not _has_ends(time) or time.precision is not reading.precision:
            return reading
        if not time.year_inferred:
            return _ending_before([*chain, *further[:-1]], reading, time.first, of=len(chain)) or reading
        link = _AND.match(low, core.end)
        following = core_at(low, link.end()) if link else None
        if following is None:
            return reading
        further = [*further, (following, context)]
    return reading


def _has_ends(reading: Reading) -> bool:
    return reading.precision is not Precision.MEETING and reading.first is not None and reading.last is not None
