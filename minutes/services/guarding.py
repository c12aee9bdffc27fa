"""What people have done about what a meeting asked for is not lost with the meeting's items."""

from collections.abc import Iterator
from contextlib import contextmanager

from followups.models import Occurrence, Step
from hearings import services as hearing_services
from hearings.models import Hearing
from meetings.models import Meeting
from minutes.services.refusing import Refused


@contextmanager
def nothing_done_is_lost(meeting: Meeting) -> Iterator[None]:
    """Raises `Refused`, which takes the whole transaction back, when what happens in between takes away something people have done.

    That is a step about what an item of `meeting` asked for, a hearing of it with anything written down in it, and that one of its items
    is the answer to something.
    """
    steps = Step.objects.filter(occurrence__item__meeting=meeting, undone_at=None)
    answered = Occurrence.objects.filter(met_by__meeting=meeting)
    hearings = hearing_services.in_use(hearings=Hearing.objects.filter(item__meeting=meeting))
    done = [(rows.model, set(rows.order_by().values_list("pk", flat=True))) for rows in (steps, hearings)]
    met = set(answered.order_by().values_list("pk", flat=True))
    yield
    left = [model.objects.filter(pk__in=keys).count() == len(keys) for model, keys in done if keys]
    if met:
        left.append(Occurrence.objects.filter(pk__in=met, met_by__isnull=False).count() == len(met))
    if not all(left):
        raise Refused("done_would_be_lost")
