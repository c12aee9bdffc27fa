"""Facts as Danish text, for showing what the register says beside what the document says."""

from datetime import date, time
from functools import singledispatch
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from meetings.models import Outcome, Participation
from reader import facts


def text_of(value: Any) -> str:
    """The value of a part of the facts: a line for each entry of a list, nothing for None or an empty list."""
    if isinstance(value, list):
        return "\n".join(line(entry) for entry in value)
    return "" if value is None else line(value)


def outcome_name(code: str) -> str:
    return str(Outcome.Value(code).label)


@singledispatch
def line(value: Any) -> str:
    """One fact in one line, or a few where it holds a text."""
    return str(value)


@line.register
def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


@line.register
def _date(value: date) -> str:
    return date_format(value, "DATE_FORMAT")


@line.register
def _time(value: time) -> str:
    return time_format(value, "TIME_FORMAT")


@line.register
def _row(row: facts.TimePlanRowFacts) -> str:
    times = "–".join(line(value) for value in (row.start, row.end) if value)
    return " ".join(part for part in (times, row.title, ", ".join(row.guests)) if part)


@line.register
def _section(section: facts.SectionFacts) -> str:
    return f"{section.heading or _('Without heading')}\n{section.text}\n"


@line.register
def _recommendation(fact: facts.RecommendationFacts) -> str:
    return f"{fact.number}. {fact.text}"


@line.register
def _outcome(fact: facts.OutcomeFacts) -> str:
    name = outcome_name(fact.outcome)
    return f"{fact.recommendation}. {name}" if fact.recommendation is not None else name


@line.register
def _attachment(fact: facts.AttachmentFacts) -> str:
    return fact.title


@line.register
def _guest(fact: facts.GuestFacts) -> str:
    return f"{fact.name}, {fact.title}" if fact.title else fact.name


@line.register
def _earlier(fact: facts.EarlierTreatment) -> str:
    number = _("item %(number)s") % {"number": fact.item_number} if fact.item_number else ""
    head = ", ".join(part for part in (fact.body, line(fact.date) if fact.date else "", number) if part)
    return f"{head}:\n{fact.decision}\n"


@line.register
def _vote(vote: facts.VoteFacts) -> str:
    counts = [
        (vote.votes_for, _("%(count)s for")),
        (vote.votes_against, _("%(count)s against")),
        (vote.abstained, _("%(count)s abstained")),
    ]
    text = ", ".join(words % {"count": count} for count, words in counts if count is not None)
    if vote.for_names:
        text += ". " + _("For: %(names)s") % {"names": ", ".join(vote.for_names)}
    if vote.against_names:
        text += ". " + _("Against: %(names)s") % {"names": ", ".join(vote.against_names)}
    return text if vote.on in ("decision", "amendment") else f"{vote.on}: {text}"


@line.register
def _absence(fact: facts.Absence) -> str:
    return f"{fact.name} ({Participation.Kind(fact.kind).label})"


@line.register
def _substitute(fact: facts.Substitute) -> str:
    return _("%(name)s for %(absent)s") % {"name": fact.name, "absent": fact.for_name} if fact.for_name else fact.name


@line.register
def _brought(fact: facts.BroughtToCouncil) -> str:
    return fact.name


@line.register
def _appointment(fact: facts.Appointment) -> str:
    return f"{fact.name}, {fact.to}" if fact.to else fact.name


@line.register
def _reference(fact: facts.ReferenceFacts) -> str:
    return fact.quote


@line.register
def _item(item: facts.ItemFacts) -> str:
    """A whole item, when only one of the two sides has it: enough to know it by."""
    head = f"{item.label or item.number or ''} {item.title}".strip()
    return "\n".join(part for part in (head, item.case_number, item.decision) if part)
