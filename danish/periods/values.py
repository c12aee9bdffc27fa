"""The meaning of a Danish phrase of time, as plain values."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """The precision of a phrase. A range ("september-december 2019") has the precision of its two ends."""

    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    PART_OF_YEAR = "part_of_year"
    HALF_YEAR = "half_year"
    YEAR = "year"
    MEETING = "meeting"
    OPEN = "open"


class Direction(StrEnum):
    """Within the days told; by the last of them (a deadline); from the first of them on (no deadline)."""

    WITHIN = "within"
    BY = "by"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Period:
    """A phrase of time read: `text[start:end]` are exactly the words it was read from.

    `first` and `last` are inclusive days. `first` is None when the phrase only says when it ends (`BY`), `last` when it only says
    when it begins (`FROM`), both when it tells no day: "snarest muligt", or the next meeting of a body whose meetings are unknown.
    `rule` names the row of the rule table that read it. `year_inferred` is true when no year was printed and the next such day,
    month, … from the meeting on was taken.
    """

    first: dt.date | None
    last: dt.date | None
    precision: Precision
    direction: Direction
    start: int
    end: int
    rule: str
    year_inferred: bool = False

    @property
    def deadline(self) -> dt.date | None:
        """The day to count a reminder to: the last day; None for what has no end."""
        return self.last

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class FoundRecurrence:
    """Again and again: every `every` `unit`s, unit `meeting`, `month`, `quarter` or `year`; read from `text[start:end]`."""

    every: int
    unit: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end
