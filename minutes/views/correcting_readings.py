"""Correcting what was read, on the review page: the meeting's facts and an item's, each in a form in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from accounts.only_posted import only_posted
from minutes import services
from minutes.access import get_import, get_reading_correction, held_import
from minutes.corrections import find_item
from minutes.forms.readings import CorrectionForm, ItemFactsForm, MeetingFactsForm, known_bodies
from minutes.models import Import
from minutes.views.permissions import import_permission_required
from minutes.views.reading import missing_in
from minutes.views.reviews import context_of
from minutes.views.splitting import item_or_404, join_item, split_item
from minutes.wording import say
from reader import facts


def amends(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives `view` the import, held where something is changed, and its reading as it is now. One that no longer waits for review is shown instead."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return _given(view, request, get_import(request, pk), **kwargs)
        with held_import(request, pk) as import_:
            return _given(view, request, import_, **kwargs)

    return import_permission_required(guarded)


def _given(view: Callable[..., HttpResponse], request: HttpRequest, import_: Import, **kwargs) -> HttpResponse:
    if import_.state != Import.State.REVIEW:
        return left(request, import_, say("not_to_be_corrected", {}))
    minutes = services.reading_of(import_)
    if shown := find_item(minutes, kwargs.get("item", "")):
        request.readings.add(*services.closed_items(minutes, None, only=shown))
    return view(request, import_, minutes, **kwargs)


@amends
@require_http_methods(["GET", "HEAD", "POST"])
def correct_meeting(request: HttpRequest, import_: Import, minutes: facts.Minutes) -> HttpResponse:
    """The body, the day, the hours and who was there."""
    form = MeetingFactsForm(request.POST if request.method == "POST" else None, owner=minutes, row=import_)
    return _asked(request, import_, "", form, "minutes/correct_meeting.html", {"bodies": known_bodies(), "missing": missing_in(minutes)})


@amends
@require_http_methods(["GET", "HEAD", "POST"])
def correct_item(request: HttpRequest, import_: Import, minutes: facts.Minutes, item: str) -> HttpResponse:
    """An item's number, title and case, whether it is closed, its outcomes, votes and absences."""
    found = item_or_404(minutes, item)
    form = ItemFactsForm(request.POST if request.method == "POST" else None, owner=found, row=import_, prefix=item)
    return _asked(request, import_, item, form, "minutes/correct_item.html", {"item": found})


@amends
@only_posted("import-review")
def undo(request: HttpRequest, import_: Import, minutes: facts.Minutes, correction: int) -> HttpResponse:
    """Takes a correction back. One that closes something is asked about first."""
    row = get_reading_correction(request, correction, import_=import_)
    try:
        services.undo_correction(correction=row, by=request.user, now=request.now, may_open="may_open" in request.POST)
    except services.ImportRefused as refused:
        if refused.code == "would_open":
            asked = {"list": "import-list", "list_text": _("Import"), "parent": import_, "name": import_.document.name}
            return render(request, "minutes/undo_correction.html", asked | {"back": import_.get_absolute_url()})
        return left(request, import_, str(refused))
    return shown_again(request, import_, row.item)


@dataclass(slots=True)
class ReadingHost:
    """The reading of an import that waits for review."""

    request: HttpRequest
    import_: Import
    minutes: facts.Minutes
    list: str = "import-list"

    @property
    def list_text(self) -> str:
        return _("Import")

    @property
    def name(self) -> str:
        return self.import_.document.name

    @property
    def parent(self) -> Import:
        return self.import_

    def _said(self) -> dict[str, Any]:
        return {"import_": self.import_, "by": self.request.user, "now": self.request.now}

    def split(self, item: str, point: dict[str, Any], head: dict[str, Any]) -> str:
        (made,) = services.split_item(item=item, point=point, head=head, **self._said())
        return made.after["key"]

    def move(self, item: str, point: dict[str, Any], to: str) -> None:
        services.move_text(item=item, point=point, to=to, **self._said())

    def join(self, item: str, into: str) -> None:
        services.join_items(item=item, into=into, **self._said())

    def address_of(self, item: str) -> str:
        return f"{self.import_.get_absolute_url()}#{anchor(item)}"

    def split_address(self, item: str) -> str:
        return reverse("import-split", kwargs={"pk": self.import_.pk, "item": item})

    def done(self, item: str) -> HttpResponse:
        return shown_again(self.request, self.import_, item)

    def left(self, why: str) -> HttpResponse:
        return left(self.request, self.import_, why)


@amends
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, import_: Import, minutes: facts.Minutes, item: str) -> HttpResponse:
    return split_item(request, ReadingHost(request, import_, minutes), item)


@amends
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, import_: Import, minutes: facts.Minutes, item: str) -> HttpResponse:
    return join_item(request, ReadingHost(request, import_, minutes), item)


def shown_again(request: HttpRequest, import_: Import, item: str) -> HttpResponse:
    """The review as it is now, at the item or the meeting that was corrected: for htmx in place of what was read."""
    import_ = Import.objects.visible_to(request.actor).filter(pk=import_.pk).select_related("document").first()
    if import_ is None:
        messages.info(request, _("Corrected. The import now waits with those who manage its body."))
        return _to(request, reverse("import-list"))
    if not request.htmx:
        messages.success(request, _("Corrected."))
        return redirect(f"{import_.get_absolute_url()}#{anchor(item)}")
    response = render(request, "minutes/read.html", context_of(request, import_) | {"focus": item or "meeting"})
    return retarget(reswap(response, f"innerHTML show:#{anchor(item)}:top"), "#read")


def left(request: HttpRequest, import_: Import, why: str) -> HttpResponse:
    """Back to the whole page, with the reason why nothing was done."""
    messages.warning(request, why)
    return _to(request, import_.get_absolute_url())


def anchor(item: str) -> str:
    """Gives the anchor of the item, or of the meeting, on the review page."""
    return f"laest-{item}" if item else "laest"


def _to(request: HttpRequest, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _asked(request: HttpRequest, import_: Import, item: str, form: CorrectionForm, template: str, context: dict) -> HttpResponse:
    """The form in its place for htmx, on a page of its own for everybody else; saved, the review as it is then."""
    if form.is_valid():
        may_open = form.cleaned_data.get("may_open", False)
        try:
            services.correct_reading(import_=import_, item=item, changes=form.changes, by=request.user, now=request.now, may_open=may_open)
        except services.ImportRefused as refused:
            form.add_error(None, str(refused))
        else:
            return shown_again(request, import_, item)
    context |= {"import": import_, "form": form, "anchor": anchor(item), "inside": template}
    return render(request, template if request.htmx else "minutes/correct_page.html", context)
