"""The days on which occurrences are due, computed from their due rules and the calendar of the body that waits."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from followups.due_rules import resolve
from followups.models import Occurrence, Step
from followups.recurrence import MeetingDay
from meetings.locking import holding
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


def recompute_due_dates(rows: Sequence[Occurrence]) -> list[Occurrence]:
    """Give each row the days it should have, unsaved. Returns those that got other days. One query, for the bodies' meetings.

    A row that is not the first of its follow-up has `since` (`with_since`). Of what somebody has set by hand none is to be among them.
    """
    meetings = meetings_of(rows)
    changed = []
    for row in rows:
        days = days_due(row, meetings[row.body_id])
        if days != (row.due_start, row.due_end):
            row.due_start, row.due_end = days
            row.due_order = row.due_end_or_last
            changed.append(row)
    return changed


def recompute_bodies(keys: Collection[int]) -> int:
    """Give what is open and follows the calendar of the bodies of these keys, which are held, the days it is due now. Returns how many changed."""
    recurs = Q(follow_up__every__isnull=False) | Q(follow_up__at_next_meeting=True)
    rows = Occurrence.objects.open().filter(recurs, body__in=keys, due_fixed=False).select_for_update(of=("self",), no_key=True)
    changed = recompute_due_dates(with_since(rows.select_related("item__meeting", "follow_up").order_by("pk")))
    save_days(changed)
    return len(changed)


def recompute_later(keys: Collection[int]) -> None:
    """The same once this transaction is over, for bodies that are not held in it."""

    def recompute() -> None:
        with holding(keys):
            recompute_bodies(keys)

    if keys:
        transaction.on_commit(recompute)


def save_days(rows: Iterable[Occurrence], *besides: str) -> None:
    # Computed, not written by anybody: no page that shows the row is out of date for it, so the write is not counted.
    QuerySet(Occurrence).bulk_update(rows, ["due_start", "due_end", "due_order", *besides], batch_size=_BATCH)


def days_due(row: Occurrence, meetings: Sequence[MeetingDay]) -> Days:
    """Returns the days an occurrence is due, by the meetings of the body that waits; of one not the first, `since` is at hand."""
    rule = row.obligation.due_rule
    if row.ordinal > 1 and not rule.every:
        return row.due_start, row.due_end  # it recurred once
    deadline = row.follow_up.hearing.kept.deadline if rule.at_deadline else None
    asked, delivered = row.item.meeting.date, _since(row)
    due = resolve(rule, asked=asked, meetings=meetings, ordinal=row.ordinal, delivered=delivered, deadline=deadline)
    return due.first, due.last


def meetings_of(rows: Sequence[Occurrence]) -> dict[int, list[MeetingDay]]:
    """The meetings of the bodies that wait, by the body's key, since the first day that one of `rows` is counted from."""
    following = [row for row in rows if row.obligation.due_rule.follows_meetings]
    meetings: dict[int, list[MeetingDay]] = defaultdict(list)
    if following:
        # What answered the last may have been moved to before the meeting that asked.
        first = min(day for row in following for day in (row.item.meeting.date, getattr(row, "since", None)) if day)
        found = Meeting.objects.filter(body__in={row.body_id for row in following}, date__gt=first).order_by("date")
        for body, day, kind, state in found.values_list("body_id", "date", "kind", "state"):
            meetings[body].append(MeetingDay(day, kind == Meeting.Kind.ORDINARY, state == Meeting.State.CANCELLED))
    return meetings


def _since(row: Occurrence) -> date | None:
    if row.ordinal == 1:
        return None
    return row.since or (row.let_go_at and localdate(row.let_go_at))
