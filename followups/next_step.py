"""The next step about one occurrence: the rule, in codes. Pure: no Django, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Do(Enum):
    NOTHING = "nothing"  # it is answered or dropped
    CONFIRM = "confirm"  # an item seems to answer it
    REVIEW = "review"  # nobody has looked at what was read
    TAKE_UP = "take_up"  # it was due before the body's start, and counts nowhere
    CLOSE = "close"  # the item it was placed on has been treated
    AWAIT_MEETING = "await_meeting"  # it stands on the agenda of a meeting to come
    REMIND = "remind"  # overdue, and somebody owes it
    ASK_AFTER = "ask_after"  # overdue, expected at a body whose meetings we do not keep
    CALL_MEETING = "call_meeting"  # it asks for an extraordinary meeting
    PLAN_MEETINGS = "plan_meetings"  # it follows the meetings, and the calendar lacks them
    AGREE_DATE = "agree_date"  # no time is known
    PLACE = "place"  # a meeting in time takes it
    NO_MEETING = "no_meeting"  # no meeting lies in time
    AWAIT = "await"  # it needs no meeting: wait for it


@dataclass(frozen=True, slots=True)
class ComingAgenda:
    """A planned meeting of the body that waits; `send_by` is the last day for its agenda, `is_sent` says that it is out."""

    date: date
    send_by: date
    is_sent: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """The situation of an occurrence on `today`. `first` and `last` are the days it is due, both None without a time.

    `needs_meeting`: it is answered on an agenda, not by a letter. `has_meetings`: the calendar of the body that waits is kept here.
    `follows_meetings`: its time is one of the body's meetings. `is_meeting`: a meeting is what was asked for. `placed` is the day of the meeting it is placed on.
    """

    today: date
    first: date | None = None
    last: date | None = None
    is_open: bool = True
    is_unreviewed: bool = False
    is_proposed: bool = False
    is_historic: bool = False
    needs_meeting: bool = True
    has_meetings: bool = True
    follows_meetings: bool = False
    is_meeting: bool = False
    placed: date | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """`days` is how long it is overdue; `agenda` that of the meeting to place it on."""

    do: Do
    days: int = 0
    agenda: ComingAgenda | None = None

    @property
    def is_urgent(self) -> bool:
        return self.do in (Do.REMIND, Do.CALL_MEETING, Do.ASK_AFTER, Do.NO_MEETING, Do.CLOSE)


def next_step(now: Situation, agendas: Sequence[ComingAgenda] = ()) -> Next:
    """`agendas` are those of the body's planned meetings from today on, the nearest first."""
    if not now.is_open:
        return Next(Do.NOTHING)
    if now.is_proposed:
        return Next(Do.CONFIRM)
    if now.is_historic:
        return Next(Do.TAKE_UP)
    if now.is_unreviewed:
        return Next(Do.REVIEW)
    if now.placed:
        return Next(Do.AWAIT_MEETING if now.placed >= now.today else Do.CLOSE)
    if now.is_meeting:
        return Next(Do.CALL_MEETING)
    if now.last is None or now.first is None:
        return Next(Do.PLAN_MEETINGS if now.follows_meetings else Do.AGREE_DATE)
    if now.last < now.today:
        late = (now.today - now.last).days
        if not now.has_meetings:
            return Next(Do.ASK_AFTER, days=late)
        return Next(Do.REMIND, days=late, agenda=next(iter(_to_be_sent(now, agendas)), None) if now.needs_meeting else None)
    if not now.needs_meeting or not now.has_meetings:
        return Next(Do.AWAIT)
    agenda = _in_time(now, agendas)
    return Next(Do.PLACE, agenda=agenda) if agenda else Next(Do.NO_MEETING)


def _in_time(now: Situation, agendas: Sequence[ComingAgenda]) -> ComingAgenda | None:
    """The first meeting within its days whose agenda is still to go out; else the last one before them that is."""
    in_time = [agenda for agenda in _to_be_sent(now, agendas) if agenda.date <= now.last]
    within = [agenda for agenda in in_time if agenda.date >= now.first]
    return next(iter(within or in_time[::-1]), None)


def _to_be_sent(now: Situation, agendas: Sequence[ComingAgenda]) -> list[ComingAgenda]:
    return [agenda for agenda in agendas if not agenda.is_sent and agenda.send_by >= now.today]
