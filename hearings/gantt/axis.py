"""The days a chart shows, and its months' names as far as there is room for them. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from danish.axis import AxisMonth, DateAxis
from danish.periods.spans import month_start, months

# How far a chart reaches from today (or, when all is past, from its last day), and at least.
MOST_MONTHS_BACK, MOST_MONTHS_AHEAD = 6, 12
LEAST_MONTHS_BACK, LEAST_MONTHS_AHEAD = 1, 3
LETTER = 0.6  # how wide a letter is for its height, on the wide side
YEAR = 4.5 * LETTER


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month of the axis: `name` as long as it fits, `year` where one begins."""

    month: AxisMonth
    name: str
    year: str


def named_months(axis: DateAxis, letter: float) -> list[NamedMonth]:
    """The months in order; `letter` is how high the letters of their names are."""
    shown = list(axis.months())
    found = []
    for index, month in enumerate(shown):
        tells_year = (index == 0 or month.first.month == 1) and _room_for_year(shown[index:]) >= YEAR * letter
        found.append(NamedMonth(month, _fitting(month.name, month.width / letter), str(month.first.year) if tells_year else ""))
    return found


def visible_period(ends: Iterable[tuple[dt.date | None, dt.date | None]], *, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days to show so that what runs is seen, in whole months. `ends` are the first and the last day of each, as far as they are known.

    What runs or is to come is shown with today in the chart; when everything is past, its latest part is.
    """
    rows = list(ends)
    running = [row for row in rows if row[1] is None or row[1] >= today]
    days = [day for row in running or rows for day in row if day]
    if running or not days:
        first = max(min([*days, _first_of_month(today, -LEAST_MONTHS_BACK)]), _first_of_month(today, -MOST_MONTHS_BACK))
        last = min(max([*days, _first_of_month(today, LEAST_MONTHS_AHEAD)]), _first_of_month(today, MOST_MONTHS_AHEAD))
    else:
        last = max(days)
        first = max(min(days), _first_of_month(last, -MOST_MONTHS_BACK))
    return first.replace(day=1), months(last.year, last.month)[1]


def _first_of_month(day: dt.date, count: int) -> dt.date:
    """The first of the month so many months on."""
    return month_start(day.year, day.month + count)


def _room_for_year(shown: list[AxisMonth]) -> float:
    """The room from the first of these months to the next January, or to the end."""
    following = next((month.start for month in shown[1:] if month.first.month == 1), shown[-1].end)
    return following - shown[0].start


def _fitting(name: str, room: float) -> str:
    """The month's name as long as `room` (in letters' heights) has place for it, with half a letter to spare."""
    return next((text for text in (name, name[:3], name[:1]) if (len(text) + 0.5) * LETTER < room), "")
