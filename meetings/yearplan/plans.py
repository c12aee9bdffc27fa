"""The meetings of a plan made at once, and taken back; and the list of school holidays."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from danish.working_days import Closing
from meetings.calendar import changing
from meetings.locking import holding
from meetings.models import Body, Meeting, MeetingPlan, SchoolHoliday
from meetings.planning import plan_meeting
from meetings.yearplan.proposals import PlanRequest, Proposed, fingerprint, propose


class Changed(Exception):
    """The calendar, or the list, is not what the page showed; nothing has been written."""


def make_plan(
    *, body: Body, asked: PlanRequest, days: Sequence[date], shown: str, by: User | None, now: datetime, today: date
) -> MeetingPlan:
    """Plan the meetings that are proposed for `days`, all or none. A form sent twice makes them once.

    Raises `Changed` when what is proposed is not what was `shown`. All bodies are held: another one's meeting may take the room.
    """
    days = sorted(set(days))
    mark = sha256(repr((shown, days)).encode()).hexdigest()[:32]
    with holding(Body.objects.with_meetings()), changing([body]) as bodies:
        if made := MeetingPlan.objects.filter(mark=mark).first():
            bodies.clear()
            return made
        found = propose(body, asked, today=today)
        wanted = [one for one in found if one.day in days and not one.is_barred]
        if fingerprint(body, found) != shown or len(wanted) != len(days):
            raise Changed
        meetings = [_plan(body, one) for one in wanted]
        return MeetingPlan.objects.create(
            body=body, mark=mark, first_day=asked.first, last_day=asked.last, meetings=[one.pk for one in meetings], by=by, at=now
        )


def _plan(body: Body, proposed: Proposed) -> Meeting:
    one = proposed.meeting
    return plan_meeting(body=body, date=one.day, kind=Meeting.Kind.ORDINARY, start=one.start, end=one.end, place=one.place)


def meetings_left(plan: MeetingPlan) -> QuerySet[Meeting]:
    """Those of its meetings that are there still."""
    return Meeting.objects.filter(pk__in=plan.meetings, body=plan.body_id).order_by("date")


def untouched(meetings: QuerySet[Meeting], *, today: date) -> QuerySet[Meeting]:
    """Those to come that are as they were planned, with nothing on them."""
    meetings = meetings.filter(state=Meeting.State.PLANNED, version=1, date__gte=today)
    for relation in Meeting._meta.related_objects:
        meetings = meetings.exclude(Exists(relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})))
    return meetings


def take_plan_back(*, plan: MeetingPlan, by: User | None, now: datetime, today: date) -> tuple[int, list[Meeting]]:
    """Take its untouched meetings out of the calendar. Returns how many, and those that stay. A second click does nothing more."""
    with changing([plan.body_id]) as bodies:
        plan.refresh_from_db()
        gone = set() if plan.undone_at else set(untouched(meetings_left(plan), today=today).values_list("pk", flat=True))
        if plan.undone_at:
            bodies.clear()
        else:
            Meeting.objects.filter(pk__in=gone).delete()
            plan.undone_by, plan.undone_at = by, now
            plan.save(update_fields=["undone_by", "undone_at"])
        return len(gone), list(meetings_left(plan))


def closings_known() -> list[Closing]:
    """The school holidays in order of time: one query."""
    return [one.closing for one in SchoolHoliday.objects.all()]


def save_closings(*, closings: Sequence[Closing], shown: Sequence[Closing]) -> None:
    """Make the school holidays those of `closings`. Raises `Changed` when they are not those `shown` any more, and others than `closings`."""
    with holding(Body.objects.with_meetings()):
        there = {one.closing: one for one in SchoolHoliday.objects.all()}
        if set(there) not in (set(shown), set(closings)):
            raise Changed
        for closing in there.keys() - set(closings):
            there[closing].delete()
        for closing in set(closings) - there.keys():
            SchoolHoliday.objects.create(name=closing.name, first_day=closing.first, last_day=closing.last)
