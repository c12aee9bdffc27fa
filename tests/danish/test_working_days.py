"""Which days count, and the last day something can be sent so many working days before a meeting."""

import datetime as dt

import pytest

from danish.working_days import BETWEEN_CHRISTMAS_AND_NEW_YEAR, Calendar, Closing, YearlyClosing

ORDINARY = Calendar()
WITH_SATURDAY = Calendar(saturday_counts=True)
CLOSED_AT_CHRISTMAS = Calendar(closed=(BETWEEN_CHRISTMAS_AND_NEW_YEAR,))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("calendar", "of", "reason"),
    [
        (ORDINARY, "2018-06-06", None),
        (ORDINARY, "2018-06-05", "grundlovsdag"),
        (ORDINARY, "2018-06-02", "lørdag"),
        (WITH_SATURDAY, "2018-06-02", None),
        (WITH_SATURDAY, "2018-06-03", "søndag"),
        (ORDINARY, "2018-04-01", "påskedag"),
        (ORDINARY, "2023-05-05", "store bededag"),
        (ORDINARY, "2024-04-26", None),
        (ORDINARY, "2025-12-29", None),
        (CLOSED_AT_CHRISTMAS, "2025-12-29", "lukket mellem jul og nytår"),
        (CLOSED_AT_CHRISTMAS, "2025-12-31", "nytårsaftensdag"),
        (Calendar(closed=(Closing("flytning", day("2025-05-30"), day("2025-06-02")),)), "2025-06-02", "flytning"),
        (Calendar(closed=(Closing("flytning", day("2025-05-30"), day("2025-06-02")),)), "2025-06-03", None),
        (Calendar(closed=(YearlyClosing("vinterlukket", (12, 20), (1, 5)),)), "2026-01-05", "vinterlukket"),
        (Calendar(closed=(YearlyClosing("vinterlukket", (12, 20), (1, 5)),)), "2026-01-06", None),
    ],
)
def test_a_day_is_a_working_day_or_says_why_not(calendar, of, reason):
    assert calendar.why_not(day(of)) == reason
    assert calendar.is_working_day(day(of)) is (reason is None)


@pytest.mark.parametrize(
    ("calendar", "meeting", "count", "whole", "dispatched"),
    [
        # An ordinary week: Wednesday, and the fourth working day before it.
        (ORDINARY, "2018-09-12", 4, False, "2018-09-06"),
        (ORDINARY, "2018-09-12", 4, True, "2018-09-05"),
        (WITH_SATURDAY, "2018-09-12", 4, False, "2018-09-07"),
        (ORDINARY, "2018-09-12", 0, False, "2018-09-12"),
        (ORDINARY, "2018-09-12", 1, False, "2018-09-11"),
        (ORDINARY, "2018-09-10", 1, False, "2018-09-07"),
        (WITH_SATURDAY, "2018-09-10", 1, False, "2018-09-08"),
        # Over grundlovsdag.
        (ORDINARY, "2018-06-06", 4, False, "2018-05-30"),
        (ORDINARY, "2018-06-06", 7, False, "2018-05-25"),
        (ORDINARY, "2018-06-06", 8, False, "2018-05-24"),
        # Over Easter: skærtorsdag to 2. påskedag.
        (ORDINARY, "2018-04-04", 4, False, "2018-03-26"),
        (WITH_SATURDAY, "2018-04-04", 4, False, "2018-03-27"),
        # Over store bededag, and a year after it was abolished.
        (ORDINARY, "2023-05-08", 4, False, "2023-05-01"),
        (ORDINARY, "2024-04-29", 4, False, "2024-04-23"),
        # Over Christmas, without and with the town hall closed.
        (ORDINARY, "2026-01-05", 4, False, "2025-12-23"),
        (CLOSED_AT_CHRISTMAS, "2026-01-05", 4, False, "2025-12-19"),
        # On a day that is none itself, over a leap day, over the spring change of the clock.
        (ORDINARY, "2018-06-03", 1, False, "2018-06-01"),
        (ORDINARY, "2024-03-01", 1, False, "2024-02-29"),
        (ORDINARY, "2023-03-01", 1, False, "2023-02-28"),
        (ORDINARY, "2019-04-02", 2, False, "2019-03-29"),
    ],
)
def test_the_last_day_so_many_working_days_before(calendar, meeting, count, whole, dispatched):
    assert calendar.back(day(meeting), count, whole_days=whole) == day(dispatched)


@pytest.mark.parametrize(
    ("start", "count", "whole", "end"),
    [
        ("2018-05-30", 4, False, "2018-06-06"),
        ("2018-05-30", 0, False, "2018-05-30"),
        ("2018-05-30", 1, True, "2018-06-01"),
        ("2018-12-21", 1, False, "2018-12-27"),
        ("2018-12-28", 1, False, "2019-01-02"),
    ],
)
def test_so_many_working_days_after(start, count, whole, end):
    assert ORDINARY.forward(day(start), count, whole_days=whole) == day(end)


def test_what_falls_on_a_closed_day_goes_to_the_nearest_working_day():
    maundy_thursday = day("2018-03-29")
    assert ORDINARY.on_or_after(maundy_thursday) == day("2018-04-03")
    assert ORDINARY.on_or_before(maundy_thursday) == day("2018-03-28")
    assert ORDINARY.next_working_day(day("2018-03-28")) == day("2018-04-03")
    assert ORDINARY.on_or_after(day("2018-03-28")) == ORDINARY.on_or_before(day("2018-03-28")) == day("2018-03-28")


def test_the_working_days_between_two_days_leave_both_out():
    assert ORDINARY.between(day("2018-05-30"), day("2018-06-06")) == [day("2018-05-31"), day("2018-06-01"), day("2018-06-04")]
    assert ORDINARY.between(day("2018-06-06"), day("2018-06-06")) == []
    assert ORDINARY.between(day("2018-06-06"), day("2018-05-30")) == []


def test_a_negative_count_and_a_place_that_never_opens_are_errors():
    with pytest.raises(ValueError, match="-1"):
        ORDINARY.back(day("2018-06-06"), -1)
    never_open = Calendar(closed=(YearlyClosing("nedlagt", (1, 1), (12, 31)),))
    with pytest.raises(ValueError, match="no working day"):
        never_open.next_working_day(day("2018-06-06"))


def test_the_count_tells_each_day_passed_and_why_it_did_not_count():
    told = ORDINARY.count_back(day("2018-06-06"), 4)
    assert told.counted == tuple(map(day, ("2018-06-04", "2018-06-01", "2018-05-31", "2018-05-30")))
    assert told.skipped == ((day("2018-06-05"), "grundlovsdag"), (day("2018-06-03"), "søndag"), (day("2018-06-02"), "lørdag"))
    closed = CLOSED_AT_CHRISTMAS.count_back(day("2026-01-02"), 1, whole_days=True)
    assert closed.counted == (day("2025-12-23"), day("2025-12-22"))
    assert (day("2025-12-30"), "lukket mellem jul og nytår") in closed.skipped
