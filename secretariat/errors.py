"""The pages of what went wrong that must be shown without asking the session or the database for anything."""

import sys

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.disk import is_full

INSUFFICIENT_STORAGE = 507  # RFC 4918


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or the form cannot be understood: told as JSON to those who ask the API, as a page to everybody else."""
    if request.path.startswith(reverse("api-root")):
        return JsonResponse({"detail": _("The address could not be understood")}, status=400)
    return HttpResponse(render_to_string("400.html"), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our own mistake; or a disk without room, which is said as such, since it is nobody's mistake and the administrator can mend it."""
    if is_full(sys.exception()):
        return HttpResponse(render_to_string("507.html"), status=INSUFFICIENT_STORAGE)
    return HttpResponse(render_to_string("500.html"), status=500)
