"""The only way for a view to one occurrence, one of its steps or of its letters: fetched, checked, and noted as read."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from followups.models import Occurrence, Step
from followups.permissions import may_act
from followups.selectors.occurrence_history import visible_occurrences
from meetings.access import get_row


def get_occurrence(request: HttpRequest, pk: int, *, act: bool = False, shows: bool = True) -> Occurrence:
    """The occurrence if and only if the actor may read its item; with `act`, if and only if he or she sees to it. Raises `Http404`.

    The item is noted as read where the answer `shows` anything of it.
    """
    found = get_row(request, visible_occurrences(request.actor), pk, shows=shows)
    if act and not may_act(request.actor, found):
        raise Http404
    return found


def get_step(request: HttpRequest, pk: int, *, occurrence: Occurrence) -> Step:
    """The step of the occurrence, which the actor may read. Raises `Http404`."""
    return get_object_or_404(Step.objects.visible_to(request.actor), pk=pk, occurrence=occurrence)


def get_letter_step(request: HttpRequest, letter: int, *, occurrence: Occurrence) -> Step:
    """The step of the letter of that key, with the letter, its mail and item, about what the actor sees to. Raises `Http404`."""
    steps = Step.objects.visible_to(request.actor).filter(occurrence=occurrence)
    return get_object_or_404(steps.select_related("letter__mail", "letter__body", "letter__item", "letter__by"), letter=letter)
