"""The order of a meeting's items.

Positions are 1, 2, 3 … and the database refuses two alike in a meeting (`items_stand_in_order`). It looks at each row as it is written, so items
that trade places are first moved out of the way, all in one update, then to their places, all in another. Only the items between the old and
the new place are written. A constraint checked when the transaction ends would do it in one, but PostgreSQL alone has them.
"""

from collections.abc import Sequence

from django.db.models import Case, F, PositiveSmallIntegerField, Value, When

from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting

_ASIDE = 10_000  # more items than any meeting has


def reorder(*, meeting: Meeting, keys: Sequence[int]) -> bool:
    """Put the items of `keys` first, in that order, and the others after them as they stand. Returns whether that changed anything.

    Keys of items that are not on the meeting are passed over, so that what somebody has removed meanwhile is no fault.
    """
    with holding(bodies_of(meeting)):
        now = dict(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("pk", "position"))
        wanted = [key for key in dict.fromkeys(keys) if key in now]
        wanted += [key for key in now if key not in set(wanted)]
        moved = {key: place for place, key in enumerate(wanted, start=1) if now[key] != place}
        if not moved:
            return False
        rows = AgendaItem.objects.filter(pk__in=moved)
        rows.update(position=F("position") + _ASIDE)
        places = [When(pk=key, then=Value(place)) for key, place in moved.items()]
        rows.update(position=Case(*places, output_field=PositiveSmallIntegerField()))
    return True


def next_position(meeting: Meeting) -> int:
    """The place after the last item. The caller holds the meeting's body, so that two at once get two."""
    last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1
