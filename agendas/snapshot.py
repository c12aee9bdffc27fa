"""The whole agenda of a meeting as values that JSON can hold: what a step changes, and what a version freezes."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import time
from typing import Any

from agendas.models import AgendaBreak, AttachmentFile, CandidateChoice
from followups.models import Occurrence
from meetings.models import AgendaItem, Guest, Meeting, Recommendation, Section

Values = dict[str, Any]
COLUMNS = ("title", "case_id", "matter_id", "minutes", "fixed_start", "keep", "responsible", "legal_ground", "legal_ground_text")
_ADDED_LATER = {"legal_ground": "", "legal_ground_text": "", "sections": [], "recommendations": [], "files": []}


def snapshot(meeting: Meeting) -> Values:
    """The items of one meeting in order with their text, files, guests and what they answer, and the breaks."""
    return snapshots([meeting])[meeting.pk]


def snapshots(meetings: Collection[Meeting]) -> dict[int, Values]:
    """The same by the key of each meeting: nine queries, however many meetings."""
    items = AgendaItem.objects.filter(meeting__in=meetings).order_by("position")
    guests = _by_item(
        Guest.objects.filter(item__meeting__in=meetings).order_by("position").values("item", "name", "mail", "opens", "closes")
    )
    own = {"item__meeting__in": meetings}
    sections = _grouped(
        (item, [heading, text])
        for item, heading, text in Section.objects.filter(**own, is_decision=False)
        .order_by("position")
        .values_list("item", "heading", "text")
    )
    recommendations = _grouped(Recommendation.objects.filter(**own).order_by("position").values_list("item", "text"))
    files = _grouped(
        (item, [key, title, closed])
        for item, key, title, closed in AttachmentFile.objects.filter(**own, is_removed=False)
        .order_by("pk")
        .values_list("item", "pk", "title", "closed")
    )
    shut_out = AgendaItem.shut_out.through.objects.filter(agendaitem__meeting__in=meetings).order_by("person")
    answers = Occurrence.objects.filter(placed_on__meeting__in=meetings).order_by("pk").values_list("placed_on", "pk")
    choices = CandidateChoice.objects.filter(meeting__in=meetings).exclude(item=None).order_by("pk").values_list("item", "kind", "key")
    shut = _grouped(shut_out.values_list("agendaitem", "person"))
    answered, chosen = _grouped(answers), _grouped((item, [kind, key]) for item, kind, key in choices)
    breaks = AgendaBreak.objects.filter(meeting__in=meetings).order_by("pk").values("meeting", "minutes", "after_minutes")
    found: dict[int, Values] = {meeting.pk: {"items": [], "breaks": []} for meeting in meetings}
    for row in items.values("meeting", "pk", "number", "closed", "in_doubt", *COLUMNS):
        key = row["pk"]
        beside = {"guests": guests[key], "shut_out": shut[key], "answers": answered[key], "choices": chosen[key]}
        beside |= {"sections": sections[key], "recommendations": recommendations[key], "files": files[key]}
        found[row.pop("meeting")]["items"].append({name: _plain(value) for name, value in row.items()} | beside)
    for row in breaks:
        found[row.pop("meeting")]["breaks"].append(row)
    return found


def as_now(agenda: Values) -> Values:
    """A snapshot that was kept earlier, with the values it was made without."""
    return agenda | {"items": [_ADDED_LATER | row for row in agenda["items"]]}


def _by_item(rows: Iterable[Values]) -> dict[int, list[Values]]:
    return _grouped((row.pop("item"), {name: _plain(value) for name, value in row.items()}) for row in rows)


def _grouped(pairs: Iterable[tuple[int, Any]]) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, time) else value
