"""Restores an item of an agenda from a snapshot: its columns and rows."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from accounts.models import User
from agendas.guests import GuestLine
from agendas.models import CandidateChoice
from agendas.services.attachments import restore_attachments
from agendas.services.items import save_guests
from agendas.snapshot import COLUMNS, Values, as_now
from agendas.texts import Texts
from meetings.models import AgendaItem, Meeting

PLANNED = [name for name in COLUMNS if name not in ("title", "case_id", "matter_id")]  # of which no document tells


def column(name: str, values: Values) -> Any:
    return _clock(values[name]) if name == "fixed_start" else values[name]


def guests(values: Values) -> list[GuestLine]:
    return [GuestLine(row["name"], row["mail"], _clock(row["opens"]), _clock(row["closes"])) for row in values["guests"]]


def texts(values: Values) -> Texts:
    return Texts(tuple((heading, text) for heading, text in values["sections"]), tuple(values["recommendations"]))


def give_choices_back(item: AgendaItem, values: Values, by: User | None, now: datetime) -> None:
    """Answer with the item again what wanted a place and stood there as it."""
    for kind, key in values["choices"]:
        kept = {"item": item, "by": by, "at": now}
        CandidateChoice.objects.get_or_create(meeting_id=item.meeting_id, kind=kind, key=key, defaults=kept)


def give_plan_back(*, meeting: Meeting, agenda: Values, keys: Collection[int], by: User | None, now: datetime) -> None:
    """Give the items of `keys`, which were gone and are there again, what had been planned for them. The meeting's body is held."""
    rows = AgendaItem.objects.filter(meeting=meeting).in_bulk(list(keys))
    for values in as_now(agenda)["items"]:
        if item := rows.get(values["pk"]):
            for name in PLANNED:
                setattr(item, name, column(name, values))
            item.save(update_fields=PLANNED)
            save_guests(item, guests(values))
            restore_attachments(item, values["files"])
            give_choices_back(item, values, by, now)


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
