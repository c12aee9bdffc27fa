"""A period in plain Danish: what `parse_period` reads back as the same days, precision and direction."""

import datetime as dt
from collections.abc import Callable

from danish.dates import MONTHS
from danish.formatting import day_in_words
from danish.periods.spans import SEASON_STARTS
from danish.periods.values import Direction, Period, Precision

_WITHOUT_DAY = {
    "next meeting": "næste møde",
    "some meeting": "et kommende møde",
    "continuously": "løbende",
    "in the long run": "på sigt",
}
_FIRST_DAYS = {1: "primo", 11: "medio", 16: "anden halvdel af", 21: "ultimo"}
_LAST_DAYS = {10: "primo", 15: "første halvdel af", 20: "medio"}
_FIRST_MONTHS = {1: "primo", 5: "medio", 9: "ultimo", 10: "slutningen af"}
_LAST_MONTHS = {4: "primo", 8: "medio", 12: "ultimo"}
# Precisions of which the day itself is said, so that "i" cannot stand before it.
_SAID_AT = {Precision.DAY: "", Precision.MEETING: "på "}


def format_period(period: Period) -> str:
    """The period in words: "medio juni 2018", "senest den 1. oktober 2018", "fra foråret 2025", "uge 9-10 i 2021", "snarest muligt"."""
    precision, first, last = period.precision, period.first, period.last
    if last is not None and (period.direction is Direction.BY or first is None):
        return f"senest {'' if precision is Precision.DAY else 'på ' if precision is Precision.MEETING else 'i '}{_ending(precision, last)}"
    if first is None:
        return _without_day(period)
    if period.direction is Direction.FROM or last is None:
        return f"fra {_beginning(precision, first)}"
    beginning, ending = _beginning(precision, first), _ending(precision, last)
    if precision in (Precision.PART_OF_MONTH, Precision.PART_OF_YEAR):
        return _part(precision, first, last) or f"fra {beginning} til {ending}"
    if beginning != ending:
        return _RANGES.get(precision, _from_to)(first, last) or f"fra {beginning} til {ending}"
    return _SAID_AT.get(precision, "i ") + beginning


def _without_day(period: Period) -> str:
    words = _WITHOUT_DAY.get(period.rule, "et kommende møde" if period.precision is Precision.MEETING else "snarest muligt")
    lead = {Direction.BY: "inden ", Direction.FROM: "efter "}.get(period.direction)
    return (lead or ("på " if period.precision is Precision.MEETING else "")) + words


def _day(day: dt.date) -> str:
    return f"den {day_in_words(day)}"


def _month(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"uge {week} i {year}"


def _quarter(day: dt.date) -> str:
    return f"{(day.month + 2) // 3}. kvartal {day.year}"


def _half_year(day: dt.date) -> str:
    return f"{(day.month + 5) // 6}. halvår {day.year}"


def _season(day: dt.date) -> str:
    name = next(name for name, start in SEASON_STARTS.items() if (day.month - start) % 12 < 3)
    if name != "vinter":
        return f"{name}{'en' if name == 'sommer' else 'et'} {day.year}"
    begins = day.year if day.month == 12 else day.year - 1
    return f"vinteren {begins}/{(begins + 1) % 100:02d}"


def _school_year(begins: int) -> str:
    return f"skoleåret {begins}/{(begins + 1) % 100:02d}"


_UNITS: dict[Precision, Callable[[dt.date], str]] = {
    Precision.DAY: _day,
    Precision.MEETING: lambda day: f"mødet {_day(day)}",
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.QUARTER: _quarter,
    Precision.HALF_YEAR: _half_year,
    Precision.SEASON: _season,
}


def _beginning(precision: Precision, first: dt.date) -> str:
    """Gives the words for the time of that precision that begins on the day."""
    if precision is Precision.PART_OF_MONTH:
        return f"{_FIRST_DAYS.get(first.day, 'primo')} {_month(first)}"
    if precision is Precision.PART_OF_YEAR:
        return f"{_FIRST_MONTHS.get(first.month, 'primo')} {first.year}"
    if precision is Precision.YEAR:
        return _school_year(first.year) if first.month == 8 else str(first.year)
    return _UNITS.get(precision, _day)(first)


def _ending(precision: Precision, last: dt.date) -> str:
    """Gives the words for the time of that precision that ends on the day."""
    if precision is Precision.PART_OF_MONTH:
        return f"{_LAST_DAYS.get(last.day, 'ultimo')} {_month(last)}"
    if precision is Precision.PART_OF_YEAR:
        return f"{_LAST_MONTHS.get(last.month, 'ultimo')} {last.year}"
    if precision is Precision.YEAR:
        return _school_year(last.year - 1) if last.month == 7 else str(last.year)
    return _UNITS.get(precision, _day)(last)


def _part(precision: Precision, first: dt.date, last: dt.date) -> str | None:
    """The part of one month or year; None for a range of parts."""
    if precision is Precision.PART_OF_MONTH and (first.year, first.month) == (last.year, last.month):
        return _ending(precision, last) if last.day in _LAST_DAYS else _beginning(precision, first)
    if precision is Precision.PART_OF_YEAR and first.year == last.year and last.month - first.month < 4:
        words = _beginning(precision, first)
        return f"i {words}" if words.startswith("slutningen") else words
    return None


def _from_to(first: dt.date, last: dt.date) -> str | None:
    return None


def _days(first: dt.date, last: dt.date) -> str | None:
    if first.year != last.year:
        return None
    return f"{first.day}.{'' if first.month == last.month else ' ' + MONTHS[first.month - 1]}-{_day(last).removeprefix('den ')}"


def _months(first: dt.date, last: dt.date) -> str | None:
    return f"{MONTHS[first.month - 1]}-{_month(last)}" if first.year == last.year else None


def _weeks(first: dt.date, last: dt.date) -> str | None:
    (year, week, _), (last_year, _, _) = first.isocalendar(), last.isocalendar()
    return f"uge {week}-{_week(last).removeprefix('uge ')}" if year == last_year else None


def _years(first: dt.date, last: dt.date) -> str | None:
    return f"{first.year}-{last.year}" if (first.month, last.month) == (1, 12) and last.year - first.year <= 30 else None


_RANGES = {Precision.DAY: _days, Precision.MONTH: _months, Precision.WEEK: _weeks, Precision.YEAR: _years}
