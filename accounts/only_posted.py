"""Addresses that take what a form sends and show nothing: whoever reloads one, or comes by a kept address, is led to the page of the form."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

View = Callable[..., HttpResponse]


def only_posted(page: str) -> Callable[[View], View]:
    """Gives a POST alone to the view. A GET is led to the page named `page`, which has the `pk` or `slug` of the address, where it has one."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            if request.method not in ("GET", "HEAD"):
                return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
            named = request.resolver_match.kwargs
            return redirect(page, **{name: named[name] for name in ("pk", "slug") if name in named})

        return guarded

    return decorate
