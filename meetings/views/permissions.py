"""Guards of the pages for secretaries. To others there is no such page; the anonymous are asked to log in first."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from accounts.login_first import login_first

View = Callable[..., HttpResponse]


def secretary_required(view: View) -> View:
    """Lets in those who manage a body, administrators among them. Raises `Http404` for others."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.actor.manages_any:
            raise Http404
        return view(request, *args, **kwargs)

    return login_first(guarded)
