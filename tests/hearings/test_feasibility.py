"""Whether a hearing can be answered at a meeting in time, and what is proposed when it cannot."""

import datetime as dt

import pytest

from danish.working_days import BETWEEN_CHRISTMAS_AND_NEW_YEAR, Calendar, Closing
from hearings.feasibility import CalendarMeeting, Feasibility, InfeasibleMeeting, Obstacle, check

ORDINARY = Calendar()
WITH_SATURDAY = Calendar(saturday_counts=True)
CLOSED_AT_CHRISTMAS = Calendar(closed=(BETWEEN_CHRISTMAS_AND_NEW_YEAR,))
MOVING = Calendar(closed=(Closing("flytning", dt.date(2018, 8, 30), dt.date(2018, 9, 3)),))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def calendar_meeting(text: str) -> CalendarMeeting:
    """ "2018-06-13 sent", "2018-08-15 extraordinary", "2018-08-15 cancelled"."""
    date, *traits = text.split()
    return CalendarMeeting(day(date), "extraordinary" not in traits, "cancelled" in traits, "sent" in traits)


def answer(arrives, deadline, *meetings, today=None, dispatch_days=4, calendar=ORDINARY) -> Feasibility:
    return check(
        arrives=day(arrives),
        deadline=day(deadline),
        today=day(today or arrives),
        meetings=map(calendar_meeting, meetings),
        dispatch_days=dispatch_days,
        calendar=calendar,
    )


def possible(found: Feasibility) -> list[str]:
    return [str(meeting.meeting.date) for meeting in found.feasible_meetings]


def told(found: Feasibility) -> list[str]:
    return [f"{row.meeting.date} {row.obstacle}, {row.dispatch}" for row in found.infeasible_meetings]


def proposed(found: Feasibility) -> str | None:
    by = found.extraordinary
    return by and f"{by.first} to {by.last}, sent {by.dispatch}"


def test_a_hearing_over_the_summer_needs_an_extraordinary_meeting_in_august():
    # The agenda of June's meeting had gone out when it arrived, and the next ordinary meeting is after the deadline.
    found = answer("2018-06-11", "2018-08-31", "2018-05-09 sent", "2018-06-13 sent", "2018-09-12", "2018-10-10")

    assert not found.is_feasible
    assert told(found) == ["2018-06-13 agenda_sent, 2018-06-07", "2018-09-12 after_deadline, 2018-09-06"]
    assert proposed(found) == "2018-06-15 to 2018-08-31, sent 2018-08-27"
    assert found.other_deadline.date == day("2018-09-13")
    assert found.other_deadline.treated_at.meeting.date == day("2018-09-12")
    assert found.other_deadline.treated_at.dispatch == day("2018-09-06")


def test_a_planned_extraordinary_meeting_answers_it_and_is_told_as_one():
    found = answer("2018-06-11", "2018-08-31", "2018-06-13 sent", "2018-08-15 extraordinary", "2018-09-12")

    assert found.is_feasible
    assert found.only_extraordinary
    assert [(meeting.meeting.date, meeting.dispatch, meeting.extraordinary) for meeting in found.feasible_meetings] == [
        (day("2018-08-15"), day("2018-08-09"), True)
    ]
    assert [row.obstacle for row in found.infeasible_meetings] == [Obstacle.AGENDA_SENT, Obstacle.AFTER_DEADLINE]
    assert found.extraordinary is None
    assert found.other_deadline is None


def test_when_an_ordinary_meeting_can_treat_it_nothing_more_is_said():
    found = answer("2018-08-01", "2018-10-15", "2018-10-10", "2018-08-15 extraordinary", "2018-09-12", "2018-11-14")

    assert possible(found) == ["2018-08-15", "2018-09-12", "2018-10-10"]
    assert not found.only_extraordinary
    assert (found.infeasible_meetings, found.extraordinary, found.other_deadline) == ((), None, None)


def test_the_callers_own_name_for_a_meeting_comes_back():
    mine = CalendarMeeting(day("2018-09-12"), key=71)
    found = check(
        arrives=day("2018-08-01"), deadline=day("2018-10-01"), today=day("2018-08-01"), meetings=[mine], dispatch_days=4, calendar=ORDINARY
    )
    assert found.feasible_meetings[0].meeting.key == 71


@pytest.mark.parametrize(
    ("arrives", "deadline", "meeting", "days", "calendar", "fits"),
    [
        # On the last day for sending the agenda, and the day after.
        ("2018-09-06", "2018-10-01", "2018-09-12", 4, ORDINARY, True),
        ("2018-09-07", "2018-10-01", "2018-09-12", 4, ORDINARY, False),
        ("2018-09-07", "2018-10-01", "2018-09-12", 4, WITH_SATURDAY, True),
        ("2018-09-08", "2018-10-01", "2018-09-12", 4, WITH_SATURDAY, False),
        ("2018-09-08", "2018-10-01", "2018-09-12", 3, ORDINARY, False),
        ("2018-09-12", "2018-10-01", "2018-09-12", 0, ORDINARY, True),
        ("2018-09-13", "2018-10-01", "2018-09-12", 0, ORDINARY, False),
        # The meeting on the day of the deadline, the day before and the day after.
        ("2018-08-01", "2018-09-12", "2018-09-12", 4, ORDINARY, True),
        ("2018-08-01", "2018-09-13", "2018-09-12", 4, ORDINARY, True),
        ("2018-08-01", "2018-09-11", "2018-09-12", 4, ORDINARY, False),
        # Over Easter: from Wednesday 4 April the fourth working day back is Monday 26 March.
        ("2018-03-26", "2018-04-09", "2018-04-04", 4, ORDINARY, True),
        ("2018-03-27", "2018-04-09", "2018-04-04", 4, ORDINARY, False),
        ("2018-03-27", "2018-04-09", "2018-04-04", 4, WITH_SATURDAY, True),
        # Over Christmas, without and with the town hall closed.
        ("2025-12-23", "2026-01-09", "2026-01-05", 4, ORDINARY, True),
        ("2025-12-23", "2026-01-09", "2026-01-05", 4, CLOSED_AT_CHRISTMAS, False),
        ("2025-12-19", "2026-01-09", "2026-01-05", 4, CLOSED_AT_CHRISTMAS, True),
        # Not when it is called off, nor when its agenda is out, however early.
        ("2018-08-01", "2018-10-01", "2018-09-12 cancelled", 4, ORDINARY, False),
        ("2018-08-01", "2018-10-01", "2018-09-12 sent", 4, ORDINARY, False),
        ("2018-08-01", "2018-10-01", "2018-09-12 extraordinary sent", 4, ORDINARY, False),
    ],
)
def test_a_meeting_can_treat_it_or_not(arrives, deadline, meeting, days, calendar, fits):
    assert answer(arrives, deadline, meeting, dispatch_days=days, calendar=calendar).is_feasible is fits


@pytest.mark.parametrize(("today", "fits"), [("2018-09-06", True), ("2018-09-07", False)])
def test_what_could_have_been_treated_cannot_once_its_day_has_gone_by(today, fits):
    found = answer("2018-08-01", "2018-09-14", "2018-09-12", today=today)
    assert found.is_feasible is fits
    assert told(found) == ([] if fits else ["2018-09-12 due_before_today, 2018-09-06"])


def test_what_is_still_to_arrive_waits_for_the_day_it_arrives():
    assert possible(answer("2018-09-20", "2018-11-01", "2018-09-12", "2018-10-10", today="2018-08-01")) == ["2018-10-10"]


@pytest.mark.parametrize(
    ("meetings", "reasons"),
    [
        ([], []),
        (["2018-09-12 cancelled"], []),
        (["2018-08-15 extraordinary sent"], []),
        (["2018-06-13"], ["2018-06-13 before_arrival, 2018-06-07"]),
        (["2018-06-13 sent"], ["2018-06-13 before_arrival, 2018-06-07"]),
        (["2018-08-20"], ["2018-08-20 due_before_arrival, 2018-08-14"]),
        (["2018-08-22"], ["2018-08-22 due_before_arrival, 2018-08-16"]),
        (["2018-08-22 sent"], ["2018-08-22 agenda_sent, 2018-08-16"]),
        (["2018-08-24"], ["2018-08-24 due_before_today, 2018-08-20"]),
        (["2018-09-12"], ["2018-09-12 after_deadline, 2018-09-06"]),
        (["2018-09-12 sent"], ["2018-09-12 after_deadline, 2018-09-06"]),
        # Only the nearest on either side, in the order of time.
        (
            ["2018-11-14", "2018-09-12", "2018-08-22", "2018-06-13"],
            ["2018-08-22 due_before_arrival, 2018-08-16", "2018-09-12 after_deadline, 2018-09-06"],
        ),
    ],
)
def test_the_nearest_ordinary_meetings_are_told_each_with_why_not(meetings, reasons):
    found = answer("2018-08-20", "2018-08-31", *meetings, today="2018-08-21")
    assert told(found) == reasons
    assert all(isinstance(row, InfeasibleMeeting) for row in found.infeasible_meetings)


