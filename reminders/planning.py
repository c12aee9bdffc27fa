"""The plan of reminders: a function of the deadlines that stand, the policies, the calendar and now. Pure.

Every reminder is planned for a working day at 8. Those to come are planned before the last day, and after it the next one of each deadline. Of
those whose time has passed the latest alone is planned, as long as it is of use: so a deadline that is first seen late is told of once, and so is
one that nobody was reminded of while the service was down.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from danish.working_days import Calendar
from meetings.start_dates import is_before_start
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Duty
from reminders.default_policies import DEFAULTS
from reminders.hours import morning, next_within_hours
from reminders.steps import DeadlineStep, days_after, days_before

# A body can be muted by those whom its deadlines only inform.
CAN_BE_MUTED = {Duty.MEMBER, Duty.CHAIR}
CHAIR_FROM = 2  # the second reminder after the last day

Muted = AbstractSet[tuple[str, int | None]]  # an addressee's key and a body, or None for all of them
Policies = Mapping[tuple[int | None, DeadlineKind], Collection[DeadlineStep]]
Day = tuple[datetime, DeadlineStep, date | None]  # when a step leaves, and since when it has been waited for, as in `Planned`


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder: a step of a deadline, for one addressee. `send_at` is an aware time.

    Of one that comes after the last day, `since` is the day of the reminder before it, or the last day itself.
    """

    key: str
    kind: DeadlineKind
    step: str
    addressee: Addressee
    body: int
    last: date
    send_at: datetime
    since: date | None = None

    @property
    def slot(self) -> tuple[str, str, str]:
        return self.key, self.addressee.key, self.step


def steps_of(policies: Policies, body: int, kind: DeadlineKind) -> tuple[DeadlineStep, ...]:
    """The steps of the body's policy, else of the municipality's (under the body None), else the default ones."""
    return tuple(policies.get((body, kind), policies.get((None, kind), DEFAULTS[kind])))


def plan(
    deadlines: Iterable[Deadline],
    policies: Policies,
    *,
    calendar: Calendar,
    now: datetime,
    started: Mapping[int, date],
) -> list[Planned]:
    """The reminders of the deadlines, sorted by the time they leave.

    `started` has the day from which each body uses the system: nobody is reminded of what was due before it and has not been taken up, nor for
    a body that has none.
    Whoever has two duties towards a deadline is reminded once, for the first one.
    """
    planned = []
    for deadline, days in schedules(deadlines, policies, calendar=calendar, now=now, started=started):
        for addressee in {one.key: one for one in reversed(deadline.addressees)}.values():
            planned += [
                Planned(deadline.key, deadline.kind, str(step), addressee, deadline.body, deadline.last, send_at, since)
                for send_at, step, since in days
                if addressee.duty != Duty.CHAIR or (step.is_after and step.number >= CHAIR_FROM)
            ]
    return sorted(planned, key=lambda one: (one.send_at, one.slot))


def without_muted(deadline: Deadline, muted: Muted) -> Deadline:
    """The deadline without those whom it only informs and who do not want to hear of its body."""
    told = tuple(
        one for one in deadline.addressees if one.duty not in CAN_BE_MUTED or muted.isdisjoint(((one.key, deadline.body), (one.key, None)))
    )
    return deadline if told == deadline.addressees else replace(deadline, addressees=told)


def schedules(
    deadlines: Iterable[Deadline], policies: Policies, *, calendar: Calendar, now: datetime, started: Mapping[int, date]
) -> Iterator[tuple[Deadline, list[Day]]]:
    """The deadlines that somebody may be reminded of, each with the steps that are planned and when they leave."""
    days = cache(lambda steps, opens, last: _days(steps, opens, last, calendar, now))
    for deadline in deadlines:
        start = started.get(deadline.body)
        if start and (deadline.is_taken_up or not is_before_start(deadline.last, start)):
            yield deadline, days(steps_of(policies, deadline.body, deadline.kind), deadline.opens, deadline.last)


def _days(steps: tuple[DeadlineStep, ...], opens: date | None, last: date, calendar: Calendar, now: datetime) -> list[Day]:
    """The steps that are planned: all those to come up to the last day, the next one after it, and the latest one that has passed.

    One that comes before the last day is of no use when it could not leave by then.
    """
    passed: list[Day] = []
    coming: list[Day] = []
    for day, step in days_before(steps, opens=opens, last=last, calendar=calendar):
        (passed if morning(day) <= now else coming).append((morning(day), step, None))
    if passed and next_within_hours(now, calendar).date() > last:
        passed = []
    since = last
    for day, step in days_after(steps, last=last, calendar=calendar):
        if morning(day) > now:
            coming.append((morning(day), step, since))
            break
        passed = [(morning(day), step, since)]
        since = day
    return passed[-1:] + coming


def preview(
    steps: Collection[DeadlineStep], *, opens: date | None, last: date, calendar: Calendar, after: int = 3
) -> list[tuple[date, DeadlineStep]]:
    """The days that the steps give for such a deadline, with the first `after` ones after the last day."""
    following = days_after(steps, last=last, calendar=calendar)
    return days_before(steps, opens=opens, last=last, calendar=calendar) + [pair for pair, _ in zip(following, range(after), strict=False)]
