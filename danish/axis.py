"""An axis of days for a picture: where a day lies, and which months there are. From left to right or round a circle, the units are the caller's."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from danish.dates import MONTHS


@dataclass(frozen=True, slots=True)
class AxisMonth:
    """A month as much as it is shown, from its `first` day shown; it lies from `start` to `end`. `name` is in Danish."""

    first: dt.date
    start: float
    end: float
    name: str

    @property
    def width(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class DateAxis:
    """The days from `first` to `last`, both shown, over `length` units: so many pixels, or 360 degrees."""

    first: dt.date
    last: dt.date
    length: float

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"no days from {self.first} to {self.last}")

    def shows(self, day: dt.date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def start(self, day: dt.date) -> float:
        """Gives the point at which the day begins; a day outside lies at the nearer end."""
        return self._at((day - self.first).days)

    def middle(self, day: dt.date) -> float:
        return self._at((day - self.first).days + 0.5)

    def end(self, day: dt.date) -> float:
        return self._at((day - self.first).days + 1)

    def months(self) -> Iterator[AxisMonth]:
        first = self.first
        while True:
            ends = first.replace(day=monthrange(first.year, first.month)[1])
            yield AxisMonth(first, self.start(first), self.end(ends), MONTHS[first.month - 1])
            if ends >= self.last:
                return
            first = ends + dt.timedelta(days=1)

    def _at(self, days: float) -> float:
        shown = (self.last - self.first).days + 1
        return min(max(days / shown, 0), 1) * self.length


def figure(value: float) -> str:
    """A number of a picture as text with at most two decimals and a point, whatever the language: `12.5`, `-3.14`, `0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
