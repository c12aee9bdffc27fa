"""The way from a list to a letter, which is shown on a page of what it is about."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from meetings.views.permissions import secretary_required
from reminders import sources
from reminders.access import get_letter


@secretary_required
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads there; nothing of the letter is read on the way."""
    found = get_letter(request, pk)
    address = sources.source_of(found.key).letter_address(found.key, pk)
    if not address:
        raise Http404
    return redirect(address)
