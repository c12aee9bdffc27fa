"""Between two reminders of what is overdue lies the time that the policy says, also when the first of them left late."""

import dataclasses
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danish.working_days import Calendar
from reminders.deadlines import Deadline, DeadlineKind
from reminders.hours import COPENHAGEN, is_within_hours
from reminders.planning import plan
from reminders.reconciling import StoredReminder, reconcile
from reminders.steps import not_before, parse_step
from tests.reminders.plans import BODY, CHAIR, SECRETARY, at, deadline, planned
from tests.reminders.test_planning_holds import apply

CALENDAR = Calendar()
MONTHLY, EVERY_5 = ("overdue", "monthly"), ("every-5",)


def rows_at(*deadlines: Deadline, now: str, rows=(), steps=MONTHLY, by_week=()) -> dict[int, StoredReminder]:
    """The rows as they stand at noon, those that there were among them."""
    kept = {row.pk: row for row in rows}
    coming = planned(*deadlines, now=now, policies={(BODY, DeadlineKind.REPORT): tuple(map(parse_step, steps))})
    apply(reconcile(coming, kept.values(), deadlines, now=at(now, "12:00"), calendar=CALENDAR, by_week=by_week), kept)
    return kept


def coming(rows: dict[int, StoredReminder], addressee=SECRETARY) -> list[tuple[str, str]]:
    own = (row for row in rows.values() if row.state == "planned" and row.addressee == addressee.key)
    return sorted((row.send_at.astimezone(COPENHAGEN).date().isoformat(), row.step) for row in own)


def told(step: str, day: str, *, planned_on: str | None = None, by_hand: bool = False) -> StoredReminder:
    """The reminder that left on the day, for a report that was due on 30 June 2026."""
    report = deadline(DeadlineKind.REPORT, "2026-06-30")
    send_at = at(planned_on or day)
    return StoredReminder(1, report.key, step, SECRETARY.key, SECRETARY.duty, report.last, send_at, "sent", by_hand, at(day, "12:00"))


# Each: the policy, the day on which a report that was due on 30 June is first seen, and what is planned then.
FIRST_SEEN = {
    "the day before the monthly one": (MONTHLY, "2026-07-30", [("2026-07-01", "overdue"), ("2026-08-28", "monthly-2")]),
    "on the day of the first": (MONTHLY, "2026-07-01", [("2026-07-01", "overdue"), ("2026-07-31", "monthly-2")]),
    "on a Saturday, so it leaves on Monday": (MONTHLY, "2026-07-11", [("2026-07-01", "overdue"), ("2026-08-13", "monthly-2")]),
    "months later": (MONTHLY, "2026-11-25", [("2026-10-30", "monthly-5"), ("2026-12-23", "monthly-6")]),
    "between two of every fifth working day": (EVERY_5, "2026-07-09", [("2026-07-07", "every-5-1"), ("2026-07-16", "every-5-2")]),
}


@pytest.mark.parametrize(("steps", "now", "expected"), FIRST_SEEN.values(), ids=FIRST_SEEN)
def test_what_is_first_seen_overdue_is_told_again_when_the_interval_has_passed(steps, now, expected):
    assert coming(rows_at(deadline(DeadlineKind.REPORT, "2026-06-30"), now=now, steps=steps)) == expected


# Each: what was told, and the reminders that are planned on a later day.
TOLD = {
    "in time": ((told("overdue", "2026-07-01"), "2026-07-10"), [("2026-07-31", "monthly-2")]),
    "late": ((told("overdue", "2026-07-29", planned_on="2026-07-01"), "2026-07-30"), [("2026-08-28", "monthly-2")]),
    "late, when the day of the next has passed": (
        (told("overdue", "2026-07-30", planned_on="2026-07-01"), "2026-08-05"),
        [("2026-08-28", "monthly-2"), ("2026-09-28", "monthly-3")],
    ),
    "after the next one's day": (
        (told("overdue", "2026-08-03", planned_on="2026-07-01"), "2026-08-03"),
        [("2026-09-03", "monthly-3")],
    ),
    "by hand": ((told("monthly-2", "2026-07-15", by_hand=True), "2026-07-16"), []),
    "by another policy": ((told("every-5-1", "2026-07-07"), "2026-07-08"), [("2026-08-07", "monthly-2")]),
}


