"""The items on the agendas of meetings to come that what is waited for is placed on."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from textwrap import shorten

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.text import capfirst

from accounts.models import User
from concurrency.transitions import Columns
from followups.exceptions import FollowUpRefused
from followups.matching import is_standing
from followups.models import Occurrence, Step
from followups.services.transitions import (
    Versions,
    accept_matching_proposals,
    lock_occurrences,
    only_step,
    refuse_item,
    refuse_settled,
    take_step,
    versions_of,
)
from meetings.confidentiality import closed_like
from meetings.locking import holding
from meetings.models import AgendaItem, Meeting
from meetings.ordering import next_position
from meetings.services import place_item

FULL_STOP = re.compile(r"(?<=\w{4})\.$")  # a title has none; `osv.` and `m.v.` keep theirs
TITLE_CHARACTERS = 200  # of what was asked for, as much as a heading holds


def place(
    *, occurrence: Occurrence, item: AgendaItem, by: User | None, now: datetime, why: str = "", version: int | None = None
) -> Step | None:
    """Put it on the agenda where `item` stands. It is open until the item has been treated."""
    return only_step(place_all(occurrences=[occurrence], item=item, by=by, now=now, why=why, versions=versions_of(occurrence, version)))


def place_all(
    *, occurrences: Iterable[Occurrence], item: AgendaItem, by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> list[Step]:
    """The same with several, all or none. Returns the steps of those that were not there already."""

    def placed(row: Occurrence) -> Columns | None:
        refuse_settled(row)
        refuse_item(row, item)
        if row.placed_on_id == item.pk:
            return None
        if item.body_id not in (row.body_id, row.item.body_id):
            raise FollowUpRefused("other_body")
        return {"placed_on_id": item.pk}

    def then(row: Occurrence) -> None:
        accept_matching_proposals(row, item, Step.What.PLACED, by, now)

    return take_step(occurrences, Step.What.PLACED, placed, by=by, now=now, why=why, item=item, versions=versions, then=then)


def place_on_new_items(
    *, occurrences: Sequence[Occurrence], meeting: Meeting, by: User | None, now: datetime, why: str = "", versions: Versions = None
) -> list[Step]:
    """Put each on an item of its own case that is new on the agenda of `meeting`, all or none. Returns the steps."""
    given = {"by": by, "now": now, "why": why, "versions": versions}
    with transaction.atomic():
        lock_occurrences([row.pk for row in occurrences], also=[meeting.body_id])  # all their bodies at once
        items = [(row, add_item(occurrence=row, meeting=meeting)) for row in occurrences]
        return [step for row, item in items for step in place_all(occurrences=[row], item=item, **given)]


def unplace(*, occurrence: Occurrence, by: User | None, now: datetime, why: str = "", version: int | None = None) -> Step | None:
    """Take it off the agenda again."""

    def unplaced(row: Occurrence) -> Columns | None:
        refuse_settled(row)
        return {"placed_on_id": None} if row.placed_on_id else None

    return only_step(
        take_step([occurrence], Step.What.UNPLACED, unplaced, by=by, now=now, why=why, versions=versions_of(occurrence, version))
    )


def add_item(*, occurrence: Occurrence, meeting: Meeting) -> AgendaItem:
    """The item that asked, once more, last on the agenda of `meeting`: same case and matter, and closed to the same people.

    A second click makes no second one, and neither do two at once. It has no number until the agenda has one; the document that is read
    then finds it by its case.
    """
    asked, title = occurrence.item, title_of(occurrence)
    with holding([meeting.body_id, occurrence.body_id, asked.body_id]):
        there = AgendaItem.objects.filter(meeting=meeting, source=None, title=title, case=asked.case_id, matter=asked.matter_id)
        if found := there.exclude(pk=asked.pk).first():
            return found
        item = AgendaItem(title=title, case_id=asked.case_id, matter_id=asked.matter_id, **closed_like(asked))
        place_item(item=item, meeting=meeting, position=next_position(meeting), number=None)
        item.shut_out.set(asked.shut_out.all())
        return item


def title_of(occurrence: Occurrence) -> str:
    """Returns the title of the new item: that of the item that asked; under a standing item, the words of the task.

    A planned treatment has a title of its own. Of a closed item nothing but the title goes on to an agenda.
    """
    asked, follow_up = occurrence.item, occurrence.follow_up
    if asked.closed or (follow_up and not is_standing(asked.title)):
        return asked.title
    words = capfirst(follow_up.text if follow_up else occurrence.planned.title)
    return shorten(FULL_STOP.sub("", words), TITLE_CHARACTERS, placeholder=" …")


# What may be told of an item without there being anything in it.
_OF_NO_CONTENT = ("closed_readings", "access_steps", "proposals", "unaware_routes")


def empty_items() -> QuerySet[AgendaItem]:
    """The items made by hand on agendas of meetings to come that nobody has put anything in: a heading and no more."""
    nothing = {"decision": "", "minutes": None, "fixed_start": None, "responsible": ""}
    return without_contents(AgendaItem.objects.filter(meeting__state=Meeting.State.PLANNED, **nothing))


def without_contents(items: QuerySet[AgendaItem], *, besides: Collection[str] = ()) -> QuerySet[AgendaItem]:
    """Those of `items` that were made by hand, have no number and no rows of their own, but for those of the relations `besides`."""
    items = items.filter(source=None, number=None)
    for relation in AgendaItem._meta.related_objects:
        if relation.get_accessor_name() not in (*_OF_NO_CONTENT, *besides):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            items = items.exclude(Exists(rows))
    return items


def item_left(occurrence: Occurrence, steps: Sequence[Step]) -> AgendaItem | None:
    """The item that the last of `steps`, done or taken back, took `occurrence` off, as long as it is empty. One query at most."""
    latest = max(steps, key=lambda step: (step.undone_at or step.at, step.pk), default=None)
    if latest is None:
        return None
    key = (latest.after if latest.undone_at else latest.before).get("placed_on_id")
    if key is None or key == occurrence.placed_on_id:
        return None
    return empty_items().filter(pk=key, matter=occurrence.item.matter_id).select_related("meeting", "body", "case").first()


def remove_item_left(*, occurrence: Occurrence, item: AgendaItem) -> None:
    """Take the empty `item` that `occurrence` stood on off its agenda. Raises `FollowUpRefused` when there is something in it by now.

    The occurrence can be placed on that agenda again, which makes the item anew.
    """
    with holding([item.body_id, occurrence.body_id]):
        if item_left(occurrence, occurrence.steps.all()) != item:
            raise FollowUpRefused("item_in_use")
        AgendaItem.objects.filter(pk=item.pk).delete()
