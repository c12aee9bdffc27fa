"""The reading of an obligation before a person corrected it."""

from dataclasses import replace
from datetime import date
from typing import Any

from followups.models import FollowUp
from hearings.models import Hearing
from meetings.models import Reviewed
from minutes.storing.obligations import OBLIGATIONS
from reader import facts


def fact_of(row: Reviewed) -> facts.HearingFacts | facts.FollowUpFacts | facts.PlannedTreatmentFacts:
    """The obligation as the register has it; a hearing's parties are at hand."""
    return next(table.fact(row) for table in OBLIGATIONS if table.model is type(row))


def fact_as_read(row: Reviewed) -> facts.HearingFacts | facts.FollowUpFacts | facts.PlannedTreatmentFacts | None:
    """The obligation as it was read; None where what was read still stands."""
    if not row.read:
        return None
    read = row.read
    fact = replace(fact_of(row), read=None)
    if isinstance(row, Hearing):
        first, last = _day(read["opens_first"]), _day(read["opens_last"])
        opens = facts.Days(first, last) if first and last else None
        return replace(fact, subject=read["subject"], opens=opens, deadline=_day(read["deadline"]), parties=read["parties"])
    days: dict[str, Any] = {"due_start": _day(read["due_start"]), "due_end": _day(read["due_end"])}
    if isinstance(row, FollowUp):
        again = facts.Recurrence(read["every"], read["unit"]) if read["every"] else None
        told = {"due_words": read.get("due_words", fact.due_words), "at_next_meeting": read.get("at_next_meeting", False)}
        responsible = read["responsible"] or None
        return replace(fact, kind=read["kind"], text=read["text"], responsible=responsible, recurrence=again, **told, **days)
    return replace(fact, body=read["body_name"], title=read["title"], **days)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
