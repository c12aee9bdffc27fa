"""What holds of every count of working days, whatever the day, the count and the town hall's closing days."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.working_days import BETWEEN_CHRISTMAS_AND_NEW_YEAR, Calendar, Closing

days = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))
counts = st.integers(0, 40)
closings = st.builds(lambda first, length: Closing("lukket", first, first + dt.timedelta(length)), days, st.integers(0, 20))
calendars = st.builds(
    Calendar,
    saturday_counts=st.booleans(),
    closed=st.lists(closings | st.just(BETWEEN_CHRISTMAS_AND_NEW_YEAR), max_size=3).map(tuple),
)


@settings(deadline=None)
@given(calendars, days, counts, st.booleans())
def test_back_and_forward_undo_each_other_on_working_days(calendar, day, count, whole_days):
    start = calendar.on_or_after(day)
    assert calendar.back(calendar.forward(start, count, whole_days=whole_days), count, whole_days=whole_days) == start
    assert calendar.forward(calendar.back(start, count, whole_days=whole_days), count, whole_days=whole_days) == start


@settings(deadline=None)
@given(calendars, days, days, counts)
def test_a_later_day_never_ends_earlier(calendar, one, other, count):
    earlier, later = sorted((one, other))
    assert calendar.back(earlier, count) <= calendar.back(later, count)
    assert calendar.forward(earlier, count) <= calendar.forward(later, count)


@settings(deadline=None)
@given(calendars, days, st.integers(1, 40), st.booleans())
def test_the_telling_agrees_with_the_count(calendar, day, count, whole_days):
    told = calendar.count_back(day, count, whole_days=whole_days)
    assert told.date == calendar.back(day, count, whole_days=whole_days)
    assert len(told.counted) == count + whole_days
    assert [step.day for step in told.steps] == [day - dt.timedelta(n) for n in range(1, (day - told.date).days + 1)]
    assert all(calendar.is_working_day(passed) for passed in told.counted)
    assert all(calendar.why_not(passed) == reason for passed, reason in told.skipped)


@settings(deadline=None)
@given(calendars, days, st.integers(1, 40))
def test_whole_days_lie_between(calendar, day, count):
    assert len(calendar.between(calendar.back(day, count, whole_days=True), day)) == count
    assert len(calendar.between(calendar.back(day, count), day)) == count - 1
