"""The time between two reminders of what is overdue. Pure.

The days of a policy are counted from the deadline. Somebody who has been told late, since the deadline was first seen late or no mail could leave, is
told again when as much time has passed as the policy puts between two reminders; so is somebody who has been told by hand or by another policy.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime

from danish.working_days import Calendar
from reminders.deadlines import Duty
from reminders.hours import COPENHAGEN, morning, next_within_hours
from reminders.planning import Planned
from reminders.rhythm import weekly
from reminders.steps import not_before, parse_step


class Spacing:
    """Keeps on which day each was, or will be, told of what is overdue. `lasts` are the deadlines' days by their keys."""

    def __init__(self, lasts: Mapping[str, date], *, now: datetime, calendar: Calendar, by_week: Collection[str]) -> None:
        self._lasts, self._calendar, self._by_week = lasts, calendar, by_week
        self._now, self._next_day = now, next_within_hours(now, calendar).astimezone(COPENHAGEN).date()
        self._latest: dict[tuple[str, str], date] = {}
        self._first: dict[str, date] = {}

    def note(self, key: str, addressee: str, day: date) -> None:
        """The addressee is told of the deadline on the day. What was told by the last day says nothing of what is overdue."""
        if day > self._lasts.get(key, date.max):
            whose = key, addressee
            self._latest[whose] = max(day, self._latest.get(whose, day))
            self._first[key] = min(day, self._first.get(key, day))

    def note_planned(self, one: Planned) -> None:
        """The reminder is to leave, at once when its time has passed."""
        leaves = self._next_day if one.send_at <= self._now else one.send_at.astimezone(COPENHAGEN).date()
        self.note(one.key, one.addressee.key, leaves)

    def put_off(self, one: Planned) -> Planned:
        """The reminder, later when it would come too soon after the one before. One that has been overtaken already stays as it is."""
        told = self._told(one)
        day = one.send_at.astimezone(COPENHAGEN).date()
        if one.since is None or told is None or told <= one.since or (one.send_at <= self._now and told >= day):
            return one
        send_at = morning(not_before(parse_step(one.step), told, self._calendar))
        if one.addressee.key in self._by_week:
            send_at = weekly(send_at, one.last, self._calendar)
        return replace(one, send_at=max(one.send_at, send_at))

    def _told(self, one: Planned) -> date | None:
        """The day on which the addressee was told; a chair, who hears only when others have been told in vain, not before the first of these."""
        own = self._latest.get((one.key, one.addressee.key))
        first = self._first.get(one.key) if one.addressee.duty == Duty.CHAIR else None
        return max(filter(None, (own, first)), default=None)
