"""The whole agenda of a meeting as values that JSON can hold: what a step changes, and what a version freezes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import time
from typing import Any

from agendas.models import AgendaBreak, CandidateChoice
from followups.models import Occurrence
from meetings.models import AgendaItem, Guest, Meeting

Values = dict[str, Any]
COLUMNS = ("title", "case_id", "matter_id", "minutes", "fixed_start", "keep", "responsible")


def snapshot(meeting: Meeting) -> Values:
    """The items in order with their guests and what they answer, and the breaks: six queries."""
    items = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    guests = _by_item(Guest.objects.filter(item__meeting=meeting).order_by("position").values("item", "name", "mail", "opens", "closes"))
    shut_out = AgendaItem.shut_out.through.objects.filter(agendaitem__meeting=meeting).order_by("person")
    answers = Occurrence.objects.filter(placed_on__meeting=meeting).order_by("pk").values_list("placed_on", "pk")
    choices = CandidateChoice.objects.filter(meeting=meeting).exclude(item=None).order_by("pk").values_list("item", "kind", "key")
    shut = _grouped(shut_out.values_list("agendaitem", "person"))
    answered, chosen = _grouped(answers), _grouped((item, [kind, key]) for item, kind, key in choices)
    return {
        "items": [
            {name: _plain(value) for name, value in row.items()}
            | {"guests": guests[row["pk"]], "shut_out": shut[row["pk"]], "answers": answered[row["pk"]], "choices": chosen[row["pk"]]}
            for row in items.values("pk", "number", "closed", "in_doubt", *COLUMNS)
        ],
        "breaks": list(AgendaBreak.objects.filter(meeting=meeting).order_by("pk").values("minutes", "after_minutes")),
    }


def _by_item(rows: Iterable[Values]) -> dict[int, list[Values]]:
    return _grouped((row.pop("item"), {name: _plain(value) for name, value in row.items()}) for row in rows)


def _grouped(pairs: Iterable[tuple[int, Any]]) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, time) else value
