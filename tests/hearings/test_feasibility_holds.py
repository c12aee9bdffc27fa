"""What holds of every calendar: nothing possible is missed, nothing impossible promised, and every way out is one."""

import datetime as dt
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from danish.working_days import BETWEEN_CHRISTMAS_AND_NEW_YEAR, Calendar
from hearings.feasibility import Answer, Sitting, check

calendars = st.builds(Calendar, saturday_counts=st.booleans(), closed=st.sampled_from([(), (BETWEEN_CHRISTMAS_AND_NEW_YEAR,)]))
# From before Christmas to after Easter, so that days fall close together and over holidays.
days = st.dates(dt.date(2025, 12, 1), dt.date(2026, 5, 31))
sittings = st.builds(Sitting, days, ordinary=st.booleans(), cancelled=st.booleans(), agenda_sent=st.booleans())


@dataclass(frozen=True)
class Heard:
    arrives: dt.date
    deadline: dt.date
    today: dt.date
    sittings: tuple[Sitting, ...]
    dispatch_days: int
    calendar: Calendar

    def answer(self, **changed) -> Answer:
        now = replace(self, **changed)
        return check(
            arrives=now.arrives,
            deadline=now.deadline,
            today=now.today,
            sittings=now.sittings,
            dispatch_days=now.dispatch_days,
            calendar=now.calendar,
        )

    def can_treat(self, sitting: Sitting) -> bool:
        if sitting.cancelled or sitting.agenda_sent:
            return False
        dispatch = self.calendar.back(sitting.date, self.dispatch_days)
        return self.arrives <= dispatch and self.today <= dispatch

    def fits(self, sitting: Sitting) -> bool:
        return sitting.date <= self.deadline and self.can_treat(sitting)


hearings = st.builds(Heard, days, days, days, st.lists(sittings, max_size=6).map(tuple), st.integers(0, 12), calendars)


@settings(deadline=None)
@given(hearings)
def test_possible_are_exactly_the_meetings_that_fit(heard):
    found = heard.answer()
    fitting = sorted((sitting for sitting in heard.sittings if heard.fits(sitting)), key=lambda sitting: sitting.date)
    assert [meeting.sitting for meeting in found.possible] == fitting
    assert all(meeting.dispatch == heard.calendar.back(meeting.sitting.date, heard.dispatch_days) for meeting in found.possible)
    assert found.feasible is bool(fitting)


@settings(deadline=None)
@given(hearings, sittings)
def test_one_meeting_more_never_hinders(heard, one_more):
    assert heard.answer(sittings=(*heard.sittings, one_more)).feasible >= heard.answer().feasible


@settings(deadline=None)
@given(hearings, st.data())
def test_calling_a_meeting_off_never_helps(heard, data):
    off = data.draw(st.integers(0, max(0, len(heard.sittings) - 1)))
    left = tuple(replace(one, cancelled=True) if number == off else one for number, one in enumerate(heard.sittings))
    assert heard.answer(sittings=left).feasible <= heard.answer().feasible


@settings(deadline=None)
@given(hearings)
def test_the_proposed_extraordinary_meeting_would_do_on_its_first_and_on_its_last_day(heard):
    found = heard.answer()
    if by := found.extraordinary:
        assert not found.feasible
        assert by.first <= by.last
        assert heard.today <= by.dispatch == heard.calendar.back(by.last, heard.dispatch_days)
        for day in (by.first, by.last):
            assert heard.calendar.is_working_day(day)
            assert heard.answer(sittings=(*heard.sittings, Sitting(day))).feasible


@settings(deadline=None)
@given(hearings)
def test_no_working_day_outside_the_proposal_would_do(heard):
    found = heard.answer()
    if not found.feasible:
        span = (
            max(heard.arrives, heard.today) + dt.timedelta(n) for n in range((heard.deadline - max(heard.arrives, heard.today)).days + 1)
        )
        would_do = [day for day in span if heard.calendar.is_working_day(day) and heard.fits(Sitting(day))]
        by = found.extraordinary
        assert (by and (by.first, by.last)) == ((would_do[0], would_do[-1]) if would_do else None)


@settings(deadline=None)
@given(hearings)
def test_the_proposed_deadline_makes_it_possible_and_is_missing_only_when_no_meeting_could(heard):
    found = heard.answer()
    later = [one for one in heard.sittings if one.ordinary and one.date > heard.deadline and heard.can_treat(one)]
    if found.feasible:
        assert found.other_deadline is None
    elif other := found.other_deadline:
        assert other.date > heard.deadline
        assert heard.calendar.is_working_day(other.date)
        assert other.meeting.sitting.date == min(one.date for one in later)
        assert other.meeting.sitting in [meeting.sitting for meeting in heard.answer(deadline=other.date).possible]
    else:
        assert not later


@settings(deadline=None)
@given(hearings)
def test_the_nearest_are_told_when_no_ordinary_meeting_fits_and_none_of_them_fits(heard):
    found = heard.answer()
    planned = [one for one in heard.sittings if one.ordinary and not one.cancelled]
    until, after = [[one.date for one in planned if (one.date <= heard.deadline) is side] for side in (True, False)]
    if any(heard.fits(one) for one in planned):
        assert found.hindered == ()
    else:
        assert [row.sitting.date for row in found.hindered] == ([max(until)] if until else []) + ([min(after)] if after else [])
        assert not any(heard.fits(row.sitting) for row in found.hindered)
