"""The reasons why a body should not meet on a day: it is closed, the body meets already, a room or a person is taken. Pure: no Django, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from danish.folding import name_key
from danish.working_days import ClosedDays


class Code(StrEnum):
    HOLIDAY = "holiday"
    CLOSED = "closed"
    PAST = "past"
    MEETS = "meets"
    CANCELLED = "cancelled"
    ROOM = "room"
    PEOPLE = "people"


BARRING = (Code.MEETS, Code.CANCELLED)  # no second meeting is planned on that day, whatever is ticked


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """A meeting of a day, there or planned. `people` are those who sit on its body that day; `meeting` is None for one that is not there yet."""

    body: str
    day: date
    start: time | None
    end: time | None
    place: str
    people: frozenset[str] = frozenset()
    meeting: int | None = None
    is_own: bool = False
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Collision:
    """One thing that speaks against a day: the `name` of what closes it, the `other` meeting in the way, and the `people` who sit in both."""

    code: Code
    name: str = ""
    other: MeetingTime | None = None
    people: tuple[str, ...] = ()


def collisions_on(
    planned: MeetingTime, others: Sequence[MeetingTime], *, closed: Iterable[ClosedDays], holiday: str | None, today: date
) -> list[Collision]:
    """Gives the collisions of a meeting as `planned`, the weightiest first. `others` are the meetings of that day, `holiday` is the day's name."""
    found = [Collision(Code.CANCELLED if one.is_cancelled else Code.MEETS, other=one) for one in others if one.is_own]
    if planned.day < today:
        found.append(Collision(Code.PAST))
    if holiday:
        found.append(Collision(Code.HOLIDAY, holiday))
    found += [Collision(Code.CLOSED, one.name) for one in closed if one.covers(planned.day)]
    for other in others:
        if not other.is_own and not other.is_cancelled and _overlap(planned, other):
            found += _shared(planned, other)
    return found


def _shared(planned: MeetingTime, other: MeetingTime) -> list[Collision]:
    found = []
    if planned.place and name_key(planned.place) == name_key(other.place):
        found.append(Collision(Code.ROOM, other=other))
    if both := sorted(planned.people & other.people):
        found.append(Collision(Code.PEOPLE, other=other, people=tuple(both)))
    return found


def _overlap(one: MeetingTime, other: MeetingTime) -> bool:
    """Tells whether the two are held at the same time. One without a start takes all day, one without an end the rest of it."""
    return _begins(one) < _ends(other) and _begins(other) < _ends(one)


def _begins(one: MeetingTime) -> time:
    return one.start or time.min


def _ends(one: MeetingTime) -> time:
    return one.end or time.max
