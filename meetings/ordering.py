"""The order of a meeting's items."""

from collections.abc import Sequence

from concurrency.ordering import in_places, write_places
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting


def reorder(*, meeting: Meeting, keys: Sequence[int]) -> bool:
    """Put the items of `keys` first, in that order, and the others after them as they stand. Returns whether that changed anything.

    Keys of items that are not on the meeting are passed over, so that what somebody has removed meanwhile is no fault.
    """
    with holding(bodies_of(meeting)):
        rows = {row.pk: row for row in AgendaItem.objects.filter(meeting=meeting).order_by("position").only("position")}
        moved = in_places(rows[key] for key in dict.fromkeys([*keys, *rows]) if key in rows)
        write_places(moved)
    return bool(moved)


def next_position(meeting: Meeting) -> int:
    """The place after the last item. The caller holds the meeting's body, so that two at once get two."""
    last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1
