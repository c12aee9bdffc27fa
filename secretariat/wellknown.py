"""Files that browsers and search engines ask for by themselves, at addresses of their own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

# The open pages may be found by a search; the API says the same once more, and the rest asks for a log-in.
_NOT_FOR_SEARCHES = ("/admin/", "/api/", "/import/", "/konto/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in _NOT_FOR_SEARCHES)]
    lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask before they have seen a page's own `<link rel="icon">`."""
    return redirect(static("img/mark.svg"))
