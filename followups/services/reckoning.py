"""The days occurrences are due, reckoned anew from what was told and from the calendar of the body that asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from followups.models import FollowUp, Occurrence, PlannedTreatment, Step
from followups.recurrence import Rule, Sitting, due, next_meeting
from meetings.models import Meeting

_BATCH = 500
Days = tuple[date | None, date | None]


def with_since(rows: QuerySet) -> QuerySet:
    """Each with `since`, the day the one before it was delivered or else was due, and `let_go_at`, when that one was dropped."""
    before = Occurrence.objects.filter(follow_up=OuterRef("follow_up"), ordinal=OuterRef("ordinal") - 1).order_by()
    dropped = Step.objects.filter(
        occurrence__follow_up=OuterRef("follow_up"), occurrence__ordinal=OuterRef("ordinal") - 1, what=Step.What.DROPPED, undone_at=None
    )
    day = Coalesce(F("met_by__meeting__date"), F("met_on"), F("due_end"))
    return rows.annotate(since=Subquery(before.values(day=day)), let_go_at=Subquery(dropped.order_by("-pk").values("at")[:1]))


def reckon(rows: Sequence[Occurrence]) -> list[Occurrence]:
    """Give each row the days it should have, unsaved. Returns those that got other days. One query, for the bodies' meetings.

    A row that is not the first of its follow-up has `since` (`with_since`). Of what somebody has set by hand none is to be among them.
    """
    sittings = sittings_of([row for row in rows if row.follow_up_id])
    changed = []
    for row in rows:
        days = days_due(row, sittings[row.item.body_id]) if row.follow_up_id else _told(row.planned)
        if days != (row.due_start, row.due_end):
            row.due_start, row.due_end = days
            row.due_order = row.due_end_or_last
            changed.append(row)
    return changed


def save_days(rows: Iterable[Occurrence], *besides: str) -> None:
    Occurrence.objects.bulk_update(rows, ["due_start", "due_end", "due_order", *besides], batch_size=_BATCH)


def days_due(row: Occurrence, sittings: Sequence[Sitting]) -> Days:
    """When an occurrence of a follow-up is due, by the meetings of the body that asked; of one not the first, `since` is at hand."""
    follow_up, asked = row.follow_up, row.item.meeting.date
    if follow_up.at_next_meeting:
        upcoming = next_meeting(asked, sittings)
        told = (upcoming.first, upcoming.last)
    else:
        told = _told(follow_up)
    if row.ordinal == 1 and (follow_up.at_next_meeting or not follow_up.every):
        return told
    if not follow_up.every:
        return row.due_start, row.due_end
    rule, known = Rule(follow_up.every, follow_up.unit), told if told[0] else None
    found = due(rule, asked=asked, told=known, ordinal=row.ordinal, delivered=_since(row), sittings=sittings)
    return found.first, found.last


def _since(row: Occurrence) -> date | None:
    if row.ordinal == 1:
        return None
    return row.since or (row.let_go_at and localdate(row.let_go_at))


def _told(obligation: FollowUp | PlannedTreatment) -> Days:
    return obligation.due_start, obligation.due_end


def sittings_of(rows: Sequence[Occurrence]) -> dict[int, list[Sitting]]:
    """The meetings of the bodies that asked, since the first day that one of them is counted from."""
    looking = [row for row in rows if row.follow_up.at_next_meeting or row.follow_up.unit == FollowUp.Unit.MEETING]
    sittings: dict[int, list[Sitting]] = defaultdict(list)
    if looking:
        # What answered the last may have been moved to before the meeting that asked.
        first = min(day for row in looking for day in (row.item.meeting.date, getattr(row, "since", None)) if day)
        meetings = Meeting.objects.filter(body__in={row.item.body_id for row in looking}, date__gt=first).order_by("date")
        for body, day, kind, state in meetings.values_list("body_id", "date", "kind", "state"):
            sittings[body].append(Sitting(day, kind == Meeting.Kind.ORDINARY, state == Meeting.State.CANCELLED))
    return sittings
