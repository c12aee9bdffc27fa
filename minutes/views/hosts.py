"""The owner of the items that a page corrects: the reading of an import, or a meeting of the register. The pages that split and join serve both."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import Meeting
from minutes import services
from minutes.corrections import Correction, free_key
from reader import facts


class Host(Protocol):
    """`minutes` are the facts as they are now; an item is named by its key. `parent` is the row they are of, `name` what it is called.

    `list` and `list_text` are the list it is found in. Each step raises `services.Refused`; `split` gives the new item's key.
    """

    minutes: facts.Minutes
    list: str

    def split(self, item: str, point: dict[str, Any], head: dict[str, Any]) -> str: ...
    def move(self, item: str, point: dict[str, Any], to: str) -> None: ...
    def join(self, item: str, into: str) -> None: ...
    def address_of(self, item: str) -> str: ...
    def split_address(self, item: str) -> str: ...
    def done(self, item: str) -> HttpResponse: ...
    def left(self, why: str) -> HttpResponse: ...


@dataclass(slots=True)
class KeptMeeting:
    """A meeting of the register; the key of an item is that of its row."""

    request: HttpRequest
    meeting: Meeting
    minutes: facts.Minutes
    list: str = "meeting-list"

    @property
    def list_text(self) -> str:
        return _("Meetings")

    @property
    def name(self) -> str:
        return str(self.meeting)

    @property
    def parent(self) -> Meeting:
        return self.meeting

    def correct(self, *corrections: Correction):
        return services.correct_meeting(meeting=self.meeting, corrections=list(corrections), by=self.request.user, now=self.request.now)

    def split(self, item: str, point: dict[str, Any], head: dict[str, Any]) -> str:
        key = free_key(f"{item}-b", {one.key for one in self.minutes.items})
        made = self.correct(Correction(item, "split", point | head | {"key": key}))
        rows = {one["row"] for one in made.before["items"]}
        return next(str(one["row"]) for one in made.after["items"] if one["row"] not in rows)

    def move(self, item: str, point: dict[str, Any], to: str) -> None:
        self.correct(Correction(item, "move", point | {"to": to}))

    def join(self, item: str, into: str) -> None:
        self.correct(Correction(item, "join", {"into": into}))

    def address_of(self, item: str) -> str:
        return reverse("item", kwargs={"pk": item})

    def split_address(self, item: str) -> str:
        return reverse("meeting-split-item", kwargs={"pk": self.meeting.pk, "item": item})

    def done(self, item: str) -> HttpResponse:
        messages.success(self.request, _("Corrected."))
        return redirect(self.address_of(item) if item else self.meeting)

    def left(self, why: str) -> HttpResponse:
        messages.warning(self.request, why)
        return redirect(self.meeting)