@pytest.mark.parametrize(
    ("arrives", "deadline", "calendar", "days", "proposal"),
    [
        ("2018-08-20", "2018-08-31", ORDINARY, 4, "2018-08-24 to 2018-08-31, sent 2018-08-27"),
        # A deadline on a Sunday: the last day is the Friday before, or the Saturday where it counts.
        ("2018-08-20", "2018-09-02", ORDINARY, 4, "2018-08-24 to 2018-08-31, sent 2018-08-27"),
        ("2018-08-20", "2018-09-02", WITH_SATURDAY, 4, "2018-08-24 to 2018-09-01, sent 2018-08-28"),
        # Arrived on a Saturday: the agenda cannot go out before Monday.
        ("2018-08-18", "2018-08-31", ORDINARY, 4, "2018-08-24 to 2018-08-31, sent 2018-08-27"),
        # One day alone, and none.
        ("2018-08-27", "2018-08-31", ORDINARY, 4, "2018-08-31 to 2018-08-31, sent 2018-08-27"),
        ("2018-08-28", "2018-08-31", ORDINARY, 4, None),
        ("2018-08-31", "2018-08-31", ORDINARY, 0, "2018-08-31 to 2018-08-31, sent 2018-08-31"),
        ("2018-09-01", "2018-09-02", ORDINARY, 0, None),
        # Deadline on 2. påskedag; from the Wednesday before Easter four working days back.
        ("2018-03-19", "2018-04-02", ORDINARY, 4, "2018-03-23 to 2018-03-28, sent 2018-03-22"),
        # Over Christmas, without and with the town hall closed.
        ("2025-12-22", "2026-01-05", ORDINARY, 4, "2026-01-02 to 2026-01-05, sent 2025-12-23"),
        ("2025-12-22", "2026-01-05", CLOSED_AT_CHRISTMAS, 4, None),
        ("2025-12-22", "2026-01-06", CLOSED_AT_CHRISTMAS, 4, "2026-01-06 to 2026-01-06, sent 2025-12-22"),
        ("2025-12-23", "2026-01-06", CLOSED_AT_CHRISTMAS, 4, None),
        # The town hall moves in the last days.
        ("2018-08-20", "2018-08-31", MOVING, 4, "2018-08-24 to 2018-08-29, sent 2018-08-23"),
    ],
)
def test_an_extraordinary_meeting_is_proposed_while_there_is_time_for_one(arrives, deadline, calendar, days, proposal):
    assert proposed(answer(arrives, deadline, dispatch_days=days, calendar=calendar)) == proposal


def test_a_deadline_that_is_past_leaves_only_another_deadline():
    found = answer("2018-06-11", "2018-08-31", "2018-06-13 sent", "2018-09-12", "2018-10-10", today="2018-09-10")

    assert found.extraordinary is None
    # September's agenda should have been sent by the 6th.
    assert found.other_deadline.treated_at.meeting.date == day("2018-10-10")
    assert found.other_deadline.date == day("2018-10-11")


@pytest.mark.parametrize(
    ("meetings", "asked_for"),
    [
        ([], None),
        (["2018-09-12 cancelled"], None),
        (["2018-09-12 extraordinary"], None),
        (["2018-09-12 sent", "2018-10-10"], "2018-10-11"),
        (["2018-09-14"], "2018-09-17"),
        (["2018-10-10", "2018-09-12"], "2018-09-13"),
    ],
)
def test_another_deadline_is_the_working_day_after_the_first_ordinary_meeting_that_can_treat_it(meetings, asked_for):
    found = answer("2018-08-20", "2018-08-31", *meetings).other_deadline
    assert (found and str(found.date)) == asked_for
