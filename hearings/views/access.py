"""Which hearing an address means, and who may write in it."""

from collections.abc import Callable
from functools import wraps

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers

from cases.access import Viewer
from hearings import selectors
from hearings.models import Hearing, HearingParty
from meetings.models import Body
from meetings.services import log_closed_reading

View = Callable[..., HttpResponse]


def those_who_serve(view: View) -> View:
    """Hands the view the hearing, whole, in place of its key. Others than those who serve its body get 404; no browser keeps a copy.

    The forms hold what a closed item says, so seeing one is a reading of it.
    """

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        hearing = get_object_or_404(selectors.whole(request.viewer), pk=pk)
        if not request.viewer.serves_body(hearing.body_id):
            raise Http404
        if hearing.item and request.method == "GET":
            log_closed_reading(items=[hearing.item], viewer=request.viewer, now=request.now)
        response = view(request, hearing, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded


def served_bodies(viewer: Viewer) -> QuerySet:
    """The bodies whose hearings the viewer keeps."""
    bodies = Body.objects.with_meetings()
    return bodies if viewer.is_administrator else bodies.filter(pk__in=viewer.serves)


def party_of(hearing: Hearing, pk: int) -> HearingParty:
    """The party of that key, with its answers at hand."""
    party = next((party for party in hearing.parties.all() if party.pk == pk), None)
    if party is None:
        raise Http404
    return party


def back_to(hearing: Hearing, party: HearingParty | None = None) -> HttpResponse:
    """The hearing's page, at the party's place."""
    return redirect(f"{hearing.get_absolute_url()}#part-{party.pk}" if party else hearing.get_absolute_url())
