"""Invariants of every plan, and of every row that follows from it over time."""

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.working_days import Calendar
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Duty
from reminders.hours import COPENHAGEN, is_within_hours
from reminders.planning import CAN_BE_MUTED, plan, without_muted
from reminders.reconciling import Changes, StoredReminder, reconcile
from reminders.steps import DeadlineStep, Moment, parse_step

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
MOMENTS = st.integers(0, 729 * 24 * 60).map(lambda minutes: dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes))
CALENDAR = Calendar()
BODIES = (1, 2)

addressees = st.lists(st.builds(Addressee, st.sampled_from(["user:1", "user:2", "person:3", "name:x"]), st.sampled_from(Duty)), max_size=4)
a_step = st.one_of(
    st.builds(DeadlineStep, st.just(Moment.BEFORE), st.integers(0, 30)),
    st.sampled_from([parse_step("opens"), parse_step("overdue"), parse_step("monthly")]),
    st.builds(DeadlineStep, st.just(Moment.EVERY), st.integers(1, 10)),
)
policies = st.dictionaries(
    st.tuples(st.sampled_from([None, *BODIES]), st.sampled_from(DeadlineKind)), st.lists(a_step, unique=True, max_size=5), max_size=4
)
started = st.fixed_dictionaries({}, optional=dict.fromkeys(BODIES, DAYS))
muted = st.sets(st.tuples(st.sampled_from(["user:1", "person:3"]), st.sampled_from([None, *BODIES])))


@st.composite
def deadlines(draw):
    return [
        Deadline(
            f"source:{n}",
            draw(st.sampled_from(DeadlineKind)),
            draw(st.sampled_from(BODIES)),
            draw(st.none() | DAYS),
            draw(DAYS),
            tuple(draw(addressees)),
        )
        for n in range(draw(st.integers(0, 4)))
    ]


@settings(deadline=None, max_examples=100)
@given(deadlines(), policies, MOMENTS, started, muted)
def test_every_plan_holds(standing, policies, now, started, muted):
    standing = [without_muted(deadline, muted) for deadline in standing]
    found = plan(standing, policies, calendar=CALENDAR, now=now, started=started)
    assert found == plan(standing, policies, calendar=CALENDAR, now=now, started=started)
    slots = [one.slot for one in found]
    assert len(slots) == len(set(slots)), "two of one key"
    by_key = {one.key: one for one in standing}
    passed = [one for one in found if one.send_at <= now]
    assert len({(one.key, one.addressee.key) for one in passed}) == len(passed), "several at once about one thing"
    for one in found:
        deadline = by_key[one.key]
        day = one.send_at.astimezone(COPENHAGEN).date()
        assert is_within_hours(one.send_at, CALENDAR), "on no working day, or outside the hours"
        assert (day > deadline.last) == parse_step(one.step).is_after, "on the wrong side of the last day"
        assert now.astimezone(COPENHAGEN).date() <= deadline.last or parse_step(one.step).is_after, "of no use any more"
        assert one.addressee in deadline.addressees, "to somebody who is not to be reminded"
        assert one.body in started, "for a body that does not use the system"
        assert deadline.last >= started[one.body], "of what was overdue before"
        assert one.addressee.duty not in CAN_BE_MUTED or muted.isdisjoint({(one.addressee.key, one.body), (one.addressee.key, None)}), (
            "of what is muted"
        )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(deadlines(), policies), min_size=1, max_size=4), st.lists(MOMENTS, min_size=4, max_size=4), st.data())
def test_rows_follow_the_plan_over_time(changing, moments, data):
    """After each change the rows say what is planned, a second look changes nothing, and no row is ever there twice."""
    rows: dict[int, StoredReminder] = {}
    since = dict.fromkeys(BODIES, dt.date(2026, 1, 1))
    for (standing, policies), now in zip(changing, sorted(moments), strict=False):
        planned = plan(standing, policies, calendar=CALENDAR, now=now, started=since)
        apply(reconcile(planned, rows.values(), standing, now=now, calendar=CALENDAR), rows)
        again = reconcile(planned, rows.values(), standing, now=now, calendar=CALENDAR)
        assert again == Changes(), "a second look changes something"
        kept = [(row.key, row.step, row.addressee) for row in rows.values()]
        assert len(kept) == len(set(kept)), "a row is there twice"
        lives = [row for row in rows.values() if row.state == "planned"]
        stands = {(one.slot, one.last, one.addressee.duty): one.send_at for one in planned}
        for row in lives:
            day = stands.get((row.slot, row.last, row.duty))
            assert day, "planned for nothing that stands"
            assert row.send_at == day or (row.send_at > day and parse_step(row.slot[2]).is_after), "at another time"
            assert is_within_hours(row.send_at, CALENDAR), "on no working day, or outside the hours"
        for row in [row for row in rows.values() if row.state == "planned" and row.send_at <= now]:
            state = data.draw(st.sampled_from(["sent", "planned", "failed", "missed"]))
            rows[row.pk] = dataclasses.replace(row, state=state, left_at=now if state == "sent" else None)


def apply(changes: Changes, rows: dict[int, StoredReminder]) -> None:
    for one in changes.add:
        pk = len(rows) + 1
        rows[pk] = StoredReminder(pk, one.key, one.step, one.addressee.key, one.addressee.duty, one.last, one.send_at, "planned")
    for move in changes.move:
        rows[move.pk] = dataclasses.replace(
            rows[move.pk], step=move.step, duty=move.duty, last=move.last, send_at=move.send_at, state="planned"
        )
    for state, keys in (("withdrawn", changes.withdraw), ("missed", changes.miss)):
        for pk in keys:
            rows[pk] = dataclasses.replace(rows[pk], state=state)
