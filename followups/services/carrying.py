"""A promise said anew by the very item that answers it goes on as the new one, so that the same report is not waited for twice."""

from collections.abc import Sequence

from followups.models import FollowUp, Occurrence
from meetings.models import Reviewed


def carried_on(rows: Sequence[Occurrence]) -> set[int]:
    """The keys of those of `rows` that were met by an item of the same matter which asks for the same, as often: one query at most.

    `Udvalget ønsker fortsat en kvartalsvis status` in the minutes of the meeting that got one is no second promise. Should that reading
    be rejected or go away, the first promise goes on by itself (`followups.services.tracking`).
    """
    met = [row for row in rows if row.met_by and row.follow_up and row.item.matter_id and row.met_by.matter_id == row.item.matter_id]
    if not met:
        return set()
    anew = FollowUp.objects.filter(item__in=[row.met_by_id for row in met], every__isnull=False).exclude(review=Reviewed.Review.REJECTED)
    said = {(told.item_id, told.kind, told.every, told.unit): told.pk for told in anew}
    return {row.pk for row in met if (row.met_by_id, row.follow_up.kind, row.follow_up.every, row.follow_up.unit) in said}
