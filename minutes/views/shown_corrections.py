"""Corrections by hand, as the review page and the meeting's page of corrections tell them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from minutes.corrections import OPERATIONS, find_item
from minutes.corrections.values import STANDS_FOR
from minutes.models import Import, MeetingCorrection, ReadingCorrection
from minutes.views.diff import KINDS, PARTS
from minutes.views.texts import text_of
from reader import facts
from reader.format import part_from_json

NAMES = PARTS | {
    "body": _("Body"),
    "date": _("Date"),
    "absent": _("Absent"),
    "number": _("Number"),
    "stands_for": _("Which item of the agenda it is"),
    "split": _("The item is split off from the one above"),
    "join": _("The item below is joined with it"),
    "move": _("The last text is moved to the item below"),
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """The correction that stands of a part, and in words `read`, which the document was read as; None where text changed its item."""

    row: ReadingCorrection
    read: str | None

    @property
    def name(self) -> str:
        return str(NAMES[self.row.part])


def corrected_in(import_: Import, minutes: facts.Minutes, *, answered: Collection[str] = ()) -> dict[str, list[Corrected]]:
    """The corrections that stand, by the key of the item that shows them; "" for the meeting. One query, if there are any.

    Of the items `answered` it is told beside the doubt itself whether they are closed.
    """
    if import_.corrected is None:
        return {}
    found: dict[str, dict[Any, Corrected]] = {}
    for row in import_.corrections.filter(undone_at=None).select_related("by").order_by("pk"):
        if row.part == "closed" and row.item in answered:
            continue
        shown_at = _shown_at(row, minutes)
        parts = found.setdefault(shown_at, {})
        place = row.pk if row.part in OPERATIONS else (row.item, row.part)
        read = parts[place].read if place in parts else _read(row)
        parts[place] = Corrected(row, read)
    return {key: list(parts.values()) for key, parts in found.items()}


def _shown_at(row: ReadingCorrection, minutes: facts.Minutes) -> str:
    """The key of the item that shows the correction; "" (the meeting) where the item has been joined with another since."""
    key = {"split": lambda: row.after["key"], "join": lambda: row.after["into"]}.get(row.part, lambda: row.item)()
    return key if find_item(minutes, key) else ""


def _read(row: ReadingCorrection) -> str | None:
    if row.part in (*OPERATIONS, STANDS_FOR):
        return None
    if row.part == "kind":
        return str(KINDS[row.before])
    if row.part == "number":
        return row.before
    return text_of(part_from_json(facts.ItemFacts if row.item else facts.MeetingFacts, row.part, row.before))


@dataclass(frozen=True, slots=True)
class LostCorrection:
    """A correction that another reading would lose: what was corrected, in words, of the item with `title`; empty for the meeting."""

    row: ReadingCorrection
    name: str
    title: str


def lost_corrections(rows: Collection[ReadingCorrection], minutes: facts.Minutes) -> list[LostCorrection]:
    """The corrections `rows` of the reading `minutes`, for people to read."""
    items = [(row, find_item(minutes, _shown_at(row, minutes))) for row in rows]
    return [LostCorrection(row, str(NAMES[row.part]), item.title if item else "") for row, item in items]


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction of a meeting in the register: what was corrected, in words, and what stood there `before`; empty where text has moved."""

    row: MeetingCorrection
    name: str
    before: str


def corrections_of(meeting: Meeting) -> list[KeptCorrection]:
    """All that has been corrected by hand, the newest first: one query."""
    rows = meeting.corrections.select_related("item__body", "item__meeting", "by", "undone_by")
    return [KeptCorrection(row, ", ".join(str(_KEPT.get(part, NAMES[part])) for part in row.parts), _before(row)) for row in rows]


_KEPT = {"split": _("The item is split in two"), "join": _("The item is joined with the one above")}


def _before(row: MeetingCorrection) -> str:
    kind = facts.MeetingFacts if row.is_of_meeting else facts.ItemFacts
    items = [one for one in row.before["items"] if one["row"] == row.item_id]
    owner = row.before["meeting"] if row.is_of_meeting else items[0] if items else {}
    if len(row.parts) != 1 or row.parts[0] in OPERATIONS or row.parts[0] not in owner:
        return ""
    return text_of(part_from_json(kind, row.parts[0], owner[row.parts[0]]))
