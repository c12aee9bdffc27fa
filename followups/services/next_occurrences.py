"""The next occurrence of what recurs, made once the one before is met or dropped; none of a follow-up that is superseded."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate

from danish.likeness import like_titles
from followups.models import FollowUp, Occurrence, Step
from followups.services.due_dates import recompute_due_dates
from followups.services.proposals import propose
from meetings.models import AgendaItem, Reviewed


def create_next(row: Occurrence, *, since: date) -> None:
    """The one after `row`, which was delivered or let go on the day `since`. Nothing, where nothing recurs or the promise goes on anew.

    The caller holds the lock on `row`, so that two at once make one.
    """
    if row.follow_up and row.follow_up.every and not superseded([row]):
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
    elsewhere = superseded(settled)
    following = []
    for row in settled:
        step = last.get(row.pk)
        since = _delivered(row) or (step and localdate(step.at))
        if since and row.pk not in elsewhere and not (step and step.what == Step.What.ENDED):
            following.append(next_after(row, since))
    return following


def next_after(row: Occurrence, since: date) -> Occurrence:
    """The one after `row`, which was delivered or let go on the day `since`: unsaved and without days. It is taken up where `row` was."""
    made = Occurrence(follow_up=row.follow_up, item=row.item, body_id=row.body_id, ordinal=row.ordinal + 1, taken_up=row.taken_up)
    made.since = since
    return made


def _delivered(row: Occurrence) -> date | None:
    return (row.met_by.meeting.date if row.met_by else row.met_on) or row.due_end


def superseded(rows: Sequence[Occurrence]) -> set[int]:
    """The keys of those of `rows` that were met by an item about the same which asks for the same, as often: one query at most.

    `Udvalget ønsker fortsat en kvartalsvis status` in the minutes of the meeting that got one is no second promise. Should that reading
    be rejected or go away, the first promise goes on by itself (`followups.services.occurrences`).
    """
    met = [row for row in rows if row.met_by and row.follow_up and _about_the_same(row.item, row.met_by)]
    if not met:
        return set()
    anew = FollowUp.objects.filter(item__in=[row.met_by_id for row in met], every__isnull=False).exclude(review=Reviewed.Review.REJECTED)
    said = {(told.item_id, told.kind, told.every, told.unit): told.pk for told in anew}
    return {row.pk for row in met if (row.met_by_id, row.follow_up.kind, row.follow_up.every, row.follow_up.unit) in said}


def _about_the_same(asked: AgendaItem, answer: AgendaItem) -> bool:
    # A yearly case number parts a report from the one of the year before, its title does not.
    return (asked.matter_id is not None and asked.matter_id == answer.matter_id) or like_titles(asked.title, answer.title)
