"""The rows a meeting in the register holds, fetched once: one query a table, however many items."""

from collections import defaultdict
from dataclasses import dataclass, field

from danish.numbers import whole_number
from meetings.models import AgendaItem, Attendance, Meeting, Participation, TimePlanRow, Vote, VoteName
from minutes.corrections.values import LARGEST_ITEM_NUMBER
from minutes.storing.obligations import kept_obligations
from minutes.storing.tables import TABLES


@dataclass(slots=True)
class Rows:
    """`facts[attribute][item_id]` are the rows of one list of one item, in order."""

    items: list[AgendaItem] = field(default_factory=list)
    facts: dict[str, dict[int, list]] = field(default_factory=dict)
    obligations: dict[str, dict[int, list]] = field(default_factory=dict)
    votes: dict[int, list[Vote]] = field(default_factory=dict)
    names: dict[int, list[VoteName]] = field(default_factory=dict)
    time_plan: list[TimePlanRow] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)


def rows_of(meeting: Meeting) -> Rows:
    """Everything `meeting` holds."""
    rows = Rows(
        items=list(meeting.items.select_related("case").order_by("position")),
        time_plan=list(meeting.time_plan.select_related("item").order_by("position")),
        attendances=list(meeting.attendances.order_by("position")),
        votes=_by_item(Vote.objects.filter(item__meeting=meeting).order_by("item_id", "position")),
    )
    parts = list(Participation.objects.filter(item__meeting=meeting).order_by("item_id", "position"))
    for table in TABLES:
        if table.kinds:
            rows.facts[table.attribute] = _by_item(part for part in parts if part.kind in table.kinds)
        else:
            rows.facts[table.attribute] = _by_item(table.model.objects.filter(item__meeting=meeting).order_by("item_id", "position"))
    rows.obligations = kept_obligations(rows.items)
    for name in VoteName.objects.filter(vote__item__meeting=meeting).order_by("vote_id", "side", "position"):
        rows.names.setdefault(name.vote_id, []).append(name)
    return rows


def _by_item(rows) -> dict[int, list]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.item_id].append(row)
    return grouped


def printed_number(number: int | None, label: str) -> int | None:
    """The number a document gives an item: its running number, or the printed one where the body does not count so."""
    if number is not None:
        return number
    return whole_number(label, most=LARGEST_ITEM_NUMBER)
