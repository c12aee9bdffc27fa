"""The items of a meeting: which row is which fact, and the rows made, changed and taken away."""

import re

from cases import numbers
from concurrency.ordering import in_places, write_places
from meetings.models import AgendaItem, Document, Meeting
from minutes.matching import Matches
from minutes.pairing import NUMBER, pair
from minutes.storing.column_limits import fitted
from minutes.storing.rows import Rows, printed_number
from minutes.storing.sources import source_columns
from reader import facts

_WORD_BEFORE_NUMBER = re.compile(r"^(?:dagsordens)?(?:punkt|pkt|sag|emne|ad)?\.?\s*(?:nr\.?|nummer)?\s*(?=\d)", re.IGNORECASE)


def store_items(
    minutes: facts.Minutes, meeting: Meeting, rows: Rows, matches: Matches, document: Document | None, taken: set[int]
) -> list[AgendaItem]:
    """The row of every item of `minutes`, in the document's order, made or changed to say what the item says."""
    paired = pair_items(minutes.items, rows.items)
    gone = [item.pk for item in rows.items if item not in paired]
    if gone:
        AgendaItem.objects.filter(pk__in=gone).delete()
    write_places(in_places(paired))
    numbers_free = _free_numbers(minutes.items, paired, taken)
    wanted = [_columns(fact, index, meeting, matches, numbers_free[index]) for index, fact in enumerate(minutes.items)]
    changed = {row.pk: _changes(row, columns) for row, columns in zip(paired, wanted, strict=True) if row is not None}
    renumbered = [key for key, columns in changed.items() if "number" in columns]
    AgendaItem.objects.filter(pk__in=renumbered).update(number=None)  # so that no two share one while items trade numbers
    result, new = [], []
    free = _free_keys([fact.row for fact, row in zip(minutes.items, paired, strict=True) if fact.row and row is None])
    for fact, row, columns in zip(minutes.items, paired, wanted, strict=True):
        if row is None:
            place = source_columns(fact.at, document and document.pk)
            key = fact.row if fact.row in free else None
            row = AgendaItem(pk=key, meeting=meeting, body_id=meeting.body_id, **columns, **place)
            new.append(row)
        elif changed[row.pk]:
            _change(row, changed[row.pk], fact, document)
        result.append(row)
    AgendaItem.objects.bulk_create(new)
    return result


def _free_keys(keys: list[int]) -> set[int]:
    """Those of the keys that no item has: an item that comes back has its old key, so that what leads to it does so again."""
    return set(keys) - set(AgendaItem.objects.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()


def pair_items(wanted: list[facts.ItemFacts], kept: list[AgendaItem]) -> list[AgendaItem | None]:
    """For each fact the row that is the same item: the one it was taken from, else by its heading; None for a new one."""
    headings = [
        facts.ItemFacts(
            _number(row),
            row.title,
            case_number=row.case.number if row.case else None,
            closed=row.closed,
            row=row.pk,
            written=[NUMBER] if row.source_id is None else [],
            corrected=row.corrected_parts,
        )
        for row in kept
    ]
    return [None if place is None else kept[place] for place in pair(headings, wanted)]


def _number(row: AgendaItem) -> int | None:
    return printed_number(row.number, row.label)


def _free_numbers(items: list[facts.ItemFacts], paired: list[AgendaItem | None], taken: set[int]) -> list[int | None]:
    """The number of each item, None where another has it: an item of another meeting, the row that has it already, or the one above."""
    used = {row.number for item, row in zip(items, paired, strict=True) if row and row.number == item.number}
    result = []
    for item, row in zip(items, paired, strict=True):
        keeps = row is not None and row.number == item.number
        is_free = item.number is not None and item.number >= 1 and item.number not in taken and (keeps or item.number not in used)
        result.append(item.number if is_free else None)
        used.add(item.number)
    return result


def _columns(fact: facts.ItemFacts, index: int, meeting: Meeting, matches: Matches, number: int | None) -> dict:
    case = matches.cases.get(numbers.parse(fact.case_number).key) if fact.case_number else None
    columns = {
        "year": meeting.date.year,
        "position": index + 1,
        "number": number,
        "label": _label(fact),
        "title": fact.title,
        "case_id": case.id if case else None,
        "matter_id": matches.matters[index].id,
        "closed": fact.closed or fact.in_doubt,
        "in_doubt": fact.in_doubt,
        "decision": fact.decision or "",
        "corrected_parts": fact.corrected,
    }
    return fitted(AgendaItem, columns)


def _label(fact: facts.ItemFacts) -> str:
    """The printed number without the word before it: `Punkt 16:` is 16, `Sag nr. 129` is 129."""
    printed = _WORD_BEFORE_NUMBER.sub("", fact.label).strip(" .:-–")
    return printed or (str(fact.number) if fact.number is not None else "")


def _changes(row: AgendaItem, columns: dict) -> dict:
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    if row.matter_id is not None:
        changed.pop("matter_id", None)  # which matter an item belongs to is the secretary's to change, once it is said
    return changed


def _change(row: AgendaItem, changed: dict, fact: facts.ItemFacts, document: Document | None) -> None:
    if changed.keys() - {"number", "year", "matter_id", "corrected_parts"}:
        changed = changed | source_columns(fact.at, document and document.pk)
    for name, value in changed.items():
        setattr(row, name, value)
    names = [name.removesuffix("_id") for name in changed] + ["search_text", "search_decision"]
    row.save(update_fields=names)
