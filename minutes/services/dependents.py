"""Hearings and follow-ups are brought in step with what a meeting says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from followups import services as followup_services
from hearings import services as hearing_services
from meetings.calendar import changing
from meetings.models import Body, Meeting


@contextmanager
def rewriting(body: Body) -> Iterator[Callable[[Meeting], None]]:
    """A meeting of `body` is stored, or made what it was before. Gives the function to call with the meeting once that is done.

    It makes what the items ask for into hearings and occurrences; last, when the days are recomputed, the follow-ups that the items seem to
    answer are proposed.
    """
    items = []

    def in_step(meeting: Meeting) -> None:
        items.extend(meeting.items.order_by("position"))
        hearing_services.sync_hearings(items=items)
        followup_services.sync_occurrences(items=items)

    with changing([body]):
        yield in_step
    if items:
        followup_services.propose(items=items)
