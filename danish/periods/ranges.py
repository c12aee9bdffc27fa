"""Two times joined to one: "fra 1. februar til 1. maj", "september-december 2019", "februar og marts"."""

import datetime as dt
import re
from dataclasses import replace

from danish.periods.context import Bounded, Context, PhraseReading
from danish.periods.readers import Readings
from danish.periods.rules import Core, core_at
from danish.periods.spans import DAY
from danish.periods.values import Precision
from danish.periods.words import expand, part_said

_TO = re.compile(expand(r"(?: ?[-–—] ?| (?:og )?(?:frem )?til(?: og med)? (?:udgangen af |i )?)"))
_AND = re.compile(expand(r"(?: (?:og|samt) (?:i )?|, ?|/)"))
_LISTED = frozenset(Precision) - {Precision.DAY, Precision.MEETING, Precision.OPEN}

Said = tuple[Core, Context]  # The words of a time, and what was said before them.
LONGEST_CHAIN = 12  # The months of a year; also what keeps a text of nothing but times from being read again and again.


def joined(low: str, core: Core, reading: PhraseReading, context: Context) -> tuple[PhraseReading, int]:
    """The reading taken on as far as it is joined to further times, and where it ends.

    Of times joined by "og" or a comma only neighbours become one: months, weeks, years that follow each other. One that stays alone
    still shares the year printed after the last: "3. maj, 7. juni og 12. september 2018".
    """
    end, chain = core.end, [(core, replace(context, lead=None))]
    while len(chain) <= LONGEST_CHAIN and (so_far := _with_ends(reading)) and (link := _TO.match(low, end) or _AND.match(low, end)):
        part, at = part_said(low, link.end())
        second = core_at(low, at)
        if second is None:
            break
        chain.append((second, replace(context, lead=None, part=part)))
        earlier, later = _both(chain, so_far)
        if earlier is None or later is None:
            break
        listed = link.re is _AND and context.lead != "between"
        alike = earlier.precision is later.precision
        if listed and not (alike and earlier.precision in _LISTED and earlier.last + DAY == later.first):
            return (_in_year_of_list(low, chain[:-1], chain[-1:], so_far) if so_far.year_inferred else so_far), end
        precision = earlier.precision if alike else Precision.DAY
        inferred, weak = earlier.year_inferred and later.year_inferred, earlier.weak and later.weak
        reading = Bounded(earlier.first, later.last, precision, year_inferred=inferred, weak=weak)
        end = second.end
    return reading, end


def _both(chain: list[Said], reading: Bounded) -> tuple[Bounded | None, Bounded | None]:
    """Gives the reading so far and the chain's last time with their years settled together: whichever has its year printed tells the other's."""
    *before, (core, context) = chain
    read = core.read(context)
    if isinstance(read, PhraseReading) and read.year_inferred and not reading.year_inferred:
        read = core.read(replace(context, meeting=reading.first))
    later = _with_ends(read)
    if later is None:
        return None, None
    earlier = _ending_before(before, reading, later.last) if reading.year_inferred else reading
    return (earlier, later) if earlier and earlier.first <= later.first else (None, None)


def _ending_before(chain: list[Said], reading: Bounded, until: dt.date, *, of: int | None = None) -> Bounded | None:
    """The reading of the chain's first `of` times (all of them) in the latest years in which the whole chain begins by `until`."""
    last = None
    for place in range(len(chain) - 1, -1, -1):
        core, context = chain[place]
        again = _with_ends(core.read(replace(context, until=until)))
        if again is None:
            return None
        until = again.first
        if of is None or place < of:
            last = last or again.last
    return replace(reading, first=until, last=last) if last else None


def _in_year_of_list(low: str, chain: list[Said], further: list[Said], reading: Bounded) -> Bounded:
    """The chain's reading in the latest years before the first year printed in the list that goes on with `further`."""
    while len(further) <= LONGEST_CHAIN:
        core, context = further[-1]
        time = _with_ends(core.read(context))
        if time is None or time.precision is not reading.precision:
            return reading
        if not time.year_inferred:
            return _ending_before([*chain, *further[:-1]], reading, time.first, of=len(chain)) or reading
        link = _AND.match(low, core.end)
        following = core_at(low, link.end()) if link else None
        if following is None:
            return reading
        further = [*further, (following, context)]
    return reading


def _with_ends(reading: Readings) -> Bounded | None:
    """The reading, if it is one and begins and ends on days that are no meeting's."""
    if not isinstance(reading, PhraseReading) or reading.precision is Precision.MEETING or reading.first is None or reading.last is None:
        return None
    return Bounded(reading.first, reading.last, reading.precision, reading.direction, reading.year_inferred, reading.weak)
