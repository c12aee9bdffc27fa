"""Tables of phrases: what is read in each, and that the same is read in the middle of a sentence and when written out again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from danish.periods import Direction, Precision, find_periods, format_period, parse_period


@dataclass(frozen=True)
class Row:
    phrase: str
    meeting: dt.date
    first: dt.date | None
    last: dt.date | None
    precision: str
    rule: str

    def __str__(self) -> str:
        return f"{self.phrase} ({self.meeting})"


def rows(table: str) -> list[Row]:
    """The rows of a table `phrase | meeting | first | last | precision | rule`; `-` is no day, a line with `#` a heading."""
    found = []
    for line in table.strip().splitlines():
        if not line.startswith("#"):
            phrase, meeting, first, last, precision, rule = (cell.strip() for cell in line.split("|"))
            found.append(Row(phrase, dt.date.fromisoformat(meeting), _day(first), _day(last), precision, rule))
    return found


def _day(text: str) -> dt.date | None:
    return None if text == "-" else dt.date.fromisoformat(text)


def check(row: Row, *, meetings: Sequence[dt.date] = ()) -> None:
    """The phrase by itself, in a sentence, and the period written in plain Danish all mean the row's days."""
    period = parse_period(row.phrase, row.meeting, meetings=meetings)
    assert period is not None
    assert (period.first, period.last, period.precision, period.rule) == (row.first, row.last, row.precision, row.rule)
    assert period.span == (0, len(row.phrase))
    if row.first and row.last:
        assert period.direction is Direction.WITHIN
    elif row.first or row.last:
        assert period.direction is (Direction.BY if row.last else Direction.FROM)

    sentence = f"Udvalget ønskede {row.phrase}, at sagen blev taget op."
    begins = sentence.index(row.phrase)
    found = find_periods(sentence, row.meeting, meetings=meetings)
    if row.phrase not in ONLY_ALONE:
        assert [(one.span, one.first, one.last) for one in found] == [((begins, begins + len(row.phrase)), row.first, row.last)]

    again = parse_period(format_period(period), row.meeting)
    assert again is not None
    assert (again.first, again.last, again.precision, again.direction) == (row.first, row.last, row.precision, period.direction)
    assert row.precision in set(Precision)


# A number by itself is a year only where nothing else is said.
ONLY_ALONE = {"2019"}
