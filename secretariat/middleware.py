"""Rules for every answer, whichever view gave it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SAFE = {"GET", "HEAD", "OPTIONS"}


class NoStoreMiddleware:
    """Lets no browser and no proxy keep what a session is answered, so that nothing can be read after the log-out.

    Every answer counts: pages, lists, files and refusals; so does every answer to a form, which may hold what was written. Somebody without
    a session who reads is answered as before: what is public may be kept, unless its view says otherwise.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Told by the cookie, which costs no query; the answer to a log-in is the first that brings one.
        is_private = settings.SESSION_COOKIE_NAME in request.COOKIES or request.method not in SAFE
        response = self.get_response(request)
        if is_private or settings.SESSION_COOKIE_NAME in response.cookies:
            response["Cache-Control"] = "no-store, private"
        return response
