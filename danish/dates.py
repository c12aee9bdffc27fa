"""Exact dates, times of day and weekdays as Danish minutes print them.

Read: `06-06-2018`, `06.03.2025`, `16.02.21`, `1/1-2022`, `2018-06-06`, `d. 3. september 2018`, `den 3 sept. 2018`,
`kl. 15:30`, `kl. 9`, `16.05 - 16.20`. Vague periods ("medio juni") are not dates and are not read here.
A year of two digits lies in 1970–2069. Days are `datetime.date`, times naive `datetime.time`.
"""

import datetime as dt
import re
from dataclasses import dataclass

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in list(_MONTH_NUMBER.items())} | {"sept": 9}
_MONTH_WORD = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))

# A digit group before or after would make it part of a case number or an amount: 27.15.00-A08-1-18, 1.043.224.
DATE_PATTERN = (
    r"(?:"
    r"(?<![\w.\-/])(?P<year_first>(?:19|20)\d\d)-(?P<m1>[01]?\d)-(?P<d1>[0-3]?\d)(?![\d-])"
    r"|(?<![\w.\-/])(?P<d2>[0-3]?\d)(?P<sep>[.\-/])\s?(?P<m2>[01]?\d)"
    r"(?:(?P=sep)\s?(?P<y2>(?:19|20)\d\d|\d\d)|(?<=/\d)[\- ](?P<y4>\d\d)|(?<=/\d\d)[\- ](?P<y5>\d\d)|[\-/ ](?P<y6>(?:19|20)\d\d))"
    r"(?![\d\-/]|\.\d|,\d)"
    rf"|(?<![\w\-/])(?<!\d\.)(?P<d3>[0-3]?\d)\.?[\s-]{{0,3}}(?P<month>{_MONTH_WORD})\b\.?,?[\s-]{{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d)"
    r")"
)
_DATE = re.compile(rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})\s*,?\s*(?:d\.|den|d)?\s*)?{DATE_PATTERN}", re.IGNORECASE)
_DAY = re.compile(r"dag\b|DAG\b")  # a fixed beginning lets the search skip; every weekday ends so
_TIME = re.compile(
    r"(?:\bkl(?:\.|okken)?\s*|(?<![\w.,:/]))(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d|[.:/]\d)", re.IGNORECASE
)
_CLOCK = re.compile(r"\bkl(?:\.|okken)?\s*(?P<hour>[01]?\d|2[0-4])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?(?!\d)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:\bkl(?:\.|okken)?\s*)?(?<![\d.,])(?P<h1>[01]?\d|2[0-4])(?:[.:](?P<m1>[0-5]\d))?"
    r"\s*(?:-|–|—|\btil\b)\s*(?:kl\.?\s*)?(?P<h2>[01]?\d|2[0-4])(?P<slip>[.:\-])(?P<m2>[0-5]\d)(?![\d]|[.:\-]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands (`text[start:end]`), and the weekday printed before it (0 is Monday), if any."""

    date: dt.date
    start: int
    end: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From and to, as printed; `mistyped` when a hyphen stands for the dot: 17.10-17-20."""

    start: dt.time
    end: dt.time
    mistyped: bool
    position: int
    stop: int


def find_dates(text: str) -> list[FoundDate]:
    """Every exact date in the text, in order. What looks like a date but is none (31-02-2018) is left out."""
    found = []
    for match in _DATE.finditer(text):
        date = _date_of(match)
        if date is not None:
            weekday = match["weekday"]
            found.append(FoundDate(date, match.start(), match.end(), WEEKDAYS.index(weekday.lower()) if weekday else None))
    return found


def find_weekday_dates(text: str) -> list[FoundDate]:
    """Only the dates with a weekday before them; much quicker over long texts than `find_dates`."""
    found = []
    for day in _DAY.finditer(text):
        start = day.start()
        while start and text[start - 1].isalpha():
            start -= 1
        match = _DATE.match(text, start) if text[start : day.end()].lower() in WEEKDAYS else None
        date = _date_of(match) if match and match["weekday"] else None
        if match and date is not None:
            found.append(FoundDate(date, match.start(), match.end(), WEEKDAYS.index(match["weekday"].lower())))
    return found


def find_date(text: str) -> dt.date | None:
    """The first exact date in the text."""
    return next((found.date for found in find_dates(text)), None)


def find_times(text: str) -> list[dt.time]:
    """The times of day in the text, in order: `kl. 15:30`, `15.30`, `kl. 9`. A bare number is no time."""
    dates = [(found.start, found.end) for found in find_dates(text)]
    found = {match.start("hour"): match for pattern in (_TIME, _CLOCK) for match in pattern.finditer(text)}
    times = ((at, _time(match["hour"], match["minute"])) for at, match in sorted(found.items()) if not any(a <= at < b for a, b in dates))
    return [time for _, time in times if time is not None]


def find_time_range(text: str) -> TimeRange | None:
    """The first span of two times: `16.05 - 16.20`, `kl. 15-18.30`, and the slip `17.10-17-20`."""
    for match in _RANGE.finditer(text):
        start, end = _time(match["h1"], match["m1"]), _time(match["h2"], match["m2"])
        mistyped = match["slip"] == "-"
        if start is None or end is None or (mistyped and match["m1"] is None):
            continue
        return TimeRange(start, end, mistyped, match.start(), match.end())
    return None


def weekday_name(date: dt.date) -> str:
    """The Danish name of the date's weekday, in lower case as Danish has it."""
    return WEEKDAYS[date.weekday()]


def _date_of(match: re.Match[str]) -> dt.date | None:
    if match["year_first"]:
        day, month, year = match["d1"], int(match["m1"]), int(match["year_first"])
    elif match["month"]:
        day, month, year = match["d3"], _MONTH_NUMBER[match["month"].lower()], int(match["y3"])
    else:
        day, month, year = match["d2"], int(match["m2"]), int(match["y2"] or match["y4"] or match["y5"] or match["y6"])
        if year < 100:
            year += 2000 if year < 70 else 1900
    try:
        return dt.date(year, month, int(day))
    except ValueError:
        return None


def _time(hour: str, minute: str | None) -> dt.time | None:
    try:
        return dt.time(int(hour) % 24, int(minute or 0))
    except ValueError:
        return None
