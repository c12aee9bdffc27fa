"""The life of an occurrence: placed on an agenda, met, dropped or postponed. Each service makes a transition that can be undone.

A service gives the step, or None when it is so already, as a second click asks for; it raises `FollowUpRefused` for what cannot be. `version` is
that of the page it was asked for on, `versions` those of several: one changed since is refused ("changed").
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from concurrency.transitions import Columns
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.next_occurrences import create_next
from followups.services.transitions import (
    Versions,
    accept_matching_proposals,
    lock_occurrences,
    only_step,
    refuse_item,
    refuse_settled,
    refuse_without_reason,
    take_step,
    versions_of,
)
from meetings.models import AgendaItem
from reminders.models import Letter

What, State = Step.What, Occurrence.State


def meet(
    *,
    occurrence: Occurrence,
    item: AgendaItem | None,
    on: date,
    by: User | None,
    now: datetime,
    why: str = "",
    version: int | None = None,
) -> Step | None:
    """Mark the occurrence as answered by `item`, or otherwise, on the day `on`. A recurring follow-up gets its next occurrence."""
    return only_step(
        meet_all(occurrences=[occurrence], item=item, on=on, by=by, now=now, why=why, versions=versions_of(occurrence, version))
    )


def meet_all(
    *,
    occurrences: Iterable[Occurrence],
    item: AgendaItem | None,
    on: date,
    by: User | None,
    now: datetime,
    why: str = "",
    versions: Versions = None,
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not met so already."""
    columns = {"state": State.MET, "met_by_id": item.pk if item else None, "met_on": on}

    def met(row: Occurrence) -> Columns | None:
        if row.state == State.MET and row.met_by_id == columns["met_by_id"] and (item or row.met_on == on):
            return None
        refuse_settled(row)
        if on < row.item.meeting.date:
            raise FollowUpRefused("older")
        if on > localdate(now):
            raise FollowUpRefused("not_yet")
        if item:
            refuse_item(row, item)
        return columns

    def then(row: Occurrence) -> None:
        if item:
            accept_matching_proposals(row, item, What.MET, by, now)
        create_next(row, since=item.meeting.date if item else on)

    return take_step(occurrences, What.MET, met, by=by, now=now, why=why, item=item, versions=versions, then=then)


def drop(*, occurrence: Occurrence, by: User | None, now: datetime, why: str, version: int | None = None) -> Step | None:
    """Let it go, for the reason `why`. Of what recurs the next one comes in its own time."""
    return only_step(drop_all(occurrences=[occurrence], by=by, now=now, why=why, versions=versions_of(occurrence, version)))


def drop_all(
    *, occurrences: Iterable[Occurrence], by: User | None, now: datetime, why: str, versions: Versions = None, for_good: bool = False
) -> list[Step]:
    """Let several go, all or none; `for_good` ends those that recur. Returns the steps of those that were not dropped already."""
    rows = list(occurrences)
    ends = [row for row in rows if for_good and row.follow_up and row.follow_up.every]
    dropped = [row for row in rows if row not in ends]

    def then(row: Occurrence) -> None:
        create_next(row, since=row.due_end or localdate(now))

    given = {"by": by, "now": now, "why": why.strip(), "versions": versions}
    with transaction.atomic():
        lock_occurrences([row.pk for row in rows])  # all their bodies at once
        steps = take_step(dropped, What.DROPPED, _let_go(What.DROPPED, why), then=then, **given)
        return steps + take_step(ends, What.ENDED, _let_go(What.ENDED, why), **given)


def end(*, occurrence: Occurrence, by: User | None, now: datetime, why: str, version: int | None = None) -> Step | None:
    """Let it go for good, for the reason `why`: no more come of it."""
    given = {"by": by, "now": now, "why": why.strip(), "versions": versions_of(occurrence, version)}
    return only_step(take_step([occurrence], What.ENDED, _let_go(What.ENDED, why), **given))


def postpone(
    *, occurrence: Occurrence, first: date | None, last: date | None, by: User | None, now: datetime, why: str, version: int | None = None
) -> Step | None:
    """Give it other days, for the reason `why`; they stay so whatever happens in the calendar. From an agenda before them it is taken off."""
    given = {"by": by, "now": now, "why": why, "versions": versions_of(occurrence, version)}
    return only_step(postpone_all(occurrences=[occurrence], first=first, last=last, **given))


def postpone_all(
    *,
    occurrences: Iterable[Occurrence],
    first: date | None,
    last: date | None,
    by: User | None,
    now: datetime,
    why: str,
    versions: Versions = None,
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that had other days."""
    if first is None or last is None:
        raise FollowUpRefused("days_missing")
    if last < first:
        raise FollowUpRefused("days_in_disorder")

    def postponed(row: Occurrence) -> Columns | None:
        refuse_settled(row)
        if row.due_fixed and (row.due_start, row.due_end) == (first, last):
            return None
        refuse_without_reason(why)
        new = {"due_start": first, "due_end": last, "due_fixed": True}
        # It does not stand on the agenda of a meeting before the time it has now.
        return new | {"placed_on_id": None} if row.placed_on and row.placed_on.meeting.date < first else new

    return take_step(occurrences, What.POSTPONED, postponed, by=by, now=now, why=why.strip(), versions=versions)


def _let_go(what: What, why: str):
    def gone(row: Occurrence) -> Columns | None:
        if row.state == State.DROPPED and row.steps.filter(undone_at=None).order_by("-pk").values_list("what", flat=True).first() == what:
            return None
        refuse_settled(row)
        refuse_without_reason(why)
        return {"state": State.DROPPED}

    return gone


def remind_by_letter(*, occurrence: Occurrence, letter: Letter, by: User, now: datetime, versions: Versions) -> Step:
    """Note that its debtor was reminded on the letter's day. Raises `FollowUpRefused` when the occurrence is not open, or has been changed."""

    def reminded(row: Occurrence) -> Columns:
        if not row.is_open:
            raise FollowUpRefused("settled")
        return {"reminded_on": max(row.reminded_on or letter.sent_on, letter.sent_on)}

    [step] = take_step([occurrence], Step.What.REMINDED, reminded, by=by, now=now, why="", versions=versions)
    step.letter = letter
    step.save(update_fields=["letter"])
    return step
