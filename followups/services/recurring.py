"""The next occurrence of what recurs, made once the one before is met or dropped."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate

from followups.models import Occurrence, Step
from followups.services.carrying import carried_on
from followups.services.due_dates import recompute_due_dates
from followups.services.proposing import propose


def make_next(row: Occurrence, *, since: date) -> None:
    """The one after `row`, which was delivered or let go on the day `since`. Nothing, where nothing recurs or the promise goes on anew.

    The caller holds the lock on `row`, so that two at once make one.
    """
    if row.follow_up and row.follow_up.every and not carried_on([row]):
        following = next_after(row, since)
        recompute_due_dates([following])
        following.save(force_insert=True)
        propose(items=[row.item])


def next_of_settled(settled: Sequence[Occurrence]) -> list[Occurrence]:
    """The ones after `settled`, unsaved and without days: they are the last of follow-ups that recur by now. None after one that was ended or
    goes on as a promise made anew.
    """
    steps = Step.objects.filter(occurrence__in=settled, undone_at=None).order_by("pk") if settled else ()
    last = {step.occurrence_id: step for step in steps}
    elsewhere = carried_on(settled)
    following = []
    for row in settled:
        step = last.get(row.pk)
        since = _delivered(row) or (step and localdate(step.at))
        if since and row.pk not in elsewhere and not (step and step.what == Step.What.ENDED):
            following.append(next_after(row, since))
    return following


def next_after(row: Occurrence, since: date) -> Occurrence:
    """The one after `row`, which was delivered or let go on the day `since`: unsaved and without days."""
    made = Occurrence(follow_up=row.follow_up, item=row.item, body_id=row.body_id, ordinal=row.ordinal + 1)
    made.since = since
    return made


def _delivered(row: Occurrence) -> date | None:
    return (row.met_by.meeting.date if row.met_by else row.met_on) or row.due_end
