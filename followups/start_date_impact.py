"""How many occurrences would be history if their body had another start."""

from datetime import date

from cases.access import Actor
from followups.models import Occurrence
from meetings.models import Body


def count_history(*, body: Body, start: date | None, actor: Actor) -> int:
    """One query; none without a start, since nothing is history then."""
    if start is None:
        return 0
    return Occurrence.objects.visible_to(actor).without_duplicates(actor).filter(body=body).historic_from(start).count()
