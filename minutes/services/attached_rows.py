"""Rows that stand beside the facts of a meeting and go with its items: kept with an import, so that undoing it brings them back, too."""

from datetime import datetime
from typing import Any

from accounts.models import User
from agendas.services.restoration import give_plan_back
from agendas.snapshot import snapshot
from cases.models import Matter
from followups.models import Occurrence, Step
from meetings.models import AgendaItem, Meeting, Person
from meetings.services import withdraw_agenda, withdraw_minutes

Beside = dict[str, Any]
_OF_MEETING = ("state", "agenda_published_at", "minutes_published_at")


def beside(meeting: Meeting) -> Beside:
    """State and publication of the meeting, its agenda as it is planned, and of each item its matter, doubts, who is shut out, and what is placed on it; as JSON."""
    fresh = Meeting.objects.filter(pk=meeting.pk).values(*_OF_MEETING).get()
    told: Beside = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in fresh.items()}
    items = {
        str(pk): {"matter": matter, "doubts": doubts, "shut_out": [], "placed": []}
        for pk, matter, doubts in meeting.items.order_by("position").values_list("pk", "matter", "doubts")
    }
    for pk, person in AgendaItem.shut_out.through.objects.filter(agendaitem__meeting=meeting).values_list("agendaitem", "person"):
        items[str(pk)]["shut_out"].append(person)
    for pk, item in Occurrence.objects.open().filter(placed_on__meeting=meeting).order_by("pk").values_list("pk", "placed_on"):
        items[str(item)]["placed"].append(pk)
    return told | {"items": items, "agenda": snapshot(meeting)}


def is_turned_since(meeting: Meeting, after: Beside | None) -> bool:
    """Tells whether state or publication of the meeting are others than the import left them."""
    now = beside(meeting)
    return after is not None and any(now[name] != after[name] for name in _OF_MEETING)


def items_gone(meeting: Meeting, before: Beside | None) -> list[int]:
    """The keys of the items that the meeting had `before` and has not now."""
    here = set(meeting.items.values_list("pk", flat=True))
    return [int(key) for key in (before or {}).get("items", {}) if int(key) not in here]


def bring_back(
    *,
    meeting: Meeting,
    before: Beside | None,
    after: Beside | None,
    gone: list[int],
    since: datetime | None,
    by: User | None,
    now: datetime,
) -> None:
    """Make state, publication and the items' doubts and matters what they were `before` an import, and give the items that were `gone` all they had.

    What somebody has done since about what was placed on them stands, and so does a matter that is not the one they had `after` the import.
    """
    if before is None:
        return
    Meeting.objects.filter(pk=meeting.pk).update(state=before["state"])
    for name, withdraw in (("agenda_published_at", withdraw_agenda), ("minutes_published_at", withdraw_minutes)):
        if before[name] is None:
            withdraw(meeting=meeting, by=by, now=now)
    made = (after or {"items": {}})["items"]
    for key, doubts, matter in meeting.items.values_list("pk", "doubts", "matter"):
        told, left = before["items"].get(str(key)), made.get(str(key))
        if told and told["doubts"] != doubts:  # words of the import itself have been answered by nobody
            AgendaItem.objects.filter(pk=key).update(doubts=told["doubts"])
        if told and left and told["matter"] != left["matter"] == matter:
            _give_matter_back(key, told["matter"])
    for key in gone:
        told = before["items"][str(key)]
        _give_matter_back(key, told["matter"])
        AgendaItem.objects.get(pk=key).shut_out.add(*Person.objects.filter(pk__in=told["shut_out"]))
        acted = Step.objects.filter(occurrence__in=told["placed"], at__gt=since).values("occurrence")
        Occurrence.objects.open().filter(pk__in=told["placed"], placed_on=None).exclude(pk__in=acted).update(placed_on=key)
    if gone and "agenda" in before:
        give_plan_back(meeting=meeting, agenda=before["agenda"], keys=gone, by=by, now=now)


def _give_matter_back(item: int, matter: int | None) -> None:
    """Put the item in the matter that it was in, or in none; where that matter has gone, it stays in the one it was given since."""
    if matter is None or Matter.objects.filter(pk=matter).exists():
        AgendaItem.objects.filter(pk=item).update(matter=matter)
