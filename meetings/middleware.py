"""The edge of a request: the clock is read here, once, and who is looking is found out when first asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from meetings.access import viewer_for


class EdgeMiddleware:
    """Gives every request `now` (aware datetime, local time), `today` (date) and `viewer` (`cases.access.Viewer`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.localtime()
        request.today = request.now.date()
        request.viewer = SimpleLazyObject(lambda: viewer_for(request.user, today=request.today))
        return self.get_response(request)
