"""The form that somebody had filled in when the session ended, kept through the log-in.

The fields travel in the page, signed, through the log-in and back to the address they were meant for; the service stores none of them.
Nothing is sent without a click. Passwords are left out, and files have to be chosen again. Only a form of our own is kept: it has passed
the check against forgery, or the browser says that it came from a page of ours.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.forms import LoginForm

FIELD = "kept"
SALT = "accounts.kept_forms"
HOURS = 12
OPENED_WITH = "initial-"  # before the name of a hidden field that holds what the form was opened with
SHOWN_FROM = 20  # characters: what is shorter is quickly written again


@dataclass(frozen=True, slots=True)
class KeptForm:
    """`to` is a path of the service with its query, `back` the path of the page with the form; `files` are (field, file name)."""

    to: str
    back: str
    fields: list[tuple[str, str]]
    files: list[tuple[str, str]]

    @property
    def holds_anything(self) -> bool:
        return bool(self.fields or self.files)

    @property
    def texts(self) -> list[str]:
        """The texts that it would be a loss to write again."""
        return [value for name, value in self.fields if len(value) >= SHOWN_FROM and not name.startswith(OPENED_WITH)]

    @property
    def signed(self) -> str:
        return signing.dumps([self.to, self.back, self.fields, self.files], salt=SALT, compress=True)


def sent_with(request: HttpRequest) -> KeptForm | None:
    """The form that travels in this one, if any that is ours and from today."""
    try:
        to, back, fields, files = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=HOURS * 3600)
    except signing.BadSignature:
        return None
    return KeptForm(to, back, [(name, value) for name, value in fields], [(name, value) for name, value in files])


def kept(request: HttpRequest) -> KeptForm:
    """The form that has been sent now."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _may_travel(name)]
    files = [(name, file.name) for name, files in request.FILES.lists() for file in files]
    return KeptForm(request.get_full_path(), page_before(request), fields, files)


def _may_travel(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and "password" not in name


def page_before(request: HttpRequest) -> str:
    """The page of ours that the browser was on, as it tells itself; the front page where it tells nothing, or of another host."""
    page = urlsplit(request.headers.get("Referer", ""))
    is_own = page.netloc == request.get_host() and page.path.startswith("/") and not page.path.startswith("//")
    return page.path + (f"?{page.query}" if page.query else "") if is_own else "/"


def came_from_here(request: HttpRequest) -> bool:
    """Tells whether the browser itself says that the form stood on a page of ours. No other site can make it say so."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def log_in_and_send(request: HttpRequest, form: KeptForm) -> HttpResponse:
    """The log-in, with the form in it. A part of a page that htmx asked for becomes the whole page."""
    context = {"form": LoginForm(request=request), "kept": form}
    response = render(request, "accounts/login.html", context, status=200 if request.htmx else 403)
    if request.htmx:
        response["HX-Retarget"], response["HX-Reswap"] = "body", "innerHTML"
    return response


def send_again(request: HttpRequest, form: KeptForm, *, status: int = 200) -> HttpResponse:
    """The form, ready to be sent by a click of somebody who is logged in."""
    return render(request, "accounts/send_again.html", {"kept": form}, status=status)
