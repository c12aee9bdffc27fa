"""A count of working days, day by day."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day passed in counting: the how manieth working day it is, or why it is none ("grundlovsdag")."""

    day: dt.date
    number: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Working days counted from `start`, which does not count itself; `steps` are the days passed, in the order of counting."""

    start: dt.date
    steps: tuple[CountedDay, ...]

    @property
    def date(self) -> dt.date:
        """Gives the day on which the count ends: the last step's day; the start itself for a count of 0."""
        return self.steps[-1].day if self.steps else self.start

    @property
    def counted(self) -> tuple[dt.date, ...]:
        return tuple(step.day for step in self.steps if step.number is not None)

    @property
    def skipped(self) -> tuple[tuple[dt.date, str], ...]:
        """The days that did not count, each with its reason."""
        return tuple((step.day, step.reason) for step in self.steps if step.reason is not None)
