"""The edge of a request: the clock is read here, once, who is looking is found out when first asked, and what was read is logged."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from meetings.access import actor_for
from meetings.reading_log import ReadingLog
from meetings.services import log_closed_reading


class EdgeMiddleware:
    """Gives every request `now` (aware datetime, local time), `today` (date), `actor` (`cases.access.Actor`) and `readings`.

    An answer that shows something of a closed item is logged before it leaves, and no browser or proxy keeps it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.localtime()
        request.today = request.now.date()
        request.actor = SimpleLazyObject(lambda: actor_for(request.user, today=request.today))
        request.readings = ReadingLog()
        response = self.get_response(request)
        if shown := list(request.readings.shown_in(response)):
            log_closed_reading(items=shown, actor=request.actor, now=request.now)
            response["Cache-Control"] = "no-store, private"
        return response
