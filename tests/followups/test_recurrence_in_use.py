"""A council for some years: meetings are called, moved and cancelled, and reports come in whatever order, early or years late."""

import datetime as dt
from dataclasses import dataclass, field, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from followups.due_rules import DueRule, resolve
from followups.recurrence import LONGEST_WITHOUT_MEETING, Due, MeetingDay

DAY = dt.timedelta(days=1)
BEGAN = dt.date(2018, 6, 6)
DAYS = st.dates(BEGAN + DAY, BEGAN + 900 * DAY)
RULES = st.builds(
    lambda every, unit: DueRule(every=every, unit=unit),
    st.integers(1, 4),
    st.sampled_from(["meeting", "meeting", "month", "quarter", "year"]),
)


@dataclass
class Promise:
    """A promise as the register keeps it: its rule, the days its reports came on, and when each was due as it came."""

    rule: DueRule
    delivered: list[dt.date] = field(default_factory=list)
    were_due: list[Due] = field(default_factory=list)

    def is_due(self, sittings: list[MeetingDay]) -> Due:
        before = self.delivered[-1] if self.delivered else None
        return resolve(self.rule, asked=BEGAN, ordinal=len(self.delivered) + 1, delivered=before, meetings=sittings)


class Council(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.sittings: list[MeetingDay] = []
        self.promises: list[Promise] = []

    @initialize(rules=st.lists(RULES, min_size=1, max_size=4), days=st.lists(DAYS, max_size=8))
    def begin(self, rules, days):
        self.promises = [Promise(one) for one in rules]
        self.sittings = [MeetingDay(day) for day in days]

    @rule(day=DAYS, ordinary=st.booleans())
    def call_a_meeting(self, day, ordinary):
        self.sittings.append(MeetingDay(day, ordinary=ordinary))

    @precondition(lambda self: self.sittings)
    @rule(which=st.integers(0), day=DAYS)
    def move_a_meeting(self, which, day):
        which %= len(self.sittings)
        self.sittings[which] = replace(self.sittings[which], date=day)

    @precondition(lambda self: self.sittings)
    @rule(which=st.integers(0), cancelled=st.booleans())
    def cancel_a_meeting_or_hold_it_after_all(self, which, cancelled):
        which %= len(self.sittings)
        self.sittings[which] = replace(self.sittings[which], cancelled=cancelled)

    @rule(which=st.integers(0), day=DAYS)
    def deliver(self, which, day):
        promise = self.promises[which % len(self.promises)]
        promise.were_due.append(promise.is_due(self.sittings))
        promise.delivered.append(day)

    @rule(which=st.integers(0))
    def take_the_last_delivery_back(self, which):
        promise = self.promises[which % len(self.promises)]
        if promise.delivered:
            promise.delivered.pop()
            promise.were_due.pop()

    @invariant()
    def what_recurs_by_meetings_is_due_at_the_one_counted_to(self):
        for promise in self.promises:
            if promise.rule.unit == "meeting":
                after = promise.delivered[-1] if promise.delivered else BEGAN
                assert promise.is_due(self.sittings) == self.counted(promise.rule.every, after)

    @invariant()
    def what_recurs_by_calendar_is_due_once_in_each_slot_in_order(self):
        for promise in self.promises:
            if promise.rule.unit != "meeting":
                found = [*promise.were_due, promise.is_due(self.sittings)]
                assert [self.slot_of(promise.rule, one) for one in found] == list(range(1, len(found) + 1))

    def counted(self, every: int, after: dt.date) -> Due:
        """The calendar leafed through day by day, as far as a hole in it."""
        day, left, known_until = after, every, after
        while left and day < min(BEGAN + 900 * DAY, known_until + LONGEST_WITHOUT_MEETING):
            day += DAY
            if any(sitting.date == day for sitting in self.sittings):
                known_until = day
            left -= any(sitting.date == day and sitting.ordinary and not sitting.cancelled for sitting in self.sittings)
        return Due(None, None, meetings_short=left) if left else Due(day, day)

    def slot_of(self, of: DueRule, found: Due) -> float:
        """How many times the rule has come round, from the unit that the body asked in, to the days found."""
        assert found.first is not None
        assert found.first.day == (found.last + DAY).day == 1
        months = 12 * (found.first.year - BEGAN.year) + found.first.month - BEGAN.month
        if of.unit == "quarter":
            return (months + (BEGAN.month - 1) % 3) / (3 * of.every)
        return months / (of.every * (12 if of.unit == "year" else 1))


Council.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestCouncil = Council.TestCase
