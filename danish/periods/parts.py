"""The days of "primo", "in the middle of" and "the second half of", by the time they are a part of."""

from danish.periods.spans import Span, months
from danish.periods.values import Precision

# By days of the month; None is its last day.
_OF_MONTH = {
    "primo": (1, 10),
    "medio": (11, 20),
    "ultimo": (21, None),
    "slut": (21, None),
    "first half": (1, 15),
    "second half": (16, None),
}
# By months, counted from 0: (first, how many). "Slutningen af" a year is its last quarter, "ultimo" its last third.
_OF_YEAR = {"primo": (0, 4), "medio": (4, 4), "ultimo": (8, 4), "slut": (9, 3), "first half": (0, 6), "second half": (6, 6)}
_OF_HALF_YEAR = {"primo": (0, 2), "medio": (2, 2), "ultimo": (4, 2), "slut": (4, 2)}
_OF_THREE_MONTHS = {"primo": (0, 1), "medio": (1, 1), "ultimo": (2, 1), "slut": (2, 1)}

_BY_MONTHS = {
    Precision.YEAR: _OF_YEAR,
    Precision.HALF_YEAR: _OF_HALF_YEAR,
    Precision.QUARTER: _OF_THREE_MONTHS,
    Precision.SEASON: _OF_THREE_MONTHS,
}
AT_THE_END = frozenset({"ultimo", "slut"})


def part_of(span: Span, precision: Precision, part: str | None) -> tuple[Span, Precision]:
    """The named part of the span and how fine it is; the whole span where no convention says what its part is (a week's, a day's)."""
    first, last = span
    if part is None:
        return span, precision
    if precision is Precision.MONTH:
        start, end = _OF_MONTH[part]
        return (first.replace(day=start), last if end is None else first.replace(day=end)), Precision.PART_OF_MONTH
    if part in _BY_MONTHS.get(precision, ()):
        start, count = _BY_MONTHS[precision][part]
        return months(first.year, first.month + start, count), _finer(precision, part)
    return span, precision


def _finer(precision: Precision, part: str) -> Precision:
    if precision is not Precision.YEAR:
        return Precision.MONTH
    return Precision.HALF_YEAR if part.endswith("half") else Precision.PART_OF_YEAR
