"""The guard of the pages on which a hearing is changed, and what these pages have in common."""

from collections.abc import Sequence
from functools import wraps

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.login_first import login_first
from cases.access import Actor
from hearings import services
from hearings.access import get_hearing
from hearings.models import Hearing, HearingParty
from meetings.models import Body
from meetings.params import is_key
from meetings.views.permissions import View


def hearing_secretary_required(view: View) -> View:
    """Hands the view the hearing, whole, in place of its key. Others than those who manage its body get 404.

    What is sent comes to the view under the hearing's lock, with the hearing as it is then.
    """

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        hearing = get_hearing(request, pk, manage=True)
        return _posted(request, hearing, view, kwargs) if request.method == "POST" else view(request, hearing, **kwargs)

    return login_first(guarded)


def _posted(request: HttpRequest, hearing: Hearing, view: View, kwargs: dict) -> HttpResponse:
    """Holds the hearing, and hands the view the hearing as it is then."""
    with services.holding_hearing(hearing) as is_there:
        if not is_there:
            raise Http404
        return view(request, get_hearing(request, hearing.pk, manage=True), **kwargs)


def managed_bodies_of(actor: Actor) -> QuerySet:
    """The bodies whose hearings the actor keeps."""
    bodies = Body.objects.with_meetings()
    return bodies if actor.is_administrator else bodies.filter(pk__in=actor.managed_bodies)


def party_of(hearing: Hearing, pk: int) -> HearingParty:
    """The party of that key, with its answers at hand."""
    party = next((party for party in hearing.readable_parties if party.pk == pk), None)
    if party is None:
        raise Http404
    return party


def versions_of(sent: Sequence[str]) -> dict[int, int]:
    """The versions of rows that a page was filled with, by key, as its hidden fields `12:3` tell them; what is no such pair is left out."""
    pairs = [text.partition(":") for text in sent]
    return {int(key): int(version) for key, _colon, version in pairs if is_key(key) and is_key(version)}


def back_to(hearing: Hearing, party: HearingParty | None = None) -> HttpResponse:
    """The hearing's page, at the party's place."""
    return redirect(f"{hearing.get_absolute_url()}#part-{party.pk}" if party else hearing.get_absolute_url())
