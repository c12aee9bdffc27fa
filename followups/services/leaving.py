"""An item that was made for what is waited for, left on an agenda when that was taken off it again."""

from collections.abc import Collection, Sequence

from django.db.models import Exists, OuterRef, QuerySet

from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from meetings.locking import holding
from meetings.models import AgendaItem, Meeting

# What may be told of an item without there being anything in it.
_OF_NO_CONTENT = ("closed_readings", "access_steps", "proposals")


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
