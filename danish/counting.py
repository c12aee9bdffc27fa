"""A count of working days, day by day, and in plain Danish."""

import datetime as dt
from dataclasses import dataclass

from danish.dates import MONTHS, weekday_name


@dataclass(frozen=True, slots=True)
class Step:
    """A day passed in counting: the how manieth working day it is, or why it is none ("grundlovsdag")."""

    day: dt.date
    number: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """`count` working days counted from `start`, which does not count itself; `steps` are the days passed, in the order of counting."""

    start: dt.date
    steps: tuple[Step, ...]
    count: int
    whole_days: bool
    forward: bool

    @property
    def date(self) -> dt.date:
        """Where the count ends: the last step's day; the start itself for a count of 0."""
        return self.steps[-1].day if self.steps else self.start

    @property
    def counted(self) -> tuple[dt.date, ...]:
        return tuple(step.day for step in self.steps if step.number is not None)

    @property
    def skipped(self) -> tuple[tuple[dt.date, str], ...]:
        """The days that did not count, each with its reason."""
        return tuple((step.day, step.reason) for step in self.steps if step.reason is not None)

    def in_words(self) -> str:
        """The count in a few Danish sentences, for the reader who wants to check it."""
        said = [f"Talt {'frem' if self.forward else 'tilbage'} fra {self._named(self.start, year=True)}, der ikke selv tæller med."]
        if self.whole_days:
            said.append(f"Der skal ligge {self.count} {'hel hverdag' if self.count == 1 else 'hele hverdage'} imellem.")
        said += [f"{number}. hverdag er {self._named(day)}." for number, day in enumerate(self.counted, 1)]
        if self.skipped:
            said.append(f"Sprunget over: {'; '.join(map(self._skipped, self.skipped))}.")
        return " ".join([*said, f"Det giver {self._named(self.date, year=True)}."])

    def _skipped(self, day_and_reason: tuple[dt.date, str]) -> str:
        day, reason = day_and_reason
        return self._named(day) if reason == weekday_name(day) else f"{self._named(day)} ({reason})"

    def _named(self, day: dt.date, *, year: bool = False) -> str:
        shown = f" {day.year}" if year or day.year != self.start.year else ""
        return f"{weekday_name(day)} den {day.day}. {MONTHS[day.month - 1]}{shown}"
