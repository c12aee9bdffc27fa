"""At which meeting what is to come is expected: a table of days, and what holds whatever the calendar is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followups.lists.scheduling import AwaitedCase, ComingMeeting, schedule

TODAY = date(2018, 9, 3)
SEPTEMBER, OCTOBER, EXTRA, NOVEMBER = 1, 2, 3, 4
CALENDAR = [
    ComingMeeting(SEPTEMBER, date(2018, 9, 12)),
    ComingMeeting(OCTOBER, date(2018, 10, 3)),
    ComingMeeting(EXTRA, date(2018, 10, 24), ordinary=False),
    ComingMeeting(NOVEMBER, date(2018, 11, 14)),
]

PLACES = [
    ("the very day of a meeting", (9, 12), (9, 12), None, SEPTEMBER),
    ("a month with one meeting", (9, 1), (9, 30), None, SEPTEMBER),
    ("days that began before today", (6, 1), (9, 30), None, SEPTEMBER),
    ("a period over several meetings", (9, 1), (11, 30), None, NOVEMBER),
    ("one that ends between two meetings", (9, 1), (10, 20), None, OCTOBER),
    ("one that ends on the day of a meeting", (9, 1), (10, 3), None, OCTOBER),
    ("one with an ordinary and then an extraordinary meeting", (10, 1), (10, 31), None, OCTOBER),
    ("one with an extraordinary meeting alone", (10, 20), (10, 31), None, EXTRA),
    ("one between two meetings", (9, 13), (10, 2), None, "periods"),
    ("one after the last meeting", (12, 1), (12, 31), None, "periods"),
    ("one that begins before the last meeting and ends after it", (11, 1), (12, 31), None, NOVEMBER),
    ("one whose last day is today", (9, 1), (9, 3), None, "periods"),
    ("one whose last day was yesterday", (9, 1), (9, 2), None, "overdue"),
    ("none", None, None, None, "undated"),
    ("none, on an agenda", None, None, OCTOBER, OCTOBER),
    ("overdue, on an agenda", (6, 1), (6, 30), SEPTEMBER, SEPTEMBER),
    ("a later one, on an earlier agenda", (11, 1), (11, 30), SEPTEMBER, SEPTEMBER),
    ("overdue, on an agenda of another body", (6, 1), (6, 30), 99, "overdue"),
]


def place_of(first: date | None, last: date | None, at: int | None, calendar=CALENDAR) -> int | str:
    found = schedule([AwaitedCase("it", first, last, at)], calendar, today=TODAY)
    sections = {"overdue": found.overdue, "periods": found.periods, "undated": found.undated, **found.meetings}
    [place] = [name for name, rows in sections.items() if rows]
    return place


@pytest.mark.parametrize(("first", "last", "at", "place"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_where_it_is_expected(first, last, at, place):
    days = [date(2018, *day) if day else None for day in (first, last)]
    assert place_of(*days, at) == place


def test_of_two_meetings_on_one_day_it_is_the_first():
    assert (
        place_of(date(2018, 9, 1), date(2018, 9, 30), None, [ComingMeeting(7, date(2018, 9, 12)), ComingMeeting(8, date(2018, 9, 12))]) == 7
    )


def test_a_meeting_at_which_nothing_is_expected_is_there():
    assert schedule([], CALENDAR, today=TODAY).meetings == {SEPTEMBER: [], OCTOBER: [], EXTRA: [], NOVEMBER: []}


days = st.integers(-200, 400).map(lambda days: TODAY + timedelta(days))
periods = st.one_of(st.just((None, None)), st.tuples(days, days).map(sorted))
calendars = st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=12).map(
    lambda meetings: [ComingMeeting(key, TODAY + timedelta(after), ordinary) for key, (after, ordinary) in enumerate(sorted(meetings))]
)


@given(st.lists(st.tuples(periods, st.one_of(st.none(), st.integers(0, 14)))), calendars)
def test_everything_lands_in_exactly_one_section_and_in_order(told, calendar):
    awaited = [AwaitedCase(number, first, last, at) for number, ((first, last), at) in enumerate(told)]
    found = schedule(awaited, calendar, today=TODAY)
    sections = [found.overdue, found.periods, found.undated, *found.meetings.values()]
    assert sorted(row for rows in sections for row in rows) == list(range(len(awaited)))
    assert all(rows == sorted(rows) for rows in sections)
    assert list(found.meetings) == [meeting.key for meeting in calendar]


@given(periods, calendars)
def test_nothing_is_expected_outside_its_days(period, calendar):
    first, last = period
    place = place_of(first, last, None, calendar)
    within = [meeting for meeting in calendar if first and first <= meeting.date <= last and last >= TODAY]
    assert (place in [meeting.key for meeting in within]) == bool(within)
    if place == "overdue":
        assert last < TODAY
