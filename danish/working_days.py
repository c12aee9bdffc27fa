"""Working days (hverdage): which days count, counting forward and back over them, and the count explained in Danish.

How it is counted. The day one counts from never counts. `back(meeting, 4)` is the fourth working day before the meeting, the last day
on which something that must happen "senest 4 hverdage inden mødet" can happen: so kommunestyrelsesloven § 8, stk. 4 (from 1 January
1998) asks it of the council's agenda. The law neither asks for *whole* days in between nor says what Saturday is; rules of procedure
differ ("4 hverdage (inklusive lørdag)"), so both are settings: `whole_days` and `Calendar.saturday_counts`.
No working days are Sundays, the public holidays, and grundlovsdag, 24 and 31 December (see holidays.py), and a municipality's own
closing days.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from danish import holidays
from danish.counting import CountedDay, Explanation

DAY = dt.timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
LONGEST_CLOSING = 366


class ClosedDays(Protocol):
    """Days on which a municipality is closed, under one name: a `Closing`, a `YearlyClosing`, or a rule of one's own."""

    @property
    def name(self) -> str: ...

    def covers(self, day: dt.date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Closing:
    """Closed once, from `first` to `last`, both inclusive: `Closing("rådhuset flytter", date(2025, 5, 30), date(2025, 6, 2))`."""

    name: str
    first: dt.date
    last: dt.date

    def covers(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class YearlyClosing:
    """Closed every year from one (month, day) to another, both inclusive, over the turn of the year too."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def covers(self, day: dt.date) -> bool:
        at = (day.month, day.day)
        return self.first <= at <= self.last if self.first <= self.last else at >= self.first or at <= self.last


BETWEEN_CHRISTMAS_AND_NEW_YEAR = YearlyClosing("lukket mellem jul og nytår", (12, 27), (12, 30))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are working days. `holiday_name` tells what makes a day no working day whatever its weekday, or None."""

    saturday_counts: bool = False
    closed: tuple[ClosedDays, ...] = ()
    holiday_name: Callable[[dt.date], str | None] = holidays.holiday_name

    def why_not(self, day: dt.date) -> str | None:
        """Gives the reason why the day is no working day, in Danish ("skærtorsdag", "søndag", the closing's name); None for a working day."""
        if name := self.holiday_name(day):
            return name
        if day.weekday() == SUNDAY:
            return "søndag"
        if day.weekday() == SATURDAY and not self.saturday_counts:
            return "lørdag"
        return next((closing.name for closing in self.closed if closing.covers(day)), None)

    def is_working_day(self, day: dt.date) -> bool:
        return self.why_not(day) is None

    def next_working_day(self, day: dt.date) -> dt.date:
        """The first working day after the day."""
        return self.forward(day, 1)

    def on_or_after(self, day: dt.date) -> dt.date:
        """The day itself when it is a working day, else the next one: where a time limit that ends on the day goes."""
        return day if self.is_working_day(day) else self.next_working_day(day)

    def on_or_before(self, day: dt.date) -> dt.date:
        """The day itself when it is a working day, else the one before."""
        return day if self.is_working_day(day) else self.back(day, 1)

    def between(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The working days that lie wholly between the two days, neither of them included."""
        days = (first + n * DAY for n in range(1, (last - first).days))
        return [day for day in days if self.is_working_day(day)]

    def back(self, day: dt.date, count: int, *, whole_days: bool = False) -> dt.date:
        """The `count`-th working day before the day; with `whole_days` the one before it, so that `count` whole ones lie between.

        A count of 0 is the day itself. ValueError for a negative count, and when nothing but closed days follows for a year.
        """
        return self.count_back(day, count, whole_days=whole_days).date

    def forward(self, day: dt.date, count: int, *, whole_days: bool = False) -> dt.date:
        """The `count`-th working day after the day; with `whole_days` the one after it. Errors as in `back`."""
        return self.count_forward(day, count, whole_days=whole_days).date

    def count_back(self, day: dt.date, count: int, *, whole_days: bool = False) -> Explanation:
        """Explains how `back` counts: each day passed, its number or why it does not count."""
        return self._counted(day, count, -DAY, whole_days)

    def count_forward(self, day: dt.date, count: int, *, whole_days: bool = False) -> Explanation:
        """Explains how `forward` counts."""
        return self._counted(day, count, DAY, whole_days)

    def _counted(self, day: dt.date, count: int, step: dt.timedelta, whole_days: bool) -> Explanation:
        if count < 0:
            raise ValueError(f"cannot count {count} working days")
        target = count + 1 if whole_days else count
        steps: list[CountedDay] = []
        at, number, closed = day, 0, 0
        while number < target:
            at += step
            reason = self.why_not(at)
            number, closed = (number, closed + 1) if reason else (number + 1, 0)
            if closed > LONGEST_CLOSING:
                raise ValueError(f"no working day within a year of {day}")
            steps.append(CountedDay(at, None if reason else number, reason))
        return Explanation(day, tuple(steps))
