"""A promise said anew by the very item that answers it goes on as the new one, so that the same report is not waited for twice."""

from collections.abc import Sequence

from danish.likeness import like_titles
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem, Reviewed


def carried_on(rows: Sequence[Occurrence]) -> set[int]:
    """The keys of those of `rows` that were met by an item about the same which asks for the same, as often: one query at most.

    `Udvalget ønsker fortsat en kvartalsvis status` in the minutes of the meeting that got one is no second promise. Should that reading
    be rejected or go away, the first promise goes on by itself (`followups.services.tracking`).
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
