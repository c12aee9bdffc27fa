"""The rows follow when the deadlines, the policies or the time change."""

import dataclasses

import pytest

from danish.working_days import Calendar
from reminders.deadlines import Addressee, DeadlineKind, Duty
from reminders.planning import Planned
from reminders.reconciling import Changes, StoredReminder, reconcile
from reminders.steps import parse_step
from tests.reminders.plans import BODY, CHAIR, SECRETARY, at, deadline, planned


def row(pk: int, one: Planned, state: str = "planned", **columns) -> StoredReminder:
    kept = StoredReminder(pk, one.key, one.step, one.addressee.key, one.addressee.duty, one.last, one.send_at, state)
    return dataclasses.replace(kept, **columns)


def changes(rows, *deadlines, now="2026-09-03", lapsed=(), **given) -> Changes:
    return reconcile(planned(*deadlines, now=now, **given), rows, deadlines, now=at(now, "12:00"), calendar=Calendar(), lapsed=lapsed)


hearing = deadline(DeadlineKind.HEARING, "2026-09-30")
plan = planned(hearing, now="2026-08-20")
before_20, before_10, before_3, every_5 = plan


def test_all_that_is_planned_is_added_and_then_nothing():
    assert changes([], hearing, now="2026-08-20") == Changes(add=plan)
    assert changes([row(n, one) for n, one in enumerate(plan)], hearing) == Changes()


def test_a_deadline_that_no_longer_stands_takes_its_reminders_with_it():
    rows = [row(1, before_20, "sent"), row(2, before_10), row(3, before_3, is_by_hand=True)]
    assert changes(rows) == Changes(withdraw=[2, 3])


def test_who_is_no_longer_to_be_reminded_is_not():
    rows = [row(n, one, addressee=CHAIR.key) for n, one in enumerate(plan)]
    found = changes(rows, hearing)
    assert (found.withdraw, found.add) == ([0, 1, 2, 3], plan)


def test_a_moved_deadline_moves_what_has_not_left():
    later = deadline(DeadlineKind.HEARING, "2026-10-07")
    rows = [row(1, before_20, "sent"), row(2, before_10), row(3, before_3), row(4, every_5)]
    found = changes(rows, later)
    assert [(move.pk, move.step, str(move.send_at.date())) for move in found.move] == [
        (2, "before-10", "2026-09-23"),
        (3, "before-3", "2026-10-02"),
        (4, "every-5-1", "2026-10-14"),
    ]
    assert (found.withdraw, found.miss) == ([], [])


def test_a_step_that_left_for_an_earlier_day_leaves_again_for_the_later_one_as_another_reminder():
    later = deadline(DeadlineKind.HEARING, "2026-10-07")
    rows = [row(1, before_20, "sent"), row(2, before_10, "sent"), row(3, before_3), row(4, every_5)]
    found = changes(rows, later, now="2026-09-17")
    assert [(one.step, str(one.send_at.date())) for one in found.add] == [("before-10@2026-10-07", "2026-09-23")]
    again = dataclasses.replace(rows[1], pk=5, step="before-10@2026-10-07", last=later.last, send_at=found.add[0].send_at, state="planned")
    moved = [
        row(3, before_3, last=later.last, send_at=found.move[0].send_at),
        row(4, every_5, last=later.last, send_at=found.move[1].send_at),
    ]
    assert changes([*rows[:2], again, *moved], later, now="2026-09-17") == Changes()
    even_later = changes([*rows[:2], again, *moved], deadline(DeadlineKind.HEARING, "2026-10-14"), now="2026-09-17")
    assert [(move.pk, move.step) for move in even_later.move if move.pk == 5] == [(5, "before-10@2026-10-14")]


def test_a_deadline_that_is_put_off_sends_nothing_at_once():
    later = deadline(DeadlineKind.HEARING, "2026-10-07")
    rows = [row(1, before_20, "sent"), row(2, before_10, "sent"), row(3, before_3, "sent"), row(4, every_5)]
    found = changes(rows, later, now="2026-09-29")
    assert [one.step for one in found.add] == ["before-3@2026-10-07"]
    assert all(one.send_at > at("2026-09-29") for one in found.add)


def test_after_days_of_downtime_the_latest_goes_out_and_the_others_are_missed():
    rows = [row(1, before_20), row(2, before_10), row(3, before_3), row(4, every_5)]
    assert changes(rows, hearing, now="2026-09-20") == Changes(miss=[1])
    found = changes(rows, hearing, now="2026-10-20")
    assert (found.miss, [one.step for one in found.add]) == ([1, 2, 3, 4], ["every-5-2", "every-5-3"])


