"""The steps of a reminder policy, as values: each says on which day somebody is reminded of a deadline. Pure.

A step is written as text, in a policy and in a reminder's row: `before-20`, `opens`, `overdue`, `monthly`, `every-5`. One that recurs is written
with its number in a row, `every-5-2`; the numbers count the reminders that come after the last day, of which `overdue` is the first.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from heapq import merge
from itertools import count, groupby

from danish.periods.spans import add_months
from danish.working_days import Calendar

MOST_DAYS = 250  # about a year of working days
_TEXT = re.compile(r"(?:(before)-(\d{1,3})|(opens|overdue)|(monthly)(?:-(\d{1,5}))?|(every)-(\d{1,3})(?:-(\d{1,5}))?)", re.ASCII)


class Moment(StrEnum):
    BEFORE = "before"  # so many working days before the last day; 0 is the last day itself
    OPENS = "opens"  # the day on which the period opens, or the agenda is published
    OVERDUE = "overdue"  # the first working day after the last day
    MONTHLY = "monthly"  # each month after that
    EVERY = "every"  # each time so many working days have passed since the last day


@dataclass(frozen=True, slots=True)
class DeadlineStep:
    """`days` is a number of working days. `number` is that of the reminder after the last day, 0 in a policy and before the last day."""

    moment: Moment
    days: int = 0
    number: int = 0

    def __str__(self) -> str:
        parts = [str(self.moment)]
        if self.moment in (Moment.BEFORE, Moment.EVERY):
            parts.append(str(self.days))
        if self.number and self.moment in (Moment.MONTHLY, Moment.EVERY):
            parts.append(str(self.number))
        return "-".join(parts)

    @property
    def is_after(self) -> bool:
        """Tells whether the step comes after the last day."""
        return self.moment in (Moment.OVERDUE, Moment.MONTHLY, Moment.EVERY)


def parse_step(text: str) -> DeadlineStep:
    """The step written as `text`. Raises ValueError for any other text, for `every-0` and for more than `MOST_DAYS` days."""
    found = _TEXT.fullmatch(text)
    if not found:
        raise ValueError(f"no step: {text!r}")
    before, before_days, once, monthly, month, _every, every_days, number = found.groups()
    if once:
        return DeadlineStep(Moment(once), number=int(once == Moment.OVERDUE))
    if monthly:
        return DeadlineStep(Moment.MONTHLY, number=int(month or 0))
    days = int(before_days or every_days)
    if days > MOST_DAYS or (days == 0 and not before):
        raise ValueError(f"no such number of days: {text!r}")
    return DeadlineStep(Moment.BEFORE, days) if before else DeadlineStep(Moment.EVERY, days, int(number or 0))


def days_before(steps: Collection[DeadlineStep], *, opens: date | None, last: date, calendar: Calendar) -> list[tuple[date, DeadlineStep]]:
    """The working days up to the last day on which the steps remind, in order. Two steps of one day are one: the one that counts fewer days."""
    found: dict[date, DeadlineStep] = {}
    for step in sorted(steps, key=lambda step: (step.moment is Moment.BEFORE, -step.days)):
        if step.moment is Moment.BEFORE:
            found[calendar.on_or_before(calendar.back(last, step.days))] = step
        elif step.moment is Moment.OPENS and opens and opens <= last:
            found[calendar.on_or_before(opens)] = step
    return sorted(found.items(), key=_day_of)


def days_after(steps: Collection[DeadlineStep], *, last: date, calendar: Calendar) -> Iterator[tuple[date, DeadlineStep]]:
    """The working days after the last day on which the steps remind, in order, and without end where one recurs.

    Of two steps of one day the policy's first one counts.
    """
    series = (_series(step, last, calendar) for step in steps if step.is_after)
    for _day, same in groupby(merge(*series, key=_day_of), key=_day_of):
        yield next(same)


def not_before(step: DeadlineStep, told: date, calendar: Calendar) -> date:
    """The first working day on which the step, one after the last day, reminds again of what was told of on the day `told`."""
    if step.moment is Moment.MONTHLY:
        return calendar.on_or_before(add_months(told, 1))
    return calendar.forward(told, step.days or 1)


def _series(step: DeadlineStep, last: date, calendar: Calendar) -> Iterator[tuple[date, DeadlineStep]]:
    first = calendar.next_working_day(last)
    if step.moment is Moment.OVERDUE:
        yield first, step
    elif step.moment is Moment.MONTHLY:
        yield from ((calendar.on_or_before(add_months(first, months)), replace(step, number=months + 1)) for months in count(1))
    else:
        day = last
        for number in count(1):
            day = calendar.forward(day, step.days)
            yield day, replace(step, number=number)


def _day_of(pair: tuple[date, DeadlineStep]) -> date:
    return pair[0]
