"""Safeguards for the work people have done on a meeting's obligations, which is not lost with the meeting's items."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import ProtectedError

from followups.models import Occurrence, Step
from hearings import services as hearing_services
from hearings.models import Hearing, HearingResponse
from meetings.models import Meeting
from minutes.services.exceptions import ImportRefused

# Which items people have pointed at.
_ANSWERS = ((Occurrence, "met_by"), (HearingResponse, "decided_at"), (HearingResponse, "considered_at"))


@contextmanager
def nothing_done_is_lost(meeting: Meeting) -> Iterator[None]:
    """Raises `ImportRefused`, which takes the whole transaction back, when what happens in between takes away something people have done.

    That is a step about what an item of `meeting` asked for, a hearing of it with anything written down in it, and that one of its items
    is the answer to something, or is where an answer in a hearing was decided or considered. A hearing that another one was joined with
    is protected by the database.
    """
    steps = Step.objects.filter(occurrence__item__meeting=meeting, undone_at=None)
    hearings = hearing_services.in_use(hearings=Hearing.objects.filter(item__meeting=meeting))
    done = [(rows.model, set(rows.order_by().values_list("pk", flat=True))) for rows in (steps, hearings)]
    answers = [
        (model, name, set(model.objects.filter(**{f"{name}__meeting": meeting}).order_by().values_list("pk", flat=True)))
        for model, name in _ANSWERS
    ]
    try:
        yield
    except ProtectedError as error:
        if not any(isinstance(row, Hearing) for row in error.protected_objects):
            raise
        raise ImportRefused("done_would_be_lost") from error
    left = [model.objects.filter(pk__in=keys).count() == len(keys) for model, keys in done if keys]
    left += [model.objects.filter(pk__in=keys, **{f"{name}__isnull": False}).count() == len(keys) for model, name, keys in answers if keys]
    if not all(left):
        raise ImportRefused("done_would_be_lost")


@contextmanager
def nothing_placed_is_lost(meeting: Meeting) -> Iterator[None]:
    """Raises `ImportRefused` when an item of `meeting` on which something that is waited for is placed goes in between."""
    placed = set(Occurrence.objects.open().filter(placed_on__meeting=meeting).values_list("pk", flat=True))
    yield
    if Occurrence.objects.filter(pk__in=placed, placed_on=None).exists():
        raise ImportRefused("placed_since")
