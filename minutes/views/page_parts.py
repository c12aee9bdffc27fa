"""The import's parts of the pages of meetings: its obligations, and the doubts about who may read it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from django.template import Context

from followups.status import status_of
from hearings.models import Hearing
from meetings.models import AgendaItem, Reviewed
from meetings.page_parts import PagePlace, register
from minutes.doubts import without_words
from minutes.highlighting import parted_at
from minutes.selectors import MODELS
from minutes.storing.readings import fact_of
from minutes.views.presenters import ObligationPresenter, present
from minutes.wording import say

KINDS = {model: kind for kind, model in MODELS.items()}


def register_all() -> None:
    register(PagePlace.ITEM, "obligations/of_item.html", _obligations)
    register(PagePlace.TIMELINE, "obligations/in_timeline.html", _obligations)
    register(PagePlace.DOUBTS, "minutes/doubts_of_item.html", _doubts)


def _obligations(context: Context, item: AgendaItem) -> dict[str, Any]:
    """The obligations the item gave rise to, and their state today, as far as the actor may read them."""
    rows = chain(item.readable_hearings, item.readable_follow_ups, item.readable_planned_treatments)
    return {"promised": [_told(row, context["request"].today) for row in rows]}


def _told(row: Reviewed, today: date) -> ObligationPresenter:
    told = replace(present(fact_of(row)), anchor=f"{KINDS[type(row)]}-{row.pk}")
    if isinstance(row, Hearing):
        return replace(told, address=row.get_absolute_url())
    return replace(told, standing=status_of(row.readable_occurrences, today))


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A reason to doubt whether an item of the register is closed: `sentence` asks, `words` are marked in the line they stand in."""

    sentence: str
    quote: str
    before: str
    words: str
    after: str
    source_id: int | None
    source_page: int | None
    source_line: int | None
    source_end_line: int | None


def _doubts(context: Context, item: AgendaItem) -> dict[str, Any]:
    """The doubts with the words that raised them; of an item in doubt without any, a sentence on why there is no more to tell."""
    found = [_doubt(item, one) for one in item.doubts]
    if item.in_doubt and not found:
        reason = say(without_words(item.corrected_parts), {})
        found = [ShownDoubt(reason, "", "", "", "", None, None, None, None)]
    return {"doubts": found, "documents": context["documents"]}


def _doubt(item: AgendaItem, one: dict) -> ShownDoubt:
    page, line, end_line = one["at"] or (None, None, None)
    parted = parted_at(one["quote"], str(one["params"].get("words", "")))
    return ShownDoubt(say(one["code"], one["params"]), one["quote"], *parted, item.source_id, page, line, end_line)
