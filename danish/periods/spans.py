"""First and last day of months, quarters, seasons, weeks and feasts: plain calendar arithmetic, both days inclusive."""

import datetime as dt
from collections.abc import Callable

from dateutil.easter import easter

Span = tuple[dt.date, dt.date]

DAY = dt.timedelta(days=1)


def months(year: int, first: int, count: int = 1) -> Span:
    """`count` whole months from month `first` of `year`; months past December run into the next year, those before January back."""
    return month_start(year, first), month_start(year, first + count) - DAY


def month_start(year: int, month: int) -> dt.date:
    """The first of the month, months counted on past December and back before January."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day `count` months on, or that month's last day when it has no such day (31 January + 1 month)."""
    start, end = months(day.year, day.month + count)
    return min(start + (day.day - 1) * DAY, end)


def year(number: int) -> Span:
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def quarter(number: int, of_year: int) -> Span:
    return months(of_year, 3 * number - 2, 3)


def half_year(number: int, of_year: int) -> Span:
    return months(of_year, 6 * number - 5, 6)


def school_year(begins: int) -> Span:
    """From 1 August to 31 July (folkeskoleloven § 14 a, stk. 1)."""
    return dt.date(begins, 8, 1), dt.date(begins + 1, 7, 31)


def week(number: int, iso_year: int) -> Span | None:
    """Monday to Sunday of the ISO week (DS/ISO 8601, as Danish calendars have it); None for a week 53 the year has not."""
    try:
        monday = dt.date.fromisocalendar(iso_year, number, 1)
    except ValueError:
        return None
    return monday, monday + 6 * DAY


def week_of(day: dt.date) -> Span:
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


SEASON_STARTS = {"vinter": 0, "forår": 3, "sommer": 6, "efterår": 9}


def season(name: str, of_year: int) -> Span:
    """Three months, the winter that of January and February of the year (as the Danish meteorological institute counts)."""
    return months(of_year, SEASON_STARTS[name], 3)


def summer_holiday(of_year: int) -> Span:
    """From the last Saturday of June (folkeskoleloven § 14 a, stk. 2) to 31 July, the day before the school year begins."""
    june_end = dt.date(of_year, 6, 30)
    return june_end - ((june_end.weekday() - 5) % 7) * DAY, dt.date(of_year, 7, 31)


def autumn_holiday(of_year: int) -> Span:
    """Week 42 with the weekend before it: by custom the same all over the country."""
    monday, sunday = week_of(dt.date.fromisocalendar(of_year, 42, 1))
    return monday - 2 * DAY, sunday


def easter_days(of_year: int) -> Span:
    """Maundy Thursday to Easter Monday."""
    return easter(of_year) - 3 * DAY, easter(of_year) + DAY


def whitsun(of_year: int) -> Span:
    return easter(of_year) + 49 * DAY, easter(of_year) + 50 * DAY


FEASTS: dict[str, Callable[[int], Span]] = {
    "sommerferien": summer_holiday,
    "efterårsferien": autumn_holiday,
    "påske": easter_days,
    "påsken": easter_days,
    "pinse": whitsun,
    "pinsen": whitsun,
    "jul": lambda number: (dt.date(number, 12, 24), dt.date(number, 12, 26)),
    "julen": lambda number: (dt.date(number, 12, 24), dt.date(number, 12, 26)),
}
