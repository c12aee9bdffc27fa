"""When what recurs is due next: "hvert 3. møde", "kvartalsvis", "årligt i april", reckoned from the calendar of the body that asked.

By **meetings** it is the every-th ordinary sitting that is not cancelled after the last delivery, and before the first delivery after
the meeting that asked. It moves with the calendar, and its day is unknown while the calendar holds too few sittings.

By **month, quarter and year** it is a slot of the calendar. The slots are laid from the meeting that asked and never drift: slot 2
follows slot 1 however late 1 was delivered, and none is passed over.

A **time told with it** is the first one's own: "hvert kvartal, første gang i maj" is due in May, and by calendar the next in August. A
time that has room for the one after too ("kvartalsvis i 2025") says when it begins.

docs/promises.md tells the same with examples. Pure: no Django, no clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danish.periods.spans import DAY, Span, add_months, months, week

# From one unit to the next, and how long a slot is, in months: what recurs yearly comes in one month of the year.
_STEP = {"month": 1, "quarter": 3, "year": 12}
_LENGTH = {"month": 1, "quarter": 3, "year": 1}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of the body. Two on one day count as one."""

    date: date
    ordinary: bool = True
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `every` `unit`s; unit `meeting` (the body's own), `month`, `quarter` or `year`."""

    every: int
    unit: str


@dataclass(frozen=True, slots=True)
class Due:
    """First and last day, both included. Both None: not known, since the calendar lacks `meetings_short` ordinary meetings."""

    first: date | None
    last: date | None
    meetings_short: int = 0


def due(rule: Rule, *, asked: date, told: Span | None, ordinal: int, delivered: date | None, sittings: Iterable[Sitting]) -> Due:
    """When the `ordinal`-th (1, 2, …) is due.

    `asked` is the day of the meeting that asked, `told` the days that were told with the recurrence, `delivered` the day the one before
    was delivered or let go, None for the first. `sittings` are the body's, in any order; only a rule by meetings looks at them.
    """
    if rule.unit != "meeting":
        return _slot(rule, asked, told, ordinal)
    if told is None or ordinal > 1:
        return _meeting(rule.every, delivered or asked, sittings)
    within = [sitting for sitting in sittings if told[0] <= sitting.date <= told[1]]
    counted = _meeting(rule.every, asked, within)
    return Due(*told) if counted.meetings_short else counted


def next_meeting(after: date, sittings: Iterable[Sitting]) -> Due:
    """The first ordinary sitting after the day that is not cancelled."""
    return _meeting(1, after, sittings)


def _meeting(number: int, after: date, sittings: Iterable[Sitting]) -> Due:
    days = sorted({sitting.date for sitting in sittings if sitting.ordinary and not sitting.cancelled and sitting.date > after})
    if len(days) < number:
        return Due(None, None, number - len(days))
    return Due(days[number - 1], days[number - 1])


def _slot(rule: Rule, asked: date, told: Span | None, ordinal: int) -> Due:
    """The slot of that number. One past the end of the calendar, in the year 9999, has no days."""
    step, length = rule.every * _STEP[rule.unit], _LENGTH[rule.unit]
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
        return week(number, year + ahead // 12) or week(52, year + ahead // 12)
    ends_month = first < last and (last + DAY).day == 1
    return add_months(first, ahead), months(last.year, last.month + ahead)[1] if ends_month else add_months(last, ahead)
