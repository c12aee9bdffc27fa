"""Addresses that are there for somebody logged in alone: the anonymous are asked to log in and come back.

They are asked before anything is looked up, so the answer is the same whether what the address names exists or not.
"""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django_htmx.http import HttpResponseClientRefresh

from accounts import kept_forms

View = Callable[..., HttpResponse]
SEARCH = "q"


def login_first(view: View) -> View:
    """Marks a view as one that the anonymous never get to. Decorators around it keep the mark."""
    view.login_first = True
    return view


class LoginFirstMiddleware:
    """Asks the anonymous to log in before a view that is so marked, and before every page of administration."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args, kwargs) -> HttpResponse | None:
        return None if not needs_login(request, view) or request.user.is_authenticated else _ask(request)


def needs_login(request: HttpRequest, view: View) -> bool:
    found = request.resolver_match
    return getattr(view, "login_first", False) or (found.app_name == "admin" and found.url_name != "login")


def _ask(request: HttpRequest) -> HttpResponse:
    form = kept_forms.kept(request) if request.method == "POST" else None
    if form and form.holds_anything:
        return kept_forms.log_in_and_send(request, form)
    if request.htmx.trigger_name not in (None, SEARCH):
        return HttpResponse(status=204)  # a field asked while its form is written: the page, and what stands in it, is left as it is
    if request.htmx:
        return HttpResponseClientRefresh()  # the whole page then asks for the log-in
    return redirect_to_login(form.back if form else request.get_full_path())
