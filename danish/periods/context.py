"""The context a rule's reader is given besides its own words, and the choice of a year that is not printed."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from danish.periods.parts import AT_THE_END, part_of
from danish.periods.spans import DAY, Span
from danish.periods.values import Direction, Precision

YEARS_AHEAD = 8  # From one leap day to the next is eight years at most (1896 to 1904, 2096 to 2104).


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """The days that a reader makes of its words. A `weak` one (a bare "2019", "sep") counts only with something before or after it that says
    that it is a time, or as the whole phrase. With `first` and `last` None it is a time without a day."""

    first: dt.date | None
    last: dt.date | None
    precision: Precision
    direction: Direction = Direction.WITHIN
    year_inferred: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Bounded(PhraseReading):
    """A reading whose first and last day are both known."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Context:
    """`text` as written; the exact dates by where they begin; the kind of `lead` ("before") and the `part` ("ultimo") said before;
    and for the first half of a range the day its second half ends on, so that "fra november til marts" begins before it ends."""

    text: str
    meeting: dt.date
    meetings: Sequence[dt.date]
    exact: dict[int, dt.date]
    lead: str | None = None
    part: str | None = None
    until: dt.date | None = None

    def reading(self, span: Span | None, precision: Precision, *, weak: bool = False, year_inferred: bool = False) -> Bounded | None:
        """The span's named part, as a reading; None for a span that does not exist."""
        if span is None:
            return None
        (first, last), precision = part_of(span, precision, self.part)
        return Bounded(first, last, precision, weak=weak, year_inferred=year_inferred)

    def in_year(
        self, printed: int | None, precision: Precision, span_of: Callable[[int], Span | None], *, weak: bool = False
    ) -> Bounded | None:
        """The span in the printed year; else the next one not over by the day of the meeting; before a range's end the latest one."""
        if printed is not None:
            return self.reading(span_of(printed), precision, weak=weak)
        if self.until is not None:
            years = range(self.until.year + 1, self.until.year - YEARS_AHEAD - 1, -1)
        else:
            years = range(self.meeting.year - 1, self.meeting.year + YEARS_AHEAD + 1)
        for year in years:
            found = self.reading(_within_time(span_of, year), precision, year_inferred=True, weak=weak)
            if found and self._fits(found):
                return found
        return None

    def _fits(self, found: Bounded) -> bool:
        if self.until is not None:
            return found.first <= self.until
        if self.lead == "before" and self.part not in AT_THE_END:
            return found.first - DAY >= self.meeting
        return found.last >= self.meeting


def _within_time(span_of: Callable[[int], Span | None], year: int) -> Span | None:
    """The span, or None where the calendar itself ends."""
    try:
        return span_of(year)
    except (ValueError, OverflowError):
        return None
