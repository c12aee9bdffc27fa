"""Requests with characters that no person sends: refused before they reach a database, a file name or a header."""

import re
from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError

from secretariat.errors import bad_request

# PostgreSQL takes no NUL in a text, headers take no line breaks, and nobody types the rest. Text areas send line breaks and tabs.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONTROL_BUT_BREAKS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class ValidationMiddleware:
    """Answers 400 for control characters in the path, the query or a form, and leaves out cookies that hold any.

    A cookie is left out rather than refused, since a browser would send it with each request until it is deleted.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _CONTROL.search(request.path) or any(map(_CONTROL.search, _words(request.GET))):
            return bad_request(request)
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if not _CONTROL.search(value)}
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        try:
            posted = _words(request.POST)
            return bad_request(request) if any(map(_CONTROL_BUT_BREAKS.search, posted)) else None
        except UnreadablePostError:
            return None  # the sender has gone


def _words(query: QueryDict) -> Iterable[str]:
    for name, values in query.lists():
        yield name
        yield from values
