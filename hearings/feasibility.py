"""Whether a body that is heard can answer in time: at which meeting, and if at none, why not and what can be done. Pure.

An answer is decided at a meeting on or before the deadline, whose agenda is still to be sent: it is not published, and the last day for
sending it lies neither before the hearing arrived nor before today.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from danish.working_days import Calendar


class Why(StrEnum):
    """Why a meeting is no use. The first that holds is told."""

    AFTER_DEADLINE = "after_deadline"
    BEFORE_ARRIVAL = "before_arrival"  # it was held before the hearing arrived
    AGENDA_SENT = "agenda_sent"
    DUE_BEFORE_ARRIVAL = "due_before_arrival"  # its agenda had to be sent before the hearing arrived
    DUE_BEFORE_TODAY = "due_before_today"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting in the body's calendar. `key` is the caller's own name for it."""

    date: dt.date
    ordinary: bool = True
    cancelled: bool = False
    agenda_sent: bool = False
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Possible:
    """A meeting that can treat the hearing, when its agenda is sent on or before `dispatch`."""

    sitting: Sitting
    dispatch: dt.date

    @property
    def extraordinary(self) -> bool:
        return not self.sitting.ordinary


@dataclass(frozen=True, slots=True)
class Hindered:
    """A meeting that cannot, and why; `dispatch` is the last day for sending its agenda."""

    sitting: Sitting
    dispatch: dt.date
    why: Why


@dataclass(frozen=True, slots=True)
class Extraordinary:
    """An extraordinary meeting that would do: on a working day from `first` to `last`; for the last one the agenda goes out by `dispatch`."""

    first: dt.date
    last: dt.date
    dispatch: dt.date


@dataclass(frozen=True, slots=True)
class OtherDeadline:
    """A deadline to ask for: the working day after the first ordinary meeting that can treat the hearing."""

    date: dt.date
    meeting: Possible


@dataclass(frozen=True, slots=True)
class Answer:
    """`possible` in the order of time, extraordinary meetings that are planned already among them.

    `hindered` are, when no ordinary meeting is possible, the last one until the deadline and the first one after it, as far as the
    calendar has them. The proposals come only when nothing is possible: no `extraordinary` when it is too late for one, no
    `other_deadline` when the calendar has no meeting for it.
    """

    possible: tuple[Possible, ...] = ()
    hindered: tuple[Hindered, ...] = ()
    extraordinary: Extraordinary | None = None
    other_deadline: OtherDeadline | None = None

    @property
    def feasible(self) -> bool:
        return bool(self.possible)

    @property
    def only_extraordinary(self) -> bool:
        """It can be answered, but by an extraordinary meeting alone."""
        return self.feasible and all(meeting.extraordinary for meeting in self.possible)


def check(
    *, arrives: dt.date, deadline: dt.date, today: dt.date, sittings: Iterable[Sitting], dispatch_days: int, calendar: Calendar
) -> Answer:
    """The meetings that can treat a hearing which `arrives` one day and is to be answered on or before `deadline`.

    `sittings` are one body's, in any order, cancelled ones too. `dispatch_days` working days before a meeting its agenda must be sent,
    counted by `calendar`.
    """
    planned = sorted((sitting for sitting in sittings if not sitting.cancelled), key=lambda sitting: sitting.date)
    earliest = max(arrives, today)

    def dispatch(day: dt.date) -> dt.date:
        return calendar.back(day, dispatch_days)

    def treating(sitting: Sitting) -> Possible | None:
        last = dispatch(sitting.date)
        return Possible(sitting, last) if not sitting.agenda_sent and last >= earliest else None

    def hindered(sitting: Sitting) -> Hindered:
        last = dispatch(sitting.date)
        return Hindered(sitting, last, _why(sitting, last, arrives=arrives, deadline=deadline))

    until = [sitting for sitting in planned if sitting.date <= deadline]
    possible = tuple(meeting for sitting in until if (meeting := treating(sitting)))
    if any(not meeting.extraordinary for meeting in possible):
        return Answer(possible)
    ordinary_until = [sitting for sitting in until if sitting.ordinary]
    ordinary_after = [sitting for sitting in planned if sitting.ordinary and sitting.date > deadline]
    nearest = tuple(map(hindered, ordinary_until[-1:] + ordinary_after[:1]))
    if possible:
        return Answer(possible, nearest)

    # back(day, n) lies on or after `earliest` for the n-th working day from there and all later ones.
    first = calendar.forward(calendar.on_or_after(earliest), dispatch_days)
    last = calendar.on_or_before(deadline)
    later = next((meeting for sitting in ordinary_after if (meeting := treating(sitting))), None)
    return Answer(
        hindered=nearest,
        extraordinary=Extraordinary(first, last, dispatch(last)) if first <= last else None,
        other_deadline=OtherDeadline(calendar.next_working_day(later.sitting.date), later) if later else None,
    )


def _why(sitting: Sitting, dispatch: dt.date, *, arrives: dt.date, deadline: dt.date) -> Why:
    if sitting.date > deadline:
        return Why.AFTER_DEADLINE
    if sitting.date < arrives:
        return Why.BEFORE_ARRIVAL
    if sitting.agenda_sent:
        return Why.AGENDA_SENT
    return Why.DUE_BEFORE_ARRIVAL if dispatch < arrives else Why.DUE_BEFORE_TODAY
