"""The days on which somebody is reminded, by the default policies."""

import datetime as dt

import pytest

from danish.working_days import Calendar
from reminders.deadlines import Addressee, DeadlineKind, Duty
from reminders.hours import next_within_hours
from reminders.planning import preview
from reminders.steps import parse_step
from tests.reminders.plans import BODY, CHAIR, SECRETARY, at, days, deadline, planned

# Each: the kind, its last day, the first day of its period, the day it is planned on, and the reminders that are planned.
TABLE = {
    "a hearing is reminded of 20, 10 and 3 working days before": (
        ("hearing", "2026-09-30", None, "2026-08-03"),
        [("2026-09-02", "before-20"), ("2026-09-16", "before-10"), ("2026-09-25", "before-3"), ("2026-10-07", "every-5-1")],
    ),
    "Easter holds no working days": (
        ("hearing", "2026-04-09", None, "2026-03-17"),
        [("2026-03-09", "before-20"), ("2026-03-23", "before-10"), ("2026-04-01", "before-3"), ("2026-04-16", "every-5-1")],
    ),
    "Christmas Eve and New Year's Eve are no working days": (
        ("hearing", "2027-01-05", None, "2026-12-21"),
        [("2026-12-16", "before-10"), ("2026-12-29", "before-3"), ("2027-01-12", "every-5-1")],
    ),
    "a last day on a Sunday is told on the Friday before": (
        ("dispatch", "2026-10-25", None, "2026-10-12"),
        [("2026-10-19", "before-5"), ("2026-10-22", "before-2"), ("2026-10-23", "before-0")],
    ),
    "a period that opens on a Saturday is told on the Friday before": (
        ("report", "2026-10-31", "2026-08-01", "2026-06-01"),
        [("2026-07-31", "opens"), ("2026-10-19", "before-10"), ("2026-11-02", "overdue")],
    ),
    "what is overdue is told of each month": (
        ("report", "2026-06-30", None, "2026-07-10"),
        [("2026-07-01", "overdue"), ("2026-07-31", "monthly-2")],
    ),
    "months of different lengths are counted from the first reminder": (
        ("report", "2026-01-29", None, "2026-03-01"),
        [("2026-02-27", "monthly-2"), ("2026-03-30", "monthly-3")],
    ),
    "an unanswered hearing is told of every fifth working day": (
        ("hearing", "2026-08-31", None, "2026-09-15"),
        [("2026-09-14", "every-5-2"), ("2026-09-21", "every-5-3")],
    ),
    "a deadline that is first seen late is told of once, by the latest step": (
        ("hearing", "2026-09-30", None, "2026-09-28"),
        [("2026-09-25", "before-3"), ("2026-10-07", "every-5-1")],
    ),
    "a step is of use on the last day": (("dispatch", "2026-09-30", None, "2026-09-30"), [("2026-09-30", "before-0")]),
    "and of none when the last day is over": (("dispatch", "2026-09-30", None, "2026-10-01"), []),
    "a party is reminded once": (("party", "2026-09-30", None, "2026-09-01"), [("2026-09-23", "before-5")]),
    "a meeting is told of when its agenda is out, and again": (
        ("meeting", "2026-09-30", "2026-09-22", "2026-09-22"),
        [("2026-09-22", "opens"), ("2026-09-28", "before-2")],
    ),
    "a meeting without an agenda is told of once": (("meeting", "2026-09-30", None, "2026-09-22"), [("2026-09-28", "before-2")]),
}


@pytest.mark.parametrize(("given", "expected"), TABLE.values(), ids=TABLE)
def test_days_of_the_default_policies(given, expected):
    kind, last, opens, now = given
    found = days(deadline(DeadlineKind(kind), last, opens=opens), now=now)
    assert found == expected


def test_nothing_leaves_too_late_on_the_last_day():
    last = deadline(DeadlineKind.DISPATCH, "2026-09-30")
    assert days(last, now="2026-09-30", clock="15:59") == [("2026-09-30", "before-0")]
    assert days(last, now="2026-09-30", clock="16:00") == []


def test_mails_leave_at_8_before_and_after_the_clocks_are_changed():
    found = planned(deadline(DeadlineKind.DISPATCH, "2026-10-26"), now="2026-10-01")
    assert [one.send_at.astimezone(dt.UTC).isoformat() for one in found] == [
        "2026-10-19T06:00:00+00:00",
        "2026-10-22T06:00:00+00:00",
        "2026-10-26T07:00:00+00:00",
    ]


