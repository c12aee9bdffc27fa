"""The days a chart shows, laid from left to right: where a day lies, which months there are, and which days to show. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from danish.dates import MONTHS

DAY = dt.timedelta(days=1)
# How far a chart reaches from today (or, when all is past, from its last day), and at least.
MOST_MONTHS_BACK, MOST_MONTHS_AHEAD = 6, 12
LEAST_MONTHS_BACK, LEAST_MONTHS_AHEAD = 1, 3
LETTER = 0.6  # how wide a letter is for its height, on the wide side
YEAR = 4.5 * LETTER


@dataclass(frozen=True, slots=True)
class AxisMonth:
    """A month of the axis, as much of it as is shown: `name` as long as it fits, `year` where one begins."""

    start: float
    width: float
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from `first` to `last`, both shown, over `width` units."""

    first: dt.date
    last: dt.date
    width: float

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"no days from {self.first} to {self.last}")

    def shows(self, day: dt.date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def start(self, day: dt.date) -> float:
        """Where the day begins; a day outside lies at the nearer end."""
        return self._at((day - self.first).days)

    def middle(self, day: dt.date) -> float:
        return self._at((day - self.first).days + 0.5)

    def end(self, day: dt.date) -> float:
        return self._at((day - self.first).days + 1)

    def _at(self, days: float) -> float:
        shown = (self.last - self.first).days + 1
        return min(max(days / shown, 0), 1) * self.width

    def months(self, letter: float) -> list[AxisMonth]:
        """The months in order; `letter` is how high the letters of their names are."""
        begins = [self.first, *_firsts_of_months(self.first + DAY, self.last)]
        ends = [begin - DAY for begin in begins[1:]] + [self.last]
        new_years = [begin for begin in begins if begin.month == 1] + [self.last + DAY]
        found = []
        for begin, end in zip(begins, ends, strict=True):
            width = self.end(end) - self.start(begin)
            room = self.start(next(year for year in new_years if year > begin)) - self.start(begin)
            tells_year = (begin == self.first or begin.month == 1) and room >= YEAR * letter
            found.append(AxisMonth(self.start(begin), width, _fitting(begin, width / letter), str(begin.year) if tells_year else ""))
        return found


def visible_period(ends: Iterable[tuple[dt.date | None, dt.date | None]], *, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days to show so that what runs is seen, in whole months. `ends` are the first and the last day of each, as far as they are known.

    What runs or is to come is shown with today in the chart; when everything is past, its latest part is.
    """
    rows = list(ends)
    running = [row for row in rows if row[1] is None or row[1] >= today]
    days = [day for row in running or rows for day in row if day]
    if running or not days:
        first = max(min([*days, _months_on(today, -LEAST_MONTHS_BACK)]), _months_on(today, -MOST_MONTHS_BACK))
        last = min(max([*days, _months_on(today, LEAST_MONTHS_AHEAD)]), _months_on(today, MOST_MONTHS_AHEAD))
    else:
        last = max(days)
        first = max(min(days), _months_on(last, -MOST_MONTHS_BACK))
    return first.replace(day=1), _months_on(last, 1) - DAY


def _months_on(day: dt.date, count: int) -> dt.date:
    """The first of the month so many months on."""
    months = day.year * 12 + day.month - 1 + count
    return dt.date(months // 12, months % 12 + 1, 1)


def _firsts_of_months(first: dt.date, last: dt.date) -> list[dt.date]:
    found, at = [], first if first.day == 1 else _months_on(first, 1)
    while at <= last:
        found.append(at)
        at = _months_on(at, 1)
    return found


def _fitting(day: dt.date, room: float) -> str:
    """The month's name as long as `room` (in letters' heights) has place for it, with half a letter to spare."""
    name = MONTHS[day.month - 1]
    return next((text for text in (name, name[:3], name[:1]) if (len(text) + 0.5) * LETTER < room), "")
