"""What a sentence that a person marks is most likely to be, so that its form is filled in."""

from typing import Any

from meetings.models import AgendaItem, Section
from meetings.phrasing import days_of_body, read_phrase
from minutes import facts
from minutes.obligations import Setting, obligations_of

Initial = dict[str, dict[str, Any]]


def guess(item: AgendaItem, section: Section | None, quote: str) -> tuple[str, Initial]:
    """The likeliest kind, as it is called in addresses, and what each kind's form is opened with."""
    days = days_of_body(item.body_id, item.meeting.date)
    phrase = read_phrase(quote, item.meeting.date, days)
    due = {"due_start": phrase.first, "due_end": phrase.last}
    initial: Initial = {
        "opfoelgning": {"kind": "task", "text": quote} | due,
        "hoering": {"subject": item.title, "deadline": phrase.last},
        "behandling": {"body_name": item.body.name, "title": item.title} | due,
    }
    is_decision = bool(section and section.is_decision)
    read = facts.Item(item.number, item.title, sections=[facts.Section(section.heading if section else "", quote)])
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
    for follow_up in found.follow_ups[:1]:
        kind = "opfoelgning"
        again = follow_up.recurrence
        initial[kind] |= {
            "kind": follow_up.kind,
            "responsible": follow_up.responsible or "",
            "due_start": follow_up.due_start,
            "due_end": follow_up.due_end,
            "every": again and again.every,
            "unit": again.unit if again else "",
        }
    return kind, initial