def test_the_hour_that_comes_twice_plans_the_same():
    first = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    report = deadline(DeadlineKind.REPORT, "2026-11-20", opens="2026-10-01")
    assert days(report, now="2026-10-25", clock="02:30") == [
        ("2026-10-01", "opens"),
        ("2026-11-06", "before-10"),
        ("2026-11-23", "overdue"),
    ]
    assert {next_within_hours(first + dt.timedelta(hours=hour), Calendar()) for hour in (0, 1)} == {at("2026-10-26")}


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        (("2026-09-30", "07:59"), ("2026-09-30", "08:00")),
        (("2026-09-30", "12:00"), ("2026-09-30", "12:00")),
        (("2026-09-30", "16:00"), ("2026-10-01", "08:00")),
        (("2026-10-02", "17:00"), ("2026-10-05", "08:00")),
        (("2026-12-23", "16:30"), ("2026-12-28", "08:00")),
    ],
)
def test_outside_the_hours_a_mail_waits_for_the_next_morning(now, leaves):
    assert next_within_hours(at(*now), Calendar()) == at(*leaves)


def test_the_chair_is_told_from_the_second_reminder_of_what_is_overdue():
    report = deadline(DeadlineKind.REPORT, "2026-06-30", SECRETARY, CHAIR, opens="2026-06-01")
    assert {one.step for one in planned(report, now="2026-05-01") if one.addressee == CHAIR} == set()
    assert {one.step for one in planned(report, now="2026-07-10") if one.addressee == CHAIR} == {"monthly-2"}


def test_what_was_overdue_before_the_body_used_the_system_is_told_to_nobody():
    report = deadline(DeadlineKind.REPORT, "2026-06-30")
    assert planned(report, now="2026-07-10", started="2026-07-01") == []
    assert planned(report, now="2026-07-10", started="2026-06-30") != []


def test_a_body_that_does_not_use_the_system_reminds_nobody():
    from reminders.planning import plan

    assert plan([deadline(DeadlineKind.REPORT, "2026-06-30")], {}, calendar=Calendar(), now=at("2026-06-01"), started={}) == []


def test_a_muted_body_is_silent_to_those_it_only_informs():
    member = Addressee("person:2", Duty.MEMBER)
    muted = {(member.key, BODY), (SECRETARY.key, BODY)}
    meeting = deadline(DeadlineKind.MEETING, "2026-09-30", member, SECRETARY)
    assert {one.addressee for one in planned(meeting, now="2026-09-01", muted=muted)} == {SECRETARY}
    assert {one.addressee for one in planned(meeting, now="2026-09-01", muted={(member.key, None)})} == {SECRETARY}


def test_ones_own_duty_is_told_although_what_informs_one_of_the_same_is_muted():
    both = [Addressee("user:3", duty) for duty in (Duty.CHAIR, Duty.RESPONSIBLE)]
    found = planned(deadline(DeadlineKind.REPORT, "2026-09-30", *both), now="2026-09-01", muted={("user:3", BODY)})
    assert {one.addressee.duty for one in found} == {Duty.RESPONSIBLE}


def test_a_bodys_policy_goes_before_the_municipalitys_and_that_before_the_default():
    report = deadline(DeadlineKind.REPORT, "2026-09-30")
    common, own = [parse_step("before-2")], [parse_step("before-1")]
    assert days(report, now="2026-09-01", policies={(None, DeadlineKind.REPORT): common}) == [("2026-09-28", "before-2")]
    assert days(report, now="2026-09-01", policies={(None, DeadlineKind.REPORT): common, (BODY, DeadlineKind.REPORT): own}) == [
        ("2026-09-29", "before-1")
    ]
    assert days(report, now="2026-09-01", policies={(BODY, DeadlineKind.REPORT): []}) == []


def test_the_preview_shows_the_first_reminders_after_the_last_day():
    steps = [parse_step("before-0"), parse_step("overdue"), parse_step("monthly")]
    found = preview(steps, opens=None, last=dt.date(2026, 6, 30), calendar=Calendar(), after=2)
    assert [(str(day), str(step)) for day, step in found] == [
        ("2026-06-30", "before-0"),
        ("2026-07-01", "overdue"),
        ("2026-07-31", "monthly-2"),
    ]


@pytest.mark.parametrize("text", ["before-20", "before-0", "opens", "overdue", "monthly", "monthly-2", "every-5", "every-5-3"])
def test_a_step_is_read_as_it_is_written(text):
    assert str(parse_step(text)) == text


@pytest.mark.parametrize("text", ["", "before", "before-", "before--1", "before-251", "every-0", "every", "weekly", "opens-1", "before-٣"])
def test_other_texts_are_no_steps(text):
    with pytest.raises(ValueError, match="no s"):
        parse_step(text)
