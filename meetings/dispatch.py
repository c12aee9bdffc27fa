"""What is to be said of a day somebody thinks of for a meeting. Pure."""

from dataclasses import dataclass
from datetime import date

from danish.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Advice:
    """The agenda goes out by `dispatch`. `why_not` is what makes the day no working day: `søndag`, `2. juledag`."""

    day: date
    dispatch: date
    why_not: str | None
    is_past: bool
    dispatch_is_past: bool

    @property
    def warns(self) -> bool:
        return bool(self.why_not) or self.dispatch_is_past


def advise(day: date, *, today: date, dispatch_days: int, calendar: Calendar) -> Advice:
    """The agenda is sent out `dispatch_days` working days before `day`, counted by `calendar`."""
    dispatch = calendar.back(day, dispatch_days)
    return Advice(day, dispatch, calendar.why_not(day), is_past=day < today, dispatch_is_past=dispatch < today)
