"""Counting by meetings and by the calendar: "hvert 3. møde", "kvartalsvis", "årligt i april" (`followups.due_rules`).

By **meetings** it is the every-th ordinary meeting that is not cancelled after the last delivery, and before the first delivery after
the meeting that asked. It moves with the calendar. Its day is unknown while the calendar holds too few meetings, or has a hole: where
nothing is known of the body for longer than a body plausibly goes without meeting, there were meetings that the calendar lacks.

By **month, quarter and year** it is a slot of the calendar. The slots are laid from the meeting that asked and never drift: slot 2
follows slot 1 however late 1 was delivered, and none is passed over.

A **time told with it** is the first one's own: "hvert kvartal, første gang i maj" is due in May, and by calendar the next in August; "i
slutningen af 2025 og derefter årligt" at the end of 2025, and the next at the end of 2026. A time that has room for the one after too
("kvartalsvis i 2025") says when it begins.

Pure: no Django, no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from danish.periods.spans import DAY, Span, add_months, months, week

# From one unit to the next, and how long a slot is, in months: what recurs yearly comes in one month of the year.
_STEP = {"month": 1, "quarter": 3, "year": 12}
_LENGTH = {"month": 1, "quarter": 3, "year": 1}
# Bodies meet at least twice a year. A longer time without any meeting, held or cancelled, is a hole in the calendar.
LONGEST_WITHOUT_MEETING = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting of the body. Two on one day count as one."""

    date: date
    ordinary: bool = True
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """First and last day, both included. Both None: not known, where the calendar lacks `meetings_short` ordinary meetings."""

    first: date | None
    last: date | None
    meetings_short: int = 0


def nth_meeting(number: int, after: date, meetings: Iterable[MeetingDay], *, within: Span | None = None) -> Due:
    """Returns the day of the `number`-th ordinary meeting after the day `after` that is not cancelled; with `within` of those on these days."""
    known_until, counted = max(after, within[0] - DAY) if within else after, 0
    for day, together in groupby(sorted(meetings, key=_date_of), key=_date_of):
        if day <= known_until or (within and day > within[1]):
            continue
        if day - known_until > LONGEST_WITHOUT_MEETING:
            break
        known_until = day
        counted += any(meeting.ordinary and not meeting.cancelled for meeting in together)
        if counted == number:
            return Due(day, day)
    return Due(None, None, number - counted)


def _date_of(meeting: MeetingDay) -> date:
    return meeting.date


def days_of_slot(every: int, unit: str, asked: date, told: Span | None, ordinal: int) -> Due:
    """Returns the days of the slot of that number. One past the end of the calendar, in the year 9999, has none.

    `asked` is the day of the meeting that asked, `told` the days that were told with the recurrence; `unit` is month, quarter or year.
    """
    step, length = every * _STEP[unit], _LENGTH[unit]
    try:
        if told and told[1] < add_months(told[0], step):
            return Due(*_moved(told, (ordinal - 1) * step))
        begins = _around(asked, length, step)[0]
        if told:
            begins = max(begins, _around(told[0], length)[0])
        return Due(*_around(begins, length, (ordinal - 1) * step))
    except (ValueError, OverflowError):
        return Due(None, None)


def _around(day: date, length: int, ahead: int = 0) -> Span:
    """The month (length 1) or quarter (3) that the day lies in, or the one `ahead` months later."""
    return months(day.year, (day.month - 1) // length * length + 1 + ahead, length)


def _moved(told: Span, ahead: int) -> Span:
    """The same days `ahead` months later. What ends with a month still does, and a week stays that week of its year."""
    first, last = told
    year, number, weekday = first.isocalendar()
    if weekday == 1 and last - first == 6 * DAY and ahead % 12 == 0:
        same_week = week(number, year + ahead // 12) or week(52, year + ahead // 12)
        if same_week:
            return same_week
    ends_month = first < last and (last + DAY).day == 1
    return add_months(first, ahead), months(last.year, last.month + ahead)[1] if ends_month else add_months(last, ahead)
