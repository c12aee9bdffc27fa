"""The items of an agenda while it is made: added, changed, moved, removed. Each is a step that can be undone."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.guests import GuestLine
from agendas.models import AgendaBreak, AgendaStep
from agendas.models.breaks import break_name
from agendas.services.changes import changing_agenda, refuse_changed
from agendas.services.order import put_in_place
from agendas.services.texts import is_read, save_texts
from agendas.texts import Texts
from cases.models import Case, Matter
from followups.models import Occurrence
from followups.services import unplace
from followups.services.agenda_items import without_contents
from meetings import confidentiality
from meetings.models import AgendaItem, Guest, Meeting
from meetings.ordering import next_position, reorder
from meetings.services import place_item

What = AgendaStep.What
GROUND = ("legal_ground", "legal_ground_text")
# What goes along with an item that is removed, and comes back with it.
PLANNED = ("invited", "placed_occurrences", "sections", "recommendations", "attachment_files")


def add_item(
    *,
    meeting: Meeting,
    title: str,
    minutes: int | None,
    case: Case | None,
    by: User | None,
    now: datetime,
    matter: Matter | None = None,
) -> AgendaItem:
    """A new open item, last on the agenda but for those that stay last. Sent twice it is one."""
    values = {"title": title, "minutes": minutes, "case": case, "matter": matter}
    with changing_agenda(meeting, What.ADDED, by=by, now=now):
        if there := AgendaItem.objects.filter(meeting=meeting, source=None, **values).first():
            return there
        item = AgendaItem(**values)
        place_item(item=item, meeting=meeting, position=next_position(meeting), number=None)
        put_in_place(meeting=meeting)
    return item


def change_item(
    *,
    item: AgendaItem,
    columns: dict[str, Any],
    by: User | None,
    now: datetime,
    guests: Sequence[GuestLine] | None = None,
    closed: bool | None = None,
    texts: Texts | None = None,
    version: int | None = None,
) -> None:
    """Write `columns`, and where they are given the guests, in order, the texts, and whether it is closed.

    Raises `AgendaRefused` when the texts were read from a document, and when somebody has changed the item since it had `version`; without one
    the caller has compared versions.
    """
    with changing_agenda(item.meeting, What.CHANGED, by=by, now=now):
        if version is not None and not AgendaItem.objects.filter(pk=item.pk, meeting=item.meeting_id).exists():
            raise AgendaRefused("gone")
        refuse_changed(item, version)
        if closed is not None and closed != item.closed:
            confidentiality.set_closed(item=item, closed=closed, by=by, now=now)
        if not item.closed and (item.legal_ground or item.legal_ground_text or columns.keys() & GROUND):
            columns = columns | dict.fromkeys(GROUND, "")  # an open item has none
        beside = [guests is not None and save_guests(item, guests), texts is not None and save_texts(item, texts)]
        if any(beside):
            columns = columns | {"responsible": columns.get("responsible", item.responsible)}  # so that the item's version counts it
        if columns:
            for name, value in columns.items():
                setattr(item, name, value)
            item.save(update_fields=[*columns, "search_text"])
        if "keep" in columns:
            put_in_place(meeting=item.meeting)


def save_guests(item: AgendaItem, lines: Sequence[GuestLine]) -> bool:
    """Make the guests of `item` those of `lines`. Returns whether they were others."""
    now = [GuestLine(*row) for row in Guest.objects.filter(item=item).order_by("position").values_list("name", "mail", "opens", "closes")]
    if now == list(lines):
        return False
    Guest.objects.filter(item=item).delete()
    Guest.objects.bulk_create(Guest(item=item, position=place, **line._asdict()) for place, line in enumerate(lines, start=1))
    return True


def move_item(
    *, item: AgendaItem, after: int | None = None, by_places: int = 0, by: User | None, now: datetime, version: int | None = None
) -> None:
    """Move it to stand after the item of the key `after` (0: first), or so many places down, or up when less than 0.

    Raises `AgendaRefused` when one of the two is gone, and when somebody has changed the item since it had `version`.
    """
    with changing_agenda(item.meeting, What.MOVED, by=by, now=now):
        keys = list(AgendaItem.objects.filter(meeting=item.meeting).order_by("position").values_list("pk", flat=True))
        if item.pk not in keys or (after and after not in keys):
            raise AgendaRefused("gone")
        refuse_changed(item, version)
        if after != item.pk:
            at = keys.index(item.pk)
            keys.remove(item.pk)
            place = at + by_places if after is None else keys.index(after) + 1 if after else 0
            keys.insert(max(place, 0), item.pk)
            reorder(meeting=item.meeting, keys=keys)


def apply_order(*, meeting: Meeting, before: Sequence[int], keys: Sequence[int], by: User | None, now: datetime) -> None:
    """Take the order `keys` that was suggested when the items stood as `before`. Raises `AgendaRefused` when they stand otherwise by now."""
    with changing_agenda(meeting, What.ORDERED, by=by, now=now):
        standing = list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("pk", flat=True))
        if standing != list(before) or sorted(standing) != sorted(keys):
            raise AgendaRefused("changed")
        reorder(meeting=meeting, keys=keys)


def add_break(*, meeting: Meeting, minutes: int, after: int | None, by: User | None, now: datetime) -> None:
    """A break more, after so many minutes of meeting, None for near the middle. Sent twice it is one."""
    with changing_agenda(meeting, What.BREAKS, by=by, now=now):
        AgendaBreak.objects.get_or_create(meeting=meeting, minutes=minutes, after_minutes=after)


def remove_break(*, meeting: Meeting, name: str, by: User | None, now: datetime) -> None:
    """Without the break of that name, if it is there still."""
    with changing_agenda(meeting, What.BREAKS, by=by, now=now):
        rows = AgendaBreak.objects.filter(meeting=meeting).values_list("pk", "minutes", "after_minutes")
        AgendaBreak.objects.filter(pk__in=[key for key, *of in rows if break_name(*of) == name]).delete()


def replace_breaks(meeting: Meeting, breaks: Iterable[tuple[int, int | None]]) -> None:
    AgendaBreak.objects.filter(meeting=meeting).delete()
    for minutes, after in breaks:
        AgendaBreak.objects.create(meeting=meeting, minutes=minutes, after_minutes=after)


def remove_item(*, item: AgendaItem, by: User | None, now: datetime, version: int | None = None) -> None:
    """Take it off the agenda with its guests; what it was to answer waits again.

    Raises `AgendaRefused` when there is more in it, and when somebody has changed the item since it had `version`.
    """
    bodies = Occurrence.objects.filter(placed_on=item).values_list("body", "item__body")
    with changing_agenda(item.meeting, What.REMOVED, by=by, now=now, also={key for row in bodies for key in row}):
        refuse_changed(item, version)
        take_off(item=item, by=by, now=now)
        reorder(meeting=item.meeting, keys=[])


def take_off(*, item: AgendaItem, by: User | None, now: datetime) -> None:
    """Delete the item, and wait again for what it was to answer. Raises `AgendaRefused` when there is more in it than was planned."""
    if is_read(item) or not without_contents(AgendaItem.objects.filter(pk=item.pk, decision=""), besides=PLANNED).exists():
        raise AgendaRefused("in_use" if AgendaItem.objects.filter(pk=item.pk).exists() else "gone")
    for occurrence in Occurrence.objects.open().filter(placed_on=item).order_by("pk"):
        unplace(occurrence=occurrence, by=by, now=now)
    AgendaItem.objects.filter(pk=item.pk).delete()
