"""The items of a meeting: which row is which fact, and the rows made, changed and taken away."""

import re

from cases import numbers
from meetings.models import AgendaItem, Document, Meeting
from minutes import facts
from minutes.matching import Matches
from minutes.storing.fitting import fitted
from minutes.storing.places import source_columns
from minutes.storing.rows import Rows, printed_number

_WORD_BEFORE_NUMBER = re.compile(r"^(?:dagsordens)?(?:punkt|pkt|sag|emne|ad)?\.?\s*(?:nr\.?|nummer)?\s*(?=\d)", re.IGNORECASE)
_ASIDE = 20_000  # positions and numbers out of the way while rows trade places, so that no two share one in between


def store_items(
    minutes: facts.Minutes, meeting: Meeting, rows: Rows, matches: Matches, document: Document | None, taken: set[int]
) -> list[AgendaItem]:
    """The row of every item of `minutes`, in the document's order, made or changed to say what the item says."""
    paired = pair_items(minutes.items, rows.items)
    gone = [item.pk for item in rows.items if item not in paired]
    if gone:
        AgendaItem.objects.filter(pk__in=gone).delete()
    wanted = [_columns(fact, index, meeting, matches, taken) for index, fact in enumerate(minutes.items)]
    changed = {row.pk: _changes(row, columns) for row, columns in zip(paired, wanted, strict=True) if row is not None}
    _step_aside([row for row in paired if row and {"position", "number"} & changed[row.pk].keys()])
    result, new = [], []
    for fact, row, columns in zip(minutes.items, paired, wanted, strict=True):
        if row is None:
            place = source_columns(fact.at, document and document.pk)
            row = AgendaItem(meeting=meeting, body_id=meeting.body_id, **columns, **place)
            new.append(row)
        elif changed[row.pk]:
            _change(row, changed[row.pk], fact, document)
        result.append(row)
    AgendaItem.objects.bulk_create(new)
    return result


def pair_items(wanted: list[facts.Item], kept: list[AgendaItem]) -> list[AgendaItem | None]:
    """For each fact the row that is the same item: by number, else by title; None for a new one."""
    left = list(kept)
    result: list[AgendaItem | None] = []
    for fact in wanted:
        row = next((row for row in left if fact.number is not None and _number(row) == fact.number), None)
        row = row or next((row for row in left if row.title == fact.title and None in (fact.number, _number(row))), None)
        if row:
            left.remove(row)
        result.append(row)
    return result


def _number(row: AgendaItem) -> int | None:
    return printed_number(row.number, row.label)


def _columns(fact: facts.Item, index: int, meeting: Meeting, matches: Matches, taken: set[int]) -> dict:
    case = matches.cases.get(numbers.parse(fact.case_number).key) if fact.case_number else None
    columns = {
        "year": meeting.date.year,
        "position": index + 1,
        "number": None if fact.number in taken else fact.number,
        "label": _label(fact),
        "title": fact.title,
        "case_id": case.id if case else None,
        "matter_id": matches.matters[index].id,
        "closed": fact.closed,
        "decision": fact.decision or "",
    }
    return fitted(AgendaItem, columns)


def _label(fact: facts.Item) -> str:
    """The printed number without the word before it: `Punkt 16:` is 16, `Sag nr. 129` is 129."""
    printed = _WORD_BEFORE_NUMBER.sub("", fact.label).strip(" .:-–")
    return printed or (str(fact.number) if fact.number is not None else "")


def _changes(row: AgendaItem, columns: dict) -> dict:
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    if row.matter_id is not None:
        changed.pop("matter_id", None)  # which matter an item belongs to is the secretary's to change, once it is said
    return changed


def _step_aside(rows: list[AgendaItem]) -> None:
    for row in rows:
        AgendaItem.objects.filter(pk=row.pk).update(position=row.position + _ASIDE, number=None)


def _change(row: AgendaItem, changed: dict, fact: facts.Item, document: Document | None) -> None:
    if {"position", "number"} & changed.keys():
        changed = changed | {"position": changed.get("position", row.position), "number": changed.get("number", row.number)}
    changed = changed | source_columns(fact.at, document and document.pk)
    for name, value in changed.items():
        setattr(row, name, value)
    names = [name.removesuffix("_id") for name in changed] + ["search_text", "search_decision"]
    row.save(update_fields=names)
