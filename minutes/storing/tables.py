"""Which list of facts is kept in which table, and how one becomes the other: read both ways, by `store` and by `snapshot`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from meetings import models
from meetings.models import Participation
from minutes.matching import Matches
from reader import facts

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FactTable:
    """The list `attribute` of an item is kept in `model`: in all its rows, or in those of `kinds`.

    `row` gives the `columns` of a fact (the document's matches say which body or person a name is), `fact` the fact of a row.
    """

    attribute: str
    model: type
    columns: tuple[str, ...]
    row: Callable[[Any, facts.ItemFacts, Matches], Row]
    fact: Callable[[Any], Any]
    kinds: tuple[str, ...] = ()
    is_sourced: bool = True


def _section(fact: facts.SectionFacts, item: facts.ItemFacts, _: Matches) -> Row:
    return {"heading": fact.heading, "text": fact.text, "is_decision": bool(fact.text) and fact.text == item.decision}


def _earlier(fact: facts.EarlierTreatment, _: facts.ItemFacts, matches: Matches) -> Row:
    return {
        "body_name": fact.body,
        "body_id": matches.body_id(fact.body),
        "date": fact.date,
        "item_number": fact.item_number,
        "decision": fact.decision,
    }


def _reference(fact: facts.ReferenceFacts, _: facts.ItemFacts, matches: Matches) -> Row:
    return {
        "body_name": fact.body or "",
        "body_id": matches.body_id(fact.body),
        "date": fact.date,
        "item_numbers": fact.item_numbers,
        "quote": fact.quote,
    }


def _part(kind: str, name: str, matches: Matches, *, for_name: str = "", detail: str = "", disqualified: bool = False) -> Row:
    return {
        "kind": kind,
        "name": name,
        "person_id": matches.person_id(name),
        "for_name": for_name,
        "for_person_id": matches.person_id(for_name),
        "detail": detail,
        "disqualified": disqualified,
    }


_KIND = Participation.Kind
_PART_COLUMNS = ("kind", "name", "person_id", "for_name", "for_person_id", "detail", "disqualified")

TABLES = (
    FactTable(
        "sections",
        models.Section,
        ("heading", "text", "is_decision"),
        _section,
        lambda row: facts.SectionFacts(row.heading, row.text),
    ),
    FactTable(
        "recommendations",
        models.Recommendation,
        ("number", "text"),
        lambda fact, item, matches: {"number": fact.number, "text": fact.text},
        lambda row: facts.RecommendationFacts(row.number, row.text),
    ),
    FactTable(
        "recommended_to",
        models.RecommendedTo,
        ("name", "body_id"),
        lambda name, item, matches: {"name": name, "body_id": matches.body_id(name)},
        lambda row: row.name,
        is_sourced=False,
    ),
    FactTable(
        "outcomes",
        models.Outcome,
        ("recommendation", "outcome"),
        lambda fact, item, matches: {"recommendation": fact.recommendation, "outcome": fact.outcome},
        lambda row: facts.OutcomeFacts(row.recommendation, row.outcome),
    ),
    FactTable(
        "attachments",
        models.Attachment,
        ("title",),
        lambda fact, item, matches: {"title": fact.title},
        lambda row: facts.AttachmentFacts(row.title),
    ),
    FactTable(
        "earlier_treatments",
        models.QuotedAppearance,
        ("body_name", "body_id", "date", "item_number", "decision"),
        _earlier,
        lambda row: facts.EarlierTreatment(row.body_name, row.date, row.item_number, row.decision),
    ),
    FactTable(
        "references",
        models.Reference,
        ("body_name", "body_id", "date", "item_numbers", "quote"),
        _reference,
        lambda row: facts.ReferenceFacts(row.body_name or None, row.date, list(row.item_numbers), row.quote),
    ),
    FactTable(
        "absences",
        Participation,
        _PART_COLUMNS,
        lambda fact, item, matches: _part(fact.kind, fact.name, matches, disqualified=fact.disqualified),
        lambda row: facts.Absence(row.name, row.kind, disqualified=row.disqualified),
        kinds=(_KIND.ABSENT, _KIND.DID_NOT_PARTICIPATE),
    ),
    FactTable(
        "substitutes",
        Participation,
        _PART_COLUMNS,
        lambda fact, item, matches: _part(_KIND.SUBSTITUTE, fact.name, matches, for_name=fact.for_name or ""),
        lambda row: facts.Substitute(row.name, row.for_name or None),
        kinds=(_KIND.SUBSTITUTE,),
    ),
    FactTable(
        "guests",
        Participation,
        _PART_COLUMNS,
        lambda fact, item, matches: _part(_KIND.GUEST, fact.name, matches, detail=fact.title or ""),
        lambda row: facts.GuestFacts(row.name, row.detail or None),
        kinds=(_KIND.GUEST,),
    ),
    FactTable(
        "appointments",
        Participation,
        _PART_COLUMNS,
        lambda fact, item, matches: _part(_KIND.APPOINTED, fact.name, matches, detail=fact.to or ""),
        lambda row: facts.Appointment(row.name, row.detail or None),
        kinds=(_KIND.APPOINTED,),
    ),
    FactTable(
        "brought_to_council",
        Participation,
        _PART_COLUMNS,
        lambda fact, item, matches: _part(_KIND.BROUGHT_TO_COUNCIL, fact.name, matches),
        lambda row: facts.BroughtToCouncil(row.name),
        kinds=(_KIND.BROUGHT_TO_COUNCIL,),
    ),
)
