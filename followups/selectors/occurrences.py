"""The occurrences of a list, with all that it shows of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cases.access import Actor
from followups.models import Occurrence, Step
from followups.presenters import OccurrencePresenter
from meetings.models import AgendaItem, Meeting


def presenters_of(keys: Sequence[int], actor: Actor) -> list[OccurrencePresenter]:
    """The occurrences of `keys`, which the actor may read, in that order: three queries."""
    rows = Occurrence.objects.select_related("item__meeting", "item__body", "item__case", "body", "follow_up", "planned").in_bulk(
        list(keys)
    )
    items = readable_items([item for row in rows.values() for item in (row.placed_on_id, row.met_by_id)], actor)
    put_off = _put_off(keys)
    return [
        OccurrencePresenter(rows[key], placed_item(rows[key], items), items.get(rows[key].met_by_id), tuple(put_off[key])) for key in keys
    ]


def placed_item(row: Occurrence, items: dict[int, AgendaItem]) -> AgendaItem | None:
    """The item among `items` on whose agenda it stands; on that of a cancelled meeting it stands no more, unless the meeting is held after all."""
    item = items.get(row.placed_on_id)
    return None if item and item.meeting.state == Meeting.State.CANCELLED else item


def readable_items(keys: Iterable[int | None], actor: Actor) -> dict[int, AgendaItem]:
    """The items of `keys` that the actor may read: one query. One hidden is as one that is not there."""
    found = AgendaItem.objects.visible_to(actor).filter(pk__in={key for key in keys if key})
    return {item.pk: item for item in found.select_related("meeting", "body")}


def _put_off(keys: Sequence[int]) -> dict[int, list[Step]]:
    """The times each was postponed, in order, less those taken back."""
    steps: dict[int, list[Step]] = defaultdict(list)
    for step in Step.objects.filter(occurrence__in=keys, what=Step.What.POSTPONED, undone_at=None).order_by("pk"):
        steps[step.occurrence_id].append(step)
    return steps
