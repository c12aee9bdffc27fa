"""Advice on a day somebody thinks of for a meeting. Pure."""

from dataclasses import dataclass
from datetime import date

from danish.dates import WEEKDAYS
from danish.working_days import DAY, Calendar


@dataclass(frozen=True, slots=True)
class Advice:
    """The agenda goes out by `dispatch`. `holiday` is what else than its weekday makes the day no working day: `2. juledag`."""

    day: date
    dispatch: date
    is_working_day: bool
    holiday: str
    is_past: bool
    dispatch_is_past: bool

    @property
    def warns(self) -> bool:
        return not self.is_working_day or self.dispatch_is_past


def advise(day: date, *, today: date, dispatch_days: int, calendar: Calendar) -> Advice:
    """The agenda is sent out `dispatch_days` working days before `day`, counted by `calendar`."""
    dispatch, why_not = calendar.back(day, dispatch_days), calendar.why_not(day)
    return Advice(
        day,
        dispatch,
        is_working_day=why_not is None,
        holiday=why_not if why_not and why_not not in WEEKDAYS else "",
        is_past=day < today,
        dispatch_is_past=dispatch < today,
    )


def working_days_left(day: date, *, today: date, calendar: Calendar) -> int:
    """The working days after `today` up to `day`, that one included: 0 when it is today, less than 0 when it has passed."""
    first, last = min(day, today), max(day, today)
    count = len(calendar.between(first, last + DAY)) if first != last else 0
    return count if day >= today else -count
