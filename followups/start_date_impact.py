"""How many occurrences would be history if their body had another start."""

from datetime import date

from cases.access import Viewer
from followups.models import Occurrence
from meetings.models import Body


def count_history(*, body: Body, start: date | None, viewer: Viewer) -> int:
    """One query; none without a start, since nothing is history then."""
    if start is None:
        return 0
    return Occurrence.objects.visible_to(viewer).without_duplicates(viewer).filter(body=body).historic_from(start).count()
