"""The prefilled form for a sentence that a person marks, by what it is most likely to be."""

from typing import Any

from followups.due_words import read_rule
from meetings.lookups import body_ids
from meetings.models import AgendaItem, Section
from meetings.typed_periods import TypedPeriod, days_of_body, read_typed_period
from reader import facts
from reader.obligations import Setting, obligations_of

Initial = dict[str, dict[str, Any]]


def prefill(item: AgendaItem, section: Section | None, quote: str) -> tuple[str, Initial]:
    """The likeliest kind, as it is called in addresses, and what each kind's form is opened with."""
    days = days_of_body(item.body_id, item.meeting.date)
    phrase = read_typed_period(quote, item.meeting.date, days)
    due = {"due_start": phrase.first, "due_end": phrase.last}
    initial: Initial = {
        "opfoelgning": {"kind": "task", "text": quote} | _due_rule(quote, read_typed_period(quote, item.meeting.date, []), item),
        "hoering": {"subject": item.title, "deadline": phrase.last},
        "behandling": {"body_name": item.body.name, "title": item.title} | due,
    }
    is_decision = bool(section and section.is_decision)
    read = facts.ItemFacts(item.number, item.title, sections=[facts.SectionFacts(section.heading if section else "", quote)])
    read.decision = quote if is_decision else None
    found = obligations_of(read, Setting(item.body.name, item.meeting.date, days))
    kind = "opfoelgning"
    for treatment in found.planned_treatments[:1]:
        kind = "behandling"
        initial[kind] |= {"body_name": treatment.body, "due_start": treatment.due_start, "due_end": treatment.due_end}
    for hearing in found.hearings[:1]:
        kind = "hoering"
        opens = {"opens_first": hearing.opens.start, "opens_last": hearing.opens.end} if hearing.opens else {}
        initial[kind] |= {"deadline": hearing.deadline, "named": "\n".join(hearing.parties)} | opens
    # A follow-up is stored with its words for the time: the next meeting is not one of the days known now.
    for follow_up in obligations_of(read, Setting(item.body.name, item.meeting.date)).follow_ups[:1]:
        kind = "opfoelgning"
        told = TypedPeriod(first=follow_up.due_start, last=follow_up.due_end)
        recipient = follow_up.recipient or ""
        owed_to = body_ids([recipient]).get(recipient) if recipient else None
        initial[kind] |= {"kind": follow_up.kind, "responsible": follow_up.responsible or "", "owed_to": owed_to}
        initial[kind] |= _due_rule(quote, told, item, follow_up.recurrence)
    return kind, initial


def _due_rule(quote: str, told: TypedPeriod, item: AgendaItem, again: facts.Recurrence | None = None) -> dict[str, Any]:
    """Gives the values of the form's fields for the time."""
    days = (told.first, told.last) if told.first and told.last else None
    rule = read_rule(quote, told=days, recurrence=(again.every, again.unit) if again else None, asked=item.meeting.date)
    fields = {"phrase": rule.words, "due_start": rule.first, "due_end": rule.last, "every": rule.every, "unit": rule.unit}
    return fields | {"at_next_meeting": rule.at_next_meeting}
