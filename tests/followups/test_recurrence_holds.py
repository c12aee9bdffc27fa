"""What holds of any recurrence: slots of the calendar neither lose nor double a day, and meetings are counted, whatever the calendar does."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from followups.due_rules import DueRule, resolve
from followups.recurrence import LONGEST_WITHOUT_MEETING, Due, MeetingDay

DAY = dt.timedelta(days=1)
DATES = st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))
ASKED = dt.date(2018, 6, 6)
NEAR = st.dates(ASKED - 60 * DAY, ASKED + 400 * DAY)
SITTINGS = st.lists(st.builds(MeetingDay, NEAR, ordinary=st.booleans(), cancelled=st.booleans()), max_size=15)
# Near enough to the meeting that asked for the calendar to have no hole.
ORDINARY = st.lists(st.builds(MeetingDay, st.dates(ASKED + DAY, ASKED + 190 * DAY)), min_size=3, max_size=15, unique=True)
CALENDAR_RULES = st.builds(
    lambda every, unit: DueRule(every=every, unit=unit), st.integers(1, 6), st.sampled_from(["month", "quarter", "year"])
)


def slots(rule: DueRule, *, asked: dt.date = ASKED, told: tuple[dt.date, dt.date] | None = None, number: int = 12) -> list[Due]:
    rule = replace(rule, first=told[0], last=told[1]) if told else rule
    return [resolve(rule, asked=asked, ordinal=one) for one in range(1, number + 1)]


def by_meetings(every: int, sittings: list[MeetingDay], *, delivered: dt.date | None = None) -> Due:
    rule = DueRule(every=every, unit="meeting")
    return resolve(rule, asked=ASKED, ordinal=2 if delivered else 1, delivered=delivered, meetings=sittings)


def month_number(day: dt.date) -> int:
    return 12 * day.year + day.month


@given(DATES, st.sampled_from(["month", "quarter"]))
def test_monthly_and_quarterly_slots_follow_each_other_without_gap_or_overlap(asked, unit):
    found = slots(DueRule(every=1, unit=unit), asked=asked)
    assert all(one.last + DAY == following.first for one, following in pairwise(found))
    # The first begins when the month or quarter that the body asked in ends.
    months = 1 if unit == "month" else 3
    assert asked < found[0].first
    assert month_number(found[0].first) - month_number(asked) <= months
    assert found[0].first.day == 1
    assert month_number(found[0].first) % months == 1 % months


@given(DATES, CALENDAR_RULES)
def test_slots_are_as_far_apart_as_the_rule_says(asked, rule):
    found = slots(rule, asked=asked)
    step = rule.every * {"month": 1, "quarter": 3, "year": 12}[rule.unit]
    assert {month_number(following.first) - month_number(one.first) for one, following in pairwise(found)} == {step}
    assert all(one.first <= one.last < following.first for one, following in pairwise(found))


@given(DATES, st.integers(0, 30), CALENDAR_RULES)
def test_a_time_told_comes_again_on_its_own_days(first, length, rule):
    told = (first, first + length * DAY)
    assume(told[1].month == first.month)
    found = slots(rule, asked=first - 30 * DAY, told=told)
    assert (found[0].first, found[0].last) == told
    assert all(one.first <= one.last < following.first for one, following in pairwise(found))
    week = told[0].weekday() == 0 and length == 6
    # The day of the month is kept wherever the month has it, so that nothing drifts.
    assert week or all(one.first.day == first.day or (one.first.day < first.day and (one.first + DAY).day == 1) for one in found)


@given(DATES, DATES, CALENDAR_RULES)
def test_no_time_told_makes_slots_overlap_by_more_than_the_end_of_a_month(one_day, other_day, rule):
    told = (min(one_day, other_day), max(one_day, other_day))
    found = slots(rule, asked=told[0], told=told)
    assert all(one.first <= one.last <= following.first and one.first < following.first for one, following in pairwise(found))


def before_a_hole(after: dt.date, days: set[dt.date]) -> set[dt.date]:
    """Those of the days that come before so long a time without any that there were meetings that the calendar lacks."""
    known = [after]
    for day in sorted(days):
        if day - known[-1] > LONGEST_WITHOUT_MEETING:
            break
        known.append(day)
    return {*known[1:]}


@given(SITTINGS, st.integers(1, 6), st.none() | NEAR)
def test_by_meetings_it_is_that_many_days_with_an_ordinary_meeting_on(sittings, every, delivered):
    found = by_meetings(every, sittings, delivered=delivered)
    after = delivered or ASKED
    known = before_a_hole(after, {sitting.date for sitting in sittings if sitting.date > after})
    held = {sitting.date for sitting in sittings if sitting.ordinary and not sitting.cancelled and sitting.date in known}
    if found.first is None:
        assert found.last is None
        assert len(held) + found.meetings_short == every
    else:
        assert found.meetings_short == 0
        assert found.first == found.last in held
        assert sum(day <= found.last for day in held) == every


@given(SITTINGS, st.integers(1, 6), st.randoms(use_true_random=False))
def test_neither_order_nor_a_second_sitting_of_the_day_matters(sittings, every, random):
    again = sittings * 2
    random.shuffle(again)
    assert by_meetings(every, again) == by_meetings(every, sittings)


@given(ORDINARY, st.integers(1, 3), st.data())
def test_moving_a_meeting_past_the_due_day_makes_it_later_and_before_it_earlier(sittings, every, data):
    sittings = sorted(sittings, key=lambda sitting: sitting.date)
    was = by_meetings(every, sittings).last
    moved = data.draw(st.sampled_from(sittings))
    others = [sitting for sitting in sittings if sitting != moved]
    to = data.draw(st.dates(ASKED + DAY, ASKED + 199 * DAY).filter(lambda day: day not in {sitting.date for sitting in others}))
    now = by_meetings(every, [*others, MeetingDay(to)]).last
    if moved.date <= was < to:
        assert now == min([to, *(sitting.date for sitting in others if sitting.date > was)])
    elif to <= was <= moved.date:
        assert now == max([to, *(sitting.date for sitting in others if sitting.date < was)])
    else:
        assert now == was


@given(ORDINARY, st.integers(1, 3))
def test_cancelling_the_meeting_it_is_due_at_makes_it_due_at_the_next(sittings, every):
    days = sorted(sitting.date for sitting in sittings)
    cancelled = [MeetingDay(day, cancelled=day == days[every - 1]) for day in days]
    expected = Due(days[every], days[every]) if len(days) > every else Due(None, None, meetings_short=1)
    assert by_meetings(every, cancelled) == expected


@given(ORDINARY, st.dates(ASKED - 60 * DAY, ASKED + 199 * DAY), st.integers(1, 3))
def test_an_extraordinary_or_cancelled_meeting_more_changes_nothing(sittings, day, every):
    was = by_meetings(every, sittings)
    assert by_meetings(every, [*sittings, MeetingDay(day, ordinary=False)]) == was
    assert by_meetings(every, [*sittings, MeetingDay(day, cancelled=True)]) == was


@given(SITTINGS)
def test_the_next_meeting_is_every_first_one(sittings):
    assert resolve(DueRule(at_next_meeting=True), asked=ASKED, meetings=sittings) == by_meetings(1, sittings)
