"""Stretches of days and recurrences as Danish says them on a page."""

import datetime as dt
from calendar import monthrange

from danish.dates import MONTHS

_NEUTER = {"meeting": "møde", "quarter": "kvartal", "year": "år"}
_COMMON = {"month": "måned"}
# "Hver 6. måned" reads as six months from now; it comes twice a year.
_MONTHS_APART = {4: "tre gange om året", 6: "to gange om året"}


def day_in_words(day: dt.date) -> str:
    """`3. september 2018`."""
    return f"{day_of_year_in_words(day)} {day.year}"


def day_of_year_in_words(day: dt.date) -> str:
    """`3. september`, where the year is understood."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def month_abbreviated(day: dt.date) -> str:
    """`sep.`, and `maj` whole, as Retskrivningsordbogen abbreviates."""
    name = MONTHS[day.month - 1]
    return name if len(name) <= 4 else f"{name[:3]}."


def days_in_words(first: dt.date | None, last: dt.date | None) -> str:
    """From first to last day, both included: `3. april 2025`, `1.–30. september 2018`, `1. oktober – 31. december 2025`.

    With the first day alone `fra 3. april 2025`, with the last alone `senest 3. april 2025`, with neither nothing.
    """
    if first is None or last is None:
        return f"fra {day_in_words(first)}" if first else f"senest {day_in_words(last)}" if last else ""
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{day_in_words(last)}"
    beginning = day_in_words(first) if first.year != last.year else day_of_year_in_words(first)
    return f"{beginning} – {day_in_words(last)}"


def days_of_year_in_words(first: dt.date, last: dt.date, year: int) -> str:
    """The same where the year is understood: `3. april`, `1.–14. september`, and `september`, `3. kvartal`, `hele året` when it is one.

    Days that reach outside the year are told with their years.
    """
    if not first.year == last.year == year:
        return days_in_words(first, last)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    length = last.month - first.month + 1
    if whole_months and length == 12:
        return "hele året"
    if whole_months and length == 3 and first.month % 3 == 1:
        return f"{last.month // 3}. kvartal"
    if whole_months and length == 1:
        return MONTHS[first.month - 1]
    return days_in_words(first, last).removesuffix(f" {year}")


def time_in_words(first: dt.date, last: dt.date) -> str:
    """The same in a sentence, with the year: `d. 12. juni 2027`, `i maj 2027`, `i 2. kvartal 2027`, `1.–14. september 2018`."""
    if first == last:
        return f"d. {day_in_words(first)}"
    if first.year != last.year:
        return days_in_words(first, last)
    told = f"{days_of_year_in_words(first, last, first.year)} {first.year}"
    return f"i {told}" if told.split()[0] in MONTHS or "kvartal" in told else told


def recurrence_in_words(every: int, unit: str) -> str:
    """`hvert møde`, `hvert 3. møde`, `hver måned`, `hver 2. måned`, `to gange om året`; `unit` is meeting, month, quarter or year."""
    if unit == "month" and every in _MONTHS_APART:
        return _MONTHS_APART[every]
    word = "hver" if unit in _COMMON else "hvert"
    name = (_COMMON | _NEUTER)[unit]
    return f"{word} {name}" if every == 1 else f"{word} {every}. {name}"