@pytest.mark.parametrize(("given", "expected"), TOLD.values(), ids=TOLD)
def test_what_was_told_late_is_told_again_when_the_interval_has_passed(given, expected):
    row, now = given
    assert coming(rows_at(deadline(DeadlineKind.REPORT, "2026-06-30"), now=now, rows=[row])) == expected


def test_what_failed_or_was_skipped_puts_nothing_off():
    for state in ("failed", "missed", "withdrawn"):
        row = dataclasses.replace(told("overdue", "2026-07-01", by_hand=True), state=state, left_at=None)
        assert coming(rows_at(deadline(DeadlineKind.REPORT, "2026-06-30"), now="2026-07-30", rows=[row])) == [("2026-07-31", "monthly-2")]


def test_the_chair_is_told_a_month_after_those_who_were_told_first():
    report = deadline(DeadlineKind.REPORT, "2026-06-30", SECRETARY, CHAIR)
    assert coming(rows_at(report, now="2026-07-30"), CHAIR) == [("2026-08-28", "monthly-2")]
    in_time = told("overdue", "2026-07-01")
    assert coming(rows_at(report, now="2026-07-30", rows=[in_time]), CHAIR) == [("2026-07-31", "monthly-2")]


def test_the_weeks_mail_holds_it_when_the_interval_has_passed():
    rows = rows_at(deadline(DeadlineKind.REPORT, "2026-06-30"), now="2026-07-30", by_week=[SECRETARY.key])
    assert coming(rows) == [("2026-07-01", "overdue"), ("2026-08-31", "monthly-2")]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([MONTHLY, EVERY_5, ("every-12",), ("before-3", "overdue", "monthly")]),
    st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    st.lists(st.tuples(st.integers(1, 50 * 24), st.sampled_from(["sent", "later", "failed"])), min_size=1, max_size=12),
)
def test_two_reminders_of_what_is_overdue_never_come_closer_than_the_policy_says(steps, last, moments):
    """Whenever the service is up, and whatever the mail server does: the interval lies between two, and another is always to come."""
    report, since = Deadline("report:1", DeadlineKind.REPORT, BODY, None, last, (SECRETARY, CHAIR)), {BODY: dt.date(2026, 1, 1)}
    policies = {(None, DeadlineKind.REPORT): tuple(map(parse_step, steps))}
    rows: dict[int, StoredReminder] = {}
    now = dt.datetime.combine(last, dt.time(9), tzinfo=dt.UTC) - dt.timedelta(days=3)
    for hours, outcome in moments:
        now += dt.timedelta(hours=hours)
        found = plan([report], policies, calendar=CALENDAR, now=now, started=since)
        apply(reconcile(found, rows.values(), [report], now=now, calendar=CALENDAR), rows)
        assert any(row.addressee == SECRETARY.key and row.state == "planned" and row.send_at > now for row in rows.values())
        if outcome != "later" and is_within_hours(now, CALENDAR):
            for addressee in report.addressees:
                send_the_latest(rows, addressee.key, now, outcome)
    for addressee in report.addressees:
        own = [row for row in rows.values() if row.addressee == addressee.key and row.state == "sent"]
        days = sorted((row.left_at.astimezone(COPENHAGEN).date(), row.step) for row in own)
        after = [(day, step) for day, step in days if day > last]
        for (day, _step), (next_day, next_step) in pairwise(after):
            assert next_day >= not_before(parse_step(next_step), day, CALENDAR)


def send_the_latest(rows: dict[int, StoredReminder], addressee: str, now: dt.datetime, outcome: str) -> None:
    """Of several that are due the latest is told, and the others are missed."""
    due = [row for row in rows.values() if row.addressee == addressee and row.state == "planned" and row.send_at <= now]
    for row in sorted(due, key=lambda row: row.send_at):
        is_latest = row.send_at == max(one.send_at for one in due)
        state = outcome if is_latest else "missed"
        rows[row.pk] = dataclasses.replace(row, state=state, left_at=now if state == "sent" else None)
