"""The parts that the apps above add to the pages of items, cases and meetings: each registers in `AppConfig.ready`, and no page knows who does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.template import Context

from meetings.models import AgendaItem, Meeting

Shown = AgendaItem | list[AgendaItem] | Meeting
Values = Callable[[Context, Shown], dict[str, Any]]


class PagePlace(StrEnum):
    """A place on a page: on the item's own page, at the item in a timeline, where its page asks whether it is open, below a case's items, and
    before the items of a meeting."""

    ITEM = "item"
    TIMELINE = "timeline"
    DOUBTS = "doubts"
    CASE = "case"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class PagePart:
    """`template` is rendered with what `values` gives, from the page's context and the item with its parts, the case's items on the page, or the meeting with its items."""

    place: PagePlace
    template: str
    values: Values


_parts: list[PagePart] = []


def register(place: PagePlace, template: str, values: Values) -> None:
    """Adds a part to a place, after those that are there."""
    _parts.append(PagePart(place, template, values))


def at(place: str) -> list[PagePart]:
    """The parts of the place, in the order in which they were registered."""
    return [part for part in _parts if part.place == place]
