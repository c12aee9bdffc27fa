"""Deadlines and plans for tests."""

import datetime as dt

from danish.working_days import Calendar
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Duty
from reminders.hours import COPENHAGEN
from reminders.planning import Planned, plan, without_muted

SECRETARY, CHAIR = Addressee("user:1", Duty.SECRETARY), Addressee("person:2", Duty.CHAIR)
BODY = 1


def at(day: str, clock: str = "08:00") -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time.fromisoformat(clock), tzinfo=COPENHAGEN)


def deadline(kind: DeadlineKind, last: str, *addressees: Addressee, opens: str | None = None) -> Deadline:
    opened = dt.date.fromisoformat(opens) if opens else None
    return Deadline(f"{kind}:1", kind, BODY, opened, dt.date.fromisoformat(last), addressees or (SECRETARY,))


def planned(*deadlines: Deadline, now: str, clock: str = "12:00", policies=None, started="2018-01-01", muted=frozenset()) -> list[Planned]:
    since = {BODY: dt.date.fromisoformat(started)}
    told = [without_muted(deadline, muted) for deadline in deadlines]
    return plan(told, policies or {}, calendar=Calendar(), now=at(now, clock), started=since)


def days(*deadlines: Deadline, **when) -> list[tuple[str, str]]:
    """The plan as pairs of day and step."""
    return [(one.send_at.astimezone(COPENHAGEN).date().isoformat(), one.step) for one in planned(*deadlines, **when)]
