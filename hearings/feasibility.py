"""Feasibility of an answer before the deadline: at which meeting it can be decided, and if at none, why not and what can be done. Pure.

An answer is decided at a meeting on or before the deadline, whose agenda is still to be sent: it is not published, and the last day for
sending it lies neither before the hearing arrived nor before today.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from danish.working_days import Calendar


class Obstacle(StrEnum):
    """The reason why a meeting is no use. The first that holds is told."""

    AFTER_DEADLINE = "after_deadline"
    BEFORE_ARRIVAL = "before_arrival"  # it was held before the hearing arrived
    AGENDA_SENT = "agenda_sent"
    DUE_BEFORE_ARRIVAL = "due_before_arrival"  # its agenda had to be sent before the hearing arrived
    DUE_BEFORE_TODAY = "due_before_today"


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting in the body's calendar. `key` is the caller's own name for it."""

    date: dt.date
    ordinary: bool = True
    cancelled: bool = False
    agenda_sent: bool = False
    key: int | None = None


@dataclass(frozen=True, slots=True)
class FeasibleMeeting:
    """A meeting that can treat the hearing, when its agenda is sent on or before `dispatch`."""

    meeting: CalendarMeeting
    dispatch: dt.date

    @property
    def extraordinary(self) -> bool:
        return not self.meeting.ordinary


@dataclass(frozen=True, slots=True)
class InfeasibleMeeting:
    """A meeting that cannot, and the obstacle; `dispatch` is the last day for sending its agenda."""

    meeting: CalendarMeeting
    dispatch: dt.date
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class ExtraordinaryMeeting:
    """An extraordinary meeting that would do: on a working day from `first` to `last`; for the last one the agenda goes out by `dispatch`."""

    first: dt.date
    last: dt.date
    dispatch: dt.date


@dataclass(frozen=True, slots=True)
class OtherDeadline:
    """A deadline to ask for: the working day after the first ordinary meeting that can treat the hearing."""

    date: dt.date
    treated_at: FeasibleMeeting


@dataclass(frozen=True, slots=True)
class Feasibility:
    """`feasible_meetings` in the order of time, extraordinary meetings that are planned already among them.

    `infeasible_meetings` are, when no ordinary meeting is feasible, the last one until the deadline and the first one after it, as far as
    the calendar has them. The proposals come only when nothing is feasible: no `extraordinary` when it is too late for one, no
    `other_deadline` when the calendar has no meeting for it.
    """

    feasible_meetings: tuple[FeasibleMeeting, ...] = ()
    infeasible_meetings: tuple[InfeasibleMeeting, ...] = ()
    extraordinary: ExtraordinaryMeeting | None = None
    other_deadline: OtherDeadline | None = None

    @property
    def is_feasible(self) -> bool:
        return bool(self.feasible_meetings)

    @property
    def only_extraordinary(self) -> bool:
        """True if only an extraordinary meeting can answer in time."""
        return self.is_feasible and all(one.extraordinary for one in self.feasible_meetings)


def check(
    *, arrives: dt.date, deadline: dt.date, today: dt.date, meetings: Iterable[CalendarMeeting], dispatch_days: int, calendar: Calendar
) -> Feasibility:
    """The meetings that can treat a hearing which `arrives` one day and is to be answered on or before `deadline`.

    `meetings` are one body's, in any order, cancelled ones too. `dispatch_days` working days before a meeting its agenda must be sent,
    counted by `calendar`.
    """
    planned = sorted((meeting for meeting in meetings if not meeting.cancelled), key=lambda meeting: meeting.date)
    earliest = max(arrives, today)

    def dispatch(day: dt.date) -> dt.date:
        return calendar.back(day, dispatch_days)

    def feasible(meeting: CalendarMeeting) -> FeasibleMeeting | None:
        last = dispatch(meeting.date)
        return FeasibleMeeting(meeting, last) if not meeting.agenda_sent and last >= earliest else None

    def infeasible(meeting: CalendarMeeting) -> InfeasibleMeeting:
        last = dispatch(meeting.date)
        return InfeasibleMeeting(meeting, last, _obstacle(meeting, last, arrives=arrives, deadline=deadline))

    until = [meeting for meeting in planned if meeting.date <= deadline]
    found = tuple(one for meeting in until if (one := feasible(meeting)))
    if any(not one.extraordinary for one in found):
        return Feasibility(found)
    ordinary_until = [meeting for meeting in until if meeting.ordinary]
    ordinary_after = [meeting for meeting in planned if meeting.ordinary and meeting.date > deadline]
    nearest = tuple(map(infeasible, ordinary_until[-1:] + ordinary_after[:1]))
    if found:
        return Feasibility(found, nearest)

    # back(day, n) lies on or after `earliest` for the n-th working day from there and all later ones.
    first = calendar.forward(calendar.on_or_after(earliest), dispatch_days)
    last = calendar.on_or_before(deadline)
    later = next((one for meeting in ordinary_after if (one := feasible(meeting))), None)
    return Feasibility(
        infeasible_meetings=nearest,
        extraordinary=ExtraordinaryMeeting(first, last, dispatch(last)) if first <= last else None,
        other_deadline=OtherDeadline(calendar.next_working_day(later.meeting.date), later) if later else None,
    )


def _obstacle(meeting: CalendarMeeting, dispatch: dt.date, *, arrives: dt.date, deadline: dt.date) -> Obstacle:
    if meeting.date > deadline:
        return Obstacle.AFTER_DEADLINE
    if meeting.date < arrives:
        return Obstacle.BEFORE_ARRIVAL
    if meeting.agenda_sent:
        return Obstacle.AGENDA_SENT
    return Obstacle.DUE_BEFORE_ARRIVAL if dispatch < arrives else Obstacle.DUE_BEFORE_TODAY
