"""Obligations in and out of their tables. What somebody has reviewed stays as it was left, however often the document is read again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from danish.folding import name_key
from followups.due_rules import DueRule
from followups.due_words import read_rule
from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing, HearingParty
from hearings.services.parties import set_parties
from meetings.models import AgendaItem, Document, Reviewed
from minutes.matching import Matches
from minutes.storing.column_limits import fitted
from minutes.storing.sources import place_of, source_columns
from reader import facts

Row = dict[str, Any]
UNREVIEWED = Reviewed.Review.UNREVIEWED


@dataclass(frozen=True, slots=True)
class ObligationTable:
    """The list `attribute` of an item is kept in `model`. `key` tells one from another in the same item, beside its sentence."""

    attribute: str
    model: type
    row: Callable[[Any, AgendaItem, Matches], Row]
    fact: Callable[[Any], Any]
    key: Callable[[Row], tuple]
    beside: Callable[[AgendaItem], Row] = lambda item: {}  # what a new row repeats of its item


def _hearing(fact: facts.HearingFacts, _item: AgendaItem, _matches: Matches) -> Row:
    return {
        "subject": fact.subject,
        "opens_first": fact.opens.start if fact.opens else None,
        "opens_last": fact.opens.end if fact.opens else None,
        "deadline": fact.deadline,
    }


def _follow_up(fact: facts.FollowUpFacts, item: AgendaItem, matches: Matches) -> Row:
    owed_to = {} if fact.recipient is None else {"owed_to_id": matches.body_id(fact.recipient)}
    return owed_to | follow_up_columns(fact, item)


def follow_up_columns(fact: facts.FollowUpFacts, item: AgendaItem) -> Row:
    """The columns of a follow-up of the item, less the body that it is owed to."""
    rule = _due_rule(fact, item)
    return {
        "kind": fact.kind,
        "text": fact.text,
        "responsible": fact.responsible or "",
        "due_words": rule.words,
        "due_start": rule.first,
        "due_end": rule.last,
        "at_next_meeting": rule.at_next_meeting,
        "every": rule.every,
        "unit": rule.unit,
    }


def _due_rule(fact: facts.FollowUpFacts, item: AgendaItem) -> DueRule:
    """The rule as it was stored, or as the sentence tells it, where it has just been read."""
    again = fact.recurrence
    every, unit = (again.every, again.unit) if again else (None, "")
    if fact.due_words is not None:
        return DueRule(fact.due_words, fact.due_start, fact.due_end, bool(fact.at_next_meeting), every, unit)
    told = (fact.due_start, fact.due_end) if fact.due_start and fact.due_end else None
    return read_rule(fact.quote, told=told, recurrence=(every, unit) if every else None, asked=item.meeting.date)


def _treatment(fact: facts.PlannedTreatmentFacts, _item: AgendaItem, matches: Matches) -> Row:
    return {
        "body_name": fact.body,
        "body_id": matches.body_id(fact.body),
        "title": fact.title,
        "due_start": fact.due_start,
        "due_end": fact.due_end,
    }


def _hearing_fact(row: Hearing) -> facts.HearingFacts:
    opens = facts.Days(row.opens_first, row.opens_last) if row.opens_first and row.opens_last else None
    parties = row.party_names
    return facts.HearingFacts(row.subject, opens, row.deadline, parties, **_common(row))


def _follow_up_fact(row: FollowUp) -> facts.FollowUpFacts:
    again = facts.Recurrence(row.every, row.unit) if row.every else None
    told = {"due_words": row.due_words, "at_next_meeting": row.at_next_meeting, "recipient": row.owed_to.name if row.owed_to else ""}
    return facts.FollowUpFacts(row.kind, row.text, row.due_start, row.due_end, again, row.responsible or None, **told, **_common(row))


def _treatment_fact(row: PlannedTreatment) -> facts.PlannedTreatmentFacts:
    return facts.PlannedTreatmentFacts(row.body_name, row.title, row.due_start, row.due_end, **_common(row))


def _common(row: Reviewed) -> dict[str, Any]:
    return {"quote": row.quote, "rule": row.rule, "review": row.review, "read": row.read, "at": place_of(row)}


OBLIGATIONS = (
    ObligationTable("hearings", Hearing, _hearing, _hearing_fact, lambda row: (), lambda item: {"body_id": item.body_id}),
    ObligationTable("follow_ups", FollowUp, _follow_up, _follow_up_fact, lambda row: (row["kind"],)),
    ObligationTable(
        "planned_treatments", PlannedTreatment, _treatment, _treatment_fact, lambda row: (name_key(row["body_name"]), str(row["due_start"]))
    ),
)


def kept_obligations(items: list[AgendaItem]) -> dict[str, dict[int, list]]:
    """The rows of the items, rejected ones included, by list and item: one query a table."""
    kept: dict[str, dict[int, list]] = {}
    for table in OBLIGATIONS:
        rows = table.model.objects.filter(item__in=[item.pk for item in items if item.pk]).order_by("pk").whole()
        by_item = kept.setdefault(table.attribute, {})
        for row in rows:
            by_item.setdefault(row.item_id, []).append(row)
    return kept


def store_obligations(
    items: list[facts.ItemFacts], rows_for: list[AgendaItem], kept: dict[str, dict[int, list]], matches: Matches, document: Document | None
) -> None:
    """Make the unreviewed obligations of each item those that were read; a sentence somebody has answered for is left as it is."""
    new: dict[type, list] = {table.model: [] for table in OBLIGATIONS}
    heard: list[tuple[Hearing, list[str]]] = []
    for fact_item, item in zip(items, rows_for, strict=True):
        for table in OBLIGATIONS:
            left: dict[tuple, list] = {}  # one sentence may tell of more than one of a kind: "3. og 4. udsat"
            for row in kept[table.attribute].get(item.pk, []):
                left.setdefault(_key(table, _columns(row, table)), []).append(row)
            for fact in getattr(fact_item, table.attribute):
                values = fitted(table.model, table.row(fact, item, matches)) | {
                    "quote": fact.quote,
                    "review": fact.review,
                    "read": fact.read,
                }
                same = left.get(_key(table, values | (fact.read or {})))
                known = same.pop(0) if same else None
                if known is None:
                    place = source_columns(fact.at, document and document.pk)
                    row = table.model(item=item, **table.beside(item), **fitted(table.model, {"rule": fact.rule}), **values, **place)
                    new[table.model].append(row)
                    if isinstance(fact, facts.HearingFacts):
                        heard.append((row, fact.parties))
                elif known.review == UNREVIEWED:
                    _update(known, values)
                    if isinstance(fact, facts.HearingFacts):
                        heard.append((known, fact.parties))
            gone = [row.pk for rows in left.values() for row in rows if row.review == UNREVIEWED]
            if gone:
                table.model.objects.filter(pk__in=gone).delete()
    for model, rows in new.items():
        model.objects.bulk_create(rows)
    _set_parties(heard, matches)


def _set_parties(heard: list[tuple[Hearing, list[str]]], matches: Matches) -> None:
    names = {hearing: [fitted(HearingParty, {"name": name})["name"] for name in parties] for hearing, parties in heard}
    body_ids = {name: matches.body_id(name) for printed in names.values() for name in printed}
    set_parties(names={hearing: list(dict.fromkeys(printed)) for hearing, printed in names.items()}, body_ids=body_ids)


def _key(table: ObligationTable, row: Row) -> tuple:
    return (*table.key(row), name_key(row["quote"]))


def _columns(row: Reviewed, table: ObligationTable) -> Row:
    # What was read is what a later reading gives again, whatever the row has been corrected to.
    shown = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return shown | (row.read or {})


def _update(row: Reviewed, values: Row) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, values[name])
        row.save(update_fields=[name.removesuffix("_id") for name in changed])
