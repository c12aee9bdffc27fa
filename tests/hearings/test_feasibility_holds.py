"""What holds of every calendar: nothing possible is missed, nothing impossible promised, and every way out is one."""

import datetime as dt
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.working_days import BETWEEN_CHRISTMAS_AND_NEW_YEAR, Calendar
from hearings.feasibility import CalendarMeeting, Feasibility, check

calendars = st.builds(Calendar, saturday_counts=st.booleans(), closed=st.sampled_from([(), (BETWEEN_CHRISTMAS_AND_NEW_YEAR,)]))
# From before Christmas to after Easter, so that days fall close together and over holidays.
days = st.dates(dt.date(2025, 12, 1), dt.date(2026, 5, 31))
meetings = st.builds(CalendarMeeting, days, ordinary=st.booleans(), cancelled=st.booleans(), agenda_sent=st.booleans())


@dataclass(frozen=True)
class Heard:
    arrives: dt.date
    deadline: dt.date
    today: dt.date
    meetings: tuple[CalendarMeeting, ...]
    dispatch_days: int
    calendar: Calendar

    def answer(self, **changed) -> Feasibility:
        now = replace(self, **changed)
        return check(
            arrives=now.arrives,
            deadline=now.deadline,
            today=now.today,
            meetings=now.meetings,
            dispatch_days=now.dispatch_days,
            calendar=now.calendar,
        )

    def can_treat(self, meeting: CalendarMeeting) -> bool:
        if meeting.cancelled or meeting.agenda_sent:
            return False
        dispatch = self.calendar.back(meeting.date, self.dispatch_days)
        return self.arrives <= dispatch and self.today <= dispatch

    def fits(self, meeting: CalendarMeeting) -> bool:
        return meeting.date <= self.deadline and self.can_treat(meeting)


hearings = st.builds(Heard, days, days, days, st.lists(meetings, max_size=6).map(tuple), st.integers(0, 12), calendars)


@settings(deadline=None)
@given(hearings)
def test_possible_are_exactly_the_meetings_that_fit(heard):
    found = heard.answer()
    fitting = sorted((meeting for meeting in heard.meetings if heard.fits(meeting)), key=lambda meeting: meeting.date)
    assert [one.meeting for one in found.feasible_meetings] == fitting
    assert all(one.dispatch == heard.calendar.back(one.meeting.date, heard.dispatch_days) for one in found.feasible_meetings)
    assert found.is_feasible is bool(fitting)


@settings(deadline=None)
@given(hearings, meetings)
def test_one_meeting_more_never_hinders(heard, one_more):
    assert heard.answer(meetings=(*heard.meetings, one_more)).is_feasible >= heard.answer().is_feasible


@settings(deadline=None)
@given(hearings, st.data())
def test_calling_a_meeting_off_never_helps(heard, data):
    off = data.draw(st.integers(0, max(0, len(heard.meetings) - 1)))
    left = tuple(replace(one, cancelled=True) if number == off else one for number, one in enumerate(heard.meetings))
    assert heard.answer(meetings=left).is_feasible <= heard.answer().is_feasible


@settings(deadline=None)
@given(hearings)
def test_the_proposed_extraordinary_meeting_would_do_on_its_first_and_on_its_last_day(heard):
    found = heard.answer()
    if by := found.extraordinary:
        assert not found.is_feasible
        assert by.first <= by.last
        assert heard.today <= by.dispatch == heard.calendar.back(by.last, heard.dispatch_days)
        for day in (by.first, by.last):
            assert heard.calendar.is_working_day(day)
            assert heard.answer(meetings=(*heard.meetings, CalendarMeeting(day))).is_feasible


@settings(deadline=None)
@given(hearings)
def test_no_working_day_outside_the_proposal_would_do(heard):
    found = heard.answer()
    if not found.is_feasible:
        span = (
            max(heard.arrives, heard.today) + dt.timedelta(n) for n in range((heard.deadline - max(heard.arrives, heard.today)).days + 1)
        )
        would_do = [day for day in span if heard.calendar.is_working_day(day) and heard.fits(CalendarMeeting(day))]
        by = found.extraordinary
        assert (by and (by.first, by.last)) == ((would_do[0], would_do[-1]) if would_do else None)


@settings(deadline=None)
@given(hearings)
def test_the_proposed_deadline_makes_it_possible_and_is_missing_only_when_no_meeting_could(heard):
    found = heard.answer()
    later = [one for one in heard.meetings if one.ordinary and one.date > heard.deadline and heard.can_treat(one)]
    if found.is_feasible:
        assert found.other_deadline is None
    elif other := found.other_deadline:
        assert other.date > heard.deadline
        assert heard.calendar.is_working_day(other.date)
        assert other.treated_at.meeting.date == min(one.date for one in later)
        assert other.treated_at.meeting in [meeting.meeting for meeting in heard.answer(deadline=other.date).feasible_meetings]
    else:
        assert not later


@settings(deadline=None)
@given(hearings)
def test_the_nearest_are_told_when_no_ordinary_meeting_fits_and_none_of_them_fits(heard):
    found = heard.answer()
    planned = [one for one in heard.meetings if one.ordinary and not one.cancelled]
    until, after = [[one.date for one in planned if (one.date <= heard.deadline) is side] for side in (True, False)]
    if any(heard.fits(one) for one in planned):
        assert found.infeasible_meetings == ()
    else:
        assert [row.meeting.date for row in found.infeasible_meetings] == ([max(until)] if until else []) + ([min(after)] if after else [])
        assert not any(heard.fits(row.meeting) for row in found.infeasible_meetings)
