"""The order of an agenda: what is to be first stays first, and what is to be last stays last."""

from meetings.models import AgendaItem, Meeting
from meetings.ordering import reorder

_RANK = {AgendaItem.Keep.FIRST: 0, "": 1, AgendaItem.Keep.LAST: 2}


def put_in_place(*, meeting: Meeting) -> bool:
    """Move items that are to be first or last there; the others keep their order. Returns whether any was moved."""
    rows = AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("pk", "keep")
    return reorder(meeting=meeting, keys=[key for key, keep in sorted(rows, key=lambda row: _RANK[row[1]])])
