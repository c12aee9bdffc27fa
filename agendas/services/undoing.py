"""Taking the last change of an agenda back: it is then as it was before, the same keys included, so what leads to an item does so again."""

from datetime import datetime, time
from typing import Any

from accounts.models import User
from agendas.exceptions import Refused
from agendas.guests import GuestLine
from agendas.models import AgendaStep, CandidateChoice
from agendas.services.items import replace_breaks, save_guests, take_off
from agendas.services.recording import refuse_unless_made
from agendas.services.texts import save_texts
from agendas.snapshot import COLUMNS, Values, as_now, snapshot
from agendas.texts import Texts
from cases.models import Case, Matter
from followups.models import Occurrence
from followups.services import place
from meetings import confidentiality
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting, Person
from meetings.ordering import next_position, reorder


def last_step(meeting: Meeting) -> AgendaStep | None:
    """The change that can be taken back: one query."""
    return AgendaStep.objects.filter(meeting=meeting, undone_at=None).select_related("by").order_by("-pk").first()


def undo_last(*, meeting: Meeting, key: int, by: User | None, now: datetime) -> AgendaStep:
    """Take the step `key` back. Raises `Refused` when it is not the last one any more, or the agenda has been changed in another way since."""
    step = AgendaStep.objects.filter(meeting=meeting, pk=key).first()
    answers = {one for row in [*step.before["items"], *step.after["items"]] for one in row["answers"]} if step else set()
    bodies = Occurrence.objects.filter(pk__in=answers).values_list("body", "item__body")
    with holding(bodies_of(meeting, also={body for row in bodies for body in row})):
        refuse_unless_made(meeting)
        step = last_step(meeting)
        if step is None:
            raise Refused("nothing")
        before, after = as_now(step.before), as_now(step.after)
        if step.pk != key or snapshot(meeting) != after:
            raise Refused("changed")
        _restore(meeting, after, before, by, now)
        step.undone_by, step.undone_at = by, now
        step.save(update_fields=["undone_by", "undone_at"])
    return step


def _restore(meeting: Meeting, now_there: Values, wanted: Values, by: User | None, now: datetime) -> None:
    there = {row["pk"]: row for row in now_there["items"]}
    asked = {row["pk"]: row for row in wanted["items"]}
    rows = AgendaItem.objects.filter(meeting=meeting).in_bulk(there)
    for key in there.keys() - asked.keys():
        take_off(item=rows[key], by=by, now=now)
    for key, values in asked.items():
        if key not in there:
            _bring_back(meeting, values, by, now)
        elif values != there[key]:
            _change_back(rows[key], there[key], values, by, now)
    reorder(meeting=meeting, keys=list(asked))
    if wanted["breaks"] != now_there["breaks"]:
        replace_breaks(meeting, [(row["minutes"], row["after_minutes"]) for row in wanted["breaks"]])


def _change_back(item: AgendaItem, there: Values, values: Values, by: User | None, now: datetime) -> None:
    changed = [name for name in COLUMNS if values[name] != there[name]]
    for name in changed:
        setattr(item, name, _column(name, values))
    if changed:
        item.save(update_fields=[*(name.removesuffix("_id") for name in changed), "search_text"])
    save_guests(item, _guests(values))
    save_texts(item, _texts(values))
    if values["closed"] != there["closed"]:
        confidentiality.set_closed(item=item, closed=values["closed"], by=by, now=now)


def _bring_back(meeting: Meeting, values: Values, by: User | None, now: datetime) -> None:
    item = AgendaItem(pk=values["pk"], meeting=meeting, body_id=meeting.body_id, year=meeting.date.year, position=next_position(meeting))
    item.closed, item.in_doubt = values["closed"], values["in_doubt"]
    for name in COLUMNS:
        setattr(item, name, _column(name, values))
    item.case = Case.objects.filter(pk=item.case_id).first()
    item.matter = Matter.objects.filter(pk=item.matter_id).first()
    item.save(force_insert=True)
    item.shut_out.set(Person.objects.filter(pk__in=values["shut_out"]))
    save_guests(item, _guests(values))
    save_texts(item, _texts(values))
    for occurrence in Occurrence.objects.open().filter(pk__in=values["answers"], placed_on=None).order_by("pk"):
        place(occurrence=occurrence, item=item, by=by, now=now)
    for kind, key in values["choices"]:
        CandidateChoice.objects.get_or_create(meeting=meeting, kind=kind, key=key, defaults={"item": item, "by": by, "at": now})


def _column(name: str, values: Values) -> Any:
    return _clock(values[name]) if name == "fixed_start" else values[name]


def _guests(values: Values) -> list[GuestLine]:
    return [GuestLine(row["name"], row["mail"], _clock(row["opens"]), _clock(row["closes"])) for row in values["guests"]]


def _texts(values: Values) -> Texts:
    return Texts(tuple((heading, text) for heading, text in values["sections"]), tuple(values["recommendations"]))


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
