"""The only way for a view to one hearing, one answer or one letter: fetched, checked, and noted as read."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from hearings import selectors
from hearings.models import Hearing, HearingResponse, PartyStep
from meetings.access import get_row


def get_hearing(request: HttpRequest, pk: int, *, manage: bool = False) -> Hearing:
    """The hearing, whole, if and only if the actor may read it; with `manage`, if and only if he or she manages its body.

    The sentence of a closed item stands in its hearing, so seeing one is a reading of the item. Raises `Http404`.
    """
    actor = request.actor
    rows = Hearing.objects.visible_to(actor).select_related("body", "item__meeting", "item__body", "item__case")
    if manage and not actor.is_administrator:
        rows = rows.filter(body__in=actor.managed_bodies)
    hearing = get_row(request, rows, pk)
    selectors.fetch_whole(hearing, actor)
    return hearing


def get_kept(request: HttpRequest, pk: int) -> Hearing | None:
    """The hearing that the one of that key has been joined with, if the actor may read it; to lead there, so nothing is read yet."""
    return Hearing.objects.visible_to(request.actor).filter(duplicates=pk).first()


def get_response(request: HttpRequest, pk: int, *, hearing: int) -> HearingResponse:
    """The answer in the hearing of that key, if and only if the actor may read it. Raises `Http404`."""
    rows = HearingResponse.objects.visible_to(request.actor).filter(party__hearing=hearing)
    return get_row(request, rows.select_related("party__hearing__item"), pk, told_by="party__hearing__item")


def get_letter_step(hearing: Hearing, letter: int) -> PartyStep:
    """The step of the letter of that key, with the letter, its mail and item, in a hearing that the actor manages. Raises `Http404`."""
    steps = PartyStep.objects.filter(party__hearing=hearing).select_related("letter__mail", "letter__body", "letter__item", "letter__by")
    return get_object_or_404(steps, letter=letter)
