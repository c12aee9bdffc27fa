"""The queue of readings that wait for the secretary."""

from django.db.models import F

from cases.access import Actor
from minutes.models import Import


def next_to_review(actor: Actor, *, besides: int) -> Import | None:
    """The actor's import of the oldest meeting that waits for review: later minutes find the cases that earlier ones made."""
    waiting = Import.objects.visible_to(actor).filter(state=Import.State.REVIEW).exclude(pk=besides)
    oldest_first = waiting.order_by(F("meeting_date").asc(nulls_last=True), "pk")
    return oldest_first.select_related("document").only("document__name").first()