def test_what_is_too_late_is_missed_although_nothing_follows():
    dispatch = deadline(DeadlineKind.DISPATCH, "2026-09-30")
    rows = [row(n, one) for n, one in enumerate(planned(dispatch, now="2026-09-25", clock="07:00"))]
    assert changes(rows, dispatch, now="2026-10-01") == Changes(miss=[0, 1, 2])


def test_a_step_that_leaves_the_policy_is_withdrawn():
    rows = [row(1, before_20), row(2, before_10), row(3, before_3), row(4, every_5)]
    found = changes(rows, hearing, now="2026-08-20", policies={(BODY, DeadlineKind.HEARING): [parse_step("before-10")]})
    assert found == Changes(withdraw=[1, 3, 4])


def test_a_new_policy_does_not_remind_at_once_of_what_was_just_told():
    rows = [row(1, before_20, "sent"), row(2, before_10, "sent")]
    steps = [parse_step("before-12"), parse_step("before-1")]
    found = changes(rows, hearing, now="2026-09-17", policies={(BODY, DeadlineKind.HEARING): steps})
    assert [one.step for one in found.add] == ["before-1"]


@pytest.mark.parametrize(("told", "back"), [((1,), [2, 3, 4]), ((1, 2), [3, 4])], ids=["it came meanwhile", "it had been told"])
def test_an_answer_that_is_taken_back_brings_back_what_is_still_of_use(told, back):
    """What lies ahead, and the latest that came while there was an answer, of which nobody has heard."""
    rows = [row(pk, one, "sent" if pk in told else "withdrawn") for pk, one in enumerate(plan, start=1)]
    found = changes(rows, hearing, now="2026-09-17")
    assert ([move.pk for move in found.move], found.add) == (back, [])


def test_a_deadline_put_off_and_moved_back_is_told_of_on_the_days_it_had():
    put_off = deadline(DeadlineKind.HEARING, "2026-10-28")
    rows = [row(1, before_20, "sent"), row(2, before_10, "sent"), row(3, before_3), row(4, every_5)]
    away = changes(rows, put_off, now="2026-09-17")
    assert [one.step for one in away.add] == ["before-20@2026-10-28", "before-10@2026-10-28"]
    rows[2:] = [row(move.pk, one, last=move.last, send_at=move.send_at) for move, one in zip(away.move, (before_3, every_5), strict=True)]
    rows += [row(pk, one) for pk, one in enumerate(away.add, start=5)]
    back = changes(rows, hearing, now="2026-09-18")
    assert [(move.pk, move.send_at) for move in back.move] == [(3, before_3.send_at), (4, every_5.send_at)]
    assert (back.add, back.withdraw) == ([], [5, 6])
    rows[2:] = [row(3, before_3), row(4, every_5), row(5, away.add[0], "withdrawn"), row(6, away.add[1], "withdrawn")]
    assert [move.pk for move in changes(rows, put_off, now="2026-09-21").move] == [5, 6, 3, 4]


def test_whoever_is_told_for_another_reason_is_told_that_reason():
    responsible = Addressee(SECRETARY.key, Duty.RESPONSIBLE)
    rows = [row(1, before_20, "sent"), row(2, before_10), row(3, before_3), row(4, every_5)]
    found = changes(rows, deadline(DeadlineKind.HEARING, "2026-09-30", responsible))
    assert [(move.pk, move.duty, move.send_at) for move in found.move] == [
        (2, Duty.RESPONSIBLE, before_10.send_at),
        (3, Duty.RESPONSIBLE, before_3.send_at),
        (4, Duty.RESPONSIBLE, every_5.send_at),
    ]


def test_what_came_before_a_deadline_ended_with_its_day_is_missed_and_the_rest_withdrawn():
    rows = [row(1, before_20, "sent"), row(2, before_10), row(3, before_3)]
    assert changes(rows, now="2026-09-17", lapsed=[hearing.key]) == Changes(miss=[2], withdraw=[3])
    assert changes(rows, now="2026-09-17") == Changes(withdraw=[2, 3])


def test_what_a_person_skipped_or_hurried_stays_so():
    hurried = row(3, before_3, send_at=at("2026-09-03", "11:00"), is_by_hand=True)
    rows = [row(1, before_20, "sent"), row(2, before_10, "withdrawn", is_by_hand=True), hurried, row(4, every_5)]
    assert changes(rows, hearing) == Changes()
