"""The days proposed for the meetings of a body, each with what speaks against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256

from danish.holidays import holiday_name
from meetings.models import Body, Meeting, MeetingPlan, Membership, SchoolHoliday
from meetings.yearplan.collisions import BARRING, Collision, MeetingTime, collisions_on
from meetings.yearplan.rules import MeetingRule, Pattern, a_year_on, days_of, likely_rule

AT_MOST = 60  # more than one a week for a year
A_YEAR = 12  # meetings that tell when a body usually meets


class TooMany(ValueError):
    """The rule gives more than `AT_MOST` days."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """The rule and the days from `first` to `last`; times and place are those of meetings that follow no meeting of the year before."""

    rule: MeetingRule
    first: date
    last: date
    start: time | None = None
    end: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A meeting that could be planned, and what speaks against it."""

    meeting: MeetingTime
    remarks: list[Collision]

    @property
    def day(self) -> date:
        return self.meeting.day

    @property
    def is_barred(self) -> bool:
        """Tells whether the body has a meeting on the day, so that no other one is planned."""
        return any(one.code in BARRING for one in self.remarks)


def propose(body: Body, asked: PlanRequest, *, today: date) -> list[Proposed]:
    """Four queries, and one more for the year before. Raises `TooMany`."""
    planned = {one.day: one for one in reversed(_meetings(body, asked))}
    if len(planned) > AT_MOST:
        raise TooMany
    people = _people(body, asked.first, asked.last)
    others = _others(body, planned, people)
    closed = [one.closing for one in SchoolHoliday.objects.all()]
    found = []
    for day, meeting in sorted(planned.items()):
        own = frozenset(_seated(people, body.pk, day))
        told = _with_people(meeting, own)
        found.append(Proposed(told, collisions_on(told, others[day], closed=closed, holiday=holiday_name(day), today=today)))
    return found


def collisions_of(
    body: Body, day: date, start: time | None, end: time | None, place: str, *, but: int | None, today: date
) -> list[Collision]:
    """What speaks against one meeting: the room or people are taken, the schools closed. `but` is the key of the meeting that is changed. Three queries."""
    people = _people(body, day, day)
    others = [one for one in _others(body, [day], people)[day] if one.meeting != but and not one.is_own]
    meeting = MeetingTime(body.name, day, start, end, place, frozenset(_seated(people, body.pk, day)))
    closed = [one.closing for one in SchoolHoliday.objects.all()]
    return collisions_on(meeting, others, closed=closed, holiday=None, today=min(day, today))


def fingerprint(body: Body, found: Iterable[Proposed]) -> str:
    """Changes whenever a day, its hours or what speaks against it does, and with each plan: nothing is planned that was not shown so. One query."""
    last = MeetingPlan.objects.filter(body=body).order_by("-pk").values_list("pk", flat=True).first()
    told = [(one.day, one.meeting.start, one.meeting.end, one.meeting.place, one.remarks) for one in found]
    return sha256(repr((body.pk, last, told)).encode()).hexdigest()[:32]


def usual_rule(body: Body) -> MeetingRule:
    """The rule that the body's latest ordinary meetings have followed: one query."""
    latest = Meeting.objects.filter(body=body, kind=Meeting.Kind.ORDINARY).exclude(state=Meeting.State.CANCELLED)
    return likely_rule(list(latest.order_by("-date").values_list("date", flat=True)[:A_YEAR]))


def _meetings(body: Body, asked: PlanRequest) -> list[MeetingTime]:
    if asked.rule.pattern == Pattern.AS_BEFORE:
        return [one for one in _of_the_year_before(body, asked) if asked.first <= one.day <= asked.last]
    return [MeetingTime(body.name, day, asked.start, asked.end, asked.place) for day in days_of(asked.rule, asked.first, asked.last)]


def _of_the_year_before(body: Body, asked: PlanRequest) -> Iterator[MeetingTime]:
    """Yields the ordinary meetings of the years before those asked for, each a year on, at its own time and place."""
    before = Meeting.objects.filter(body=body, kind=Meeting.Kind.ORDINARY, date__year__range=(asked.first.year - 1, asked.last.year - 1))
    for meeting in before.exclude(state=Meeting.State.CANCELLED).order_by("date", "sequence"):
        yield MeetingTime(body.name, a_year_on(meeting.date), meeting.start, meeting.end, meeting.place)


def _people(body: Body, first: date, last: date) -> list[Membership]:
    """The seats, substitutes' aside, that those who sit on the body have anywhere in that time: one query."""
    seats = Membership.objects.exclude(role=Membership.Role.SUBSTITUTE).exclude(last_day__lt=first).filter(first_day__lte=last)
    own = seats.filter(body=body).values("person")
    return list(seats.filter(person__in=own).select_related("person").order_by("person__sort_key", "pk"))


def _others(body: Body, days: Iterable[date], people: list[Membership]) -> dict[date, list[MeetingTime]]:
    """The meetings there are on those days: one query."""
    found: dict[date, list[MeetingTime]] = defaultdict(list)
    there = Meeting.objects.filter(date__in=list(days)).select_related("body").order_by("date", "start", "pk")
    for one in there:
        seated = frozenset(_seated(people, one.body_id, one.date))
        is_cancelled = one.state == Meeting.State.CANCELLED
        meeting = MeetingTime(one.body.name, one.date, one.start, one.end, one.place, seated, one.pk, one.body_id == body.pk, is_cancelled)
        found[one.date].append(meeting)
    return found


def _seated(people: list[Membership], body: int, day: date) -> Iterator[str]:
    for seat in people:
        if seat.body_id == body and seat.first_day <= day and (seat.last_day is None or seat.last_day >= day):
            yield seat.person.name


def _with_people(meeting: MeetingTime, people: frozenset[str]) -> MeetingTime:
    return MeetingTime(meeting.body, meeting.day, meeting.start, meeting.end, meeting.place, people)
