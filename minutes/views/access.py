"""Who comes to the pages of the import at all. Which imports, `Import.objects.visible_to` decides."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django_htmx.http import HttpResponseClientRefresh

View = Callable[..., HttpResponse]


def importers_only(view: View) -> View:
    """Lets secretaries and administrators in. Others are not told that there is such a page, or asked to log in if they have not.

    What is read from a document may hold closed items, so no browser keeps a copy.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.htmx:
                return HttpResponseClientRefresh()  # the whole page then asks for the log-in
            return redirect_to_login(request.get_full_path() if request.method in ("GET", "HEAD") else reverse("import-list"))
        if not request.viewer.may_import:
            raise Http404
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded
