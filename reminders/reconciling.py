"""The plan compared with the rows there are: what is to be added, moved, withdrawn and missed. Pure.

A deadline that is moved takes with it the reminders that have not left. One that has left for the earlier day stays as it is; when the deadline was
moved to a later day and the step lies ahead again, it is a new reminder, whose step carries that day: `before-10@2026-09-14`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from danish.working_days import Calendar
from reminders.deadlines import Deadline
from reminders.hours import COPENHAGEN
from reminders.planning import Planned
from reminders.spacing import Spacing

PLANNED, WITHDRAWN, LEFT = "planned", "withdrawn", {"sending", "sent"}


@dataclass(frozen=True, slots=True)
class StoredReminder:
    """A reminder as it is kept. `is_by_hand` is true of one that a person has hurried or skipped: the planner leaves it so.

    `left_at` is when it left, which may be long after `send_at`.
    """

    pk: int
    key: str
    step: str
    addressee: str
    duty: str
    last: date
    send_at: datetime
    state: str
    is_by_hand: bool = False
    left_at: datetime | None = None

    @property
    def slot(self) -> tuple[str, str, str]:
        return self.key, self.addressee, self.step.partition("@")[0]


@dataclass(frozen=True, slots=True)
class ReminderMove:
    """The row `pk` is planned, or planned again, for another day of the deadline, another time or another duty."""

    pk: int
    step: str
    duty: str
    last: date
    send_at: datetime


@dataclass(slots=True)
class Changes:
    """`add` are new rows, each with the step to be written; `withdraw` and `miss` are keys of rows that are planned no more.

    A reminder is missed when its time came and another has taken its place, or the last day passed, before it left.
    """

    add: list[Planned] = field(default_factory=list)
    move: list[ReminderMove] = field(default_factory=list)
    withdraw: list[int] = field(default_factory=list)
    miss: list[int] = field(default_factory=list)


def reconcile(
    planned: Iterable[Planned],
    rows: Iterable[StoredReminder],
    deadlines: Iterable[Deadline],
    *,
    now: datetime,
    calendar: Calendar,
    by_week: Collection[str] = frozenset(),
    lapsed: Collection[str] = frozenset(),
) -> Changes:
    """The changes that make the rows say what is planned for the deadlines that stand.

    `by_week` are the keys of the addressees who get one mail a week, `lapsed` those of the deadlines that stand no more since their day is over.
    """
    slots: dict[tuple[str, str, str], list[StoredReminder]] = defaultdict(list)
    left_until: dict[tuple[str, str], datetime] = {}
    deadlines = list(deadlines)
    spacing = Spacing({one.key: one.last for one in deadlines}, now=now, calendar=calendar, by_week=by_week)
    for row in rows:
        slots[row.slot].append(row)
        if row.state in LEFT:
            whose, left_at = (row.key, row.addressee), row.left_at or row.send_at
            left_until[whose] = max(left_at, left_until.get(whose, left_at))
            spacing.note(*whose, left_at.astimezone(COPENHAGEN).date())
    changes, kept = Changes(), set()
    for unspaced in planned:
        one = spacing.put_off(unspaced)
        same = slots.get(one.slot, [])
        its_row = _row_of(one, same)
        if its_row and its_row.state == PLANNED:
            kept.add(its_row.pk)
        if _apply(one, its_row, same, changes, now=now, left_until=left_until.get((one.key, one.addressee.key))):
            spacing.note_planned(one)
    standing = {(deadline.key, addressee.key): deadline.last for deadline in deadlines for addressee in deadline.addressees}
    for row in (row for same in slots.values() for row in same if row.state == PLANNED and row.pk not in kept):
        last = standing.get((row.key, row.addressee))
        if row.is_by_hand and last:
            continue
        is_missed = row.send_at <= now and (last == row.last or row.key in lapsed)
        (changes.miss if is_missed else changes.withdraw).append(row.pk)
    return changes


def _row_of(one: Planned, same: list[StoredReminder]) -> StoredReminder | None:
    """The row that is the planned reminder already: the one for the same day of the deadline, else one that has not left for another."""
    waiting = [row for row in same if row.state in (PLANNED, WITHDRAWN) and not row.is_by_hand]
    return next((row for row in same if row.last == one.last), next(iter(waiting), None))


def _apply(
    one: Planned, row: StoredReminder | None, same: list[StoredReminder], changes: Changes, *, now: datetime, left_until: datetime | None
) -> bool:
    """Writes down what makes the row, if there is one, the planned reminder. Tells whether the reminder is to leave."""
    is_ahead = one.send_at > now
    is_news = is_ahead or left_until is None or one.send_at > left_until
    if row is None:
        if not same and is_news:
            changes.add.append(one)
        elif same and is_ahead and one.last > max(row.last for row in same):
            changes.add.append(_dated(one))
        else:
            return False
        return True
    if row.is_by_hand:
        return row.state == PLANNED
    comes_back = row.state == WITHDRAWN and is_news
    differs = (row.last, row.send_at, row.duty) != (one.last, one.send_at, one.addressee.duty)
    if comes_back or (row.state == PLANNED and differs):
        step = _dated(one).step if "@" in row.step else one.step
        changes.move.append(ReminderMove(row.pk, step, one.addressee.duty, one.last, one.send_at))
    return comes_back or row.state == PLANNED


def _dated(one: Planned) -> Planned:
    return replace(one, step=f"{one.step}@{one.last}")
