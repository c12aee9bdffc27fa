"""The days on which a body is to meet, by a rule or as a year before. Pure: no Django, no clock."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(weeks=1)
LAST = 5  # the place of the last one of a month, whether it is the fourth or the fifth


class Pattern(StrEnum):
    """The kind of a rule: the third Wednesday of each month, every third week, or as the year before."""

    MONTHLY = "maaned"
    WEEKLY = "uger"
    AS_BEFORE = "sidste-aar"


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """`every` counts months or weeks. `weekday` is 0 for Monday; `place` of a monthly rule is 1 to 4, or `LAST`."""

    pattern: Pattern
    weekday: int
    place: int = 1
    every: int = 1


def days_of(rule: MeetingRule, first: date, last: date) -> Iterator[date]:
    """Yields the days of a monthly or weekly rule from `first` to `last`, both included. Months and weeks are counted from that of `first`."""
    if rule.pattern == Pattern.WEEKLY:
        day = first + timedelta(days=(rule.weekday - first.weekday()) % 7)
        while day <= last:
            yield day
            day += rule.every * WEEK
        return
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        day = in_month(year, month, rule.weekday, rule.place)
        if first <= day <= last:
            yield day
        ahead, month = divmod(month - 1 + rule.every, 12)
        year, month = year + ahead, month + 1


def in_month(year: int, month: int, weekday: int, place: int) -> date:
    """The first, second … fourth such weekday of the month, or its last one."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + (min(place, LAST) - 1) * WEEK
    return day if day.month == month else day - WEEK


def place_of(day: date) -> int:
    """Returns 1 for the first such weekday of its month, 2 for the second; the fifth is the last."""
    return (day.day - 1) // 7 + 1


def a_year_on(day: date) -> date:
    """The same weekday of the same month a year later: the third Wednesday in May of the one is that of the other."""
    return in_month(day.year + 1, day.month, day.weekday(), place_of(day))


def likely_rule(days: Sequence[date]) -> MeetingRule:
    """The monthly rule that most of the meetings on `days` have followed; the first Wednesday where there are none."""
    [(found, _times)] = Counter((day.weekday(), place_of(day)) for day in days).most_common(1) or [((2, 1), 0)]
    return MeetingRule(Pattern.MONTHLY, *found)
