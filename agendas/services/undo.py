"""Taking the last change of an agenda back: it is then as it was before, the same keys included, so what leads to an item does so again."""

from collections.abc import Iterable
from datetime import datetime
from itertools import permutations

from django.db.models import QuerySet

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaStep
from agendas.services import restoration
from agendas.services.attachments import restore_attachments
from agendas.services.changes import refuse_unless_made
from agendas.services.items import replace_breaks, save_guests, take_off
from agendas.services.texts import save_texts
from agendas.services.transfers import carry
from agendas.snapshot import COLUMNS, Values, as_now, snapshot
from cases.models import Case, Matter
from danish.formatting import day_in_words
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
    """Take the step `key` back, with its twin in another agenda. Returns it, also when it is taken back already.

    Raises `AgendaRefused` when one of them is not the last of its agenda any more, or its agenda has been changed in another way since or is out;
    of the twin the refusal says which agenda it is.
    """
    steps = _with_twin(AgendaStep.objects.filter(meeting=meeting, pk=key))
    meetings = Meeting.objects.filter(pk__in=[meeting.pk, *(step.meeting_id for step in steps)])
    with holding(bodies_of(meetings, also=_bodies_answered(steps))):
        _refuse_unless_made(meetings, meeting)
        if steps and AgendaStep.objects.filter(pk=steps[0].pk).exclude(undone_at=None).exists():
            return steps[0]
        if last_step(meeting) is None:
            raise AgendaRefused("nothing")
        if not steps or not _is_last(steps[0]):
            raise AgendaRefused("changed")
        if not all(_is_last(step) for step in steps):
            raise AgendaRefused("twin_changed", meeting=_called(steps[1].meeting))
        for step, twin in permutations(steps, 2):
            _take_home(step, twin)
        for step in steps:
            _restore(step.meeting, snapshot(step.meeting), as_now(step.before), by, now)
            step.undone_by, step.undone_at = by, now
            step.save(update_fields=["undone_by", "undone_at"])
    return steps[0]


def _refuse_unless_made(meetings: Iterable[Meeting], own: Meeting) -> None:
    """Refuses for the agenda that is looked at first, then for the other one, by its name."""
    refuse_unless_made(own)
    for other in meetings:
        try:
            refuse_unless_made(other)
        except AgendaRefused as refused:
            raise AgendaRefused("twin_out", meeting=_called(other)) from refused


def _called(meeting: Meeting) -> str:
    return f"{meeting.body} {day_in_words(meeting.date)}"


def _with_twin(rows: QuerySet[AgendaStep]) -> list[AgendaStep]:
    """The step, and the one of the other agenda where it changed two."""
    step = rows.select_related("meeting__body", "twin__meeting__body").first()
    return [one for one in (step, step and step.twin) if one]


def _bodies_answered(steps: Iterable[AgendaStep]) -> set[int]:
    """The bodies of what the items of the agendas answer, before the steps and after them."""
    answers = {one for step in steps for kept in (step.before, step.after) for row in kept["items"] for one in row["answers"]}
    rows = Occurrence.objects.filter(pk__in=answers).values_list("body", "item__body")
    return {body for row in rows for body in row}


def _is_last(step: AgendaStep) -> bool:
    last = last_step(step.meeting)
    return last is not None and last.pk == step.pk and snapshot(step.meeting) == as_now(step.after)


def _take_home(step: AgendaStep, twin: AgendaStep) -> None:
    """Carry the items that came by `step` back to the agenda that they left by `twin`, with all that is in them."""
    came = (_keys(step.after) - _keys(step.before)) & _keys(twin.before)
    for item in AgendaItem.objects.filter(meeting=step.meeting, pk__in=came).order_by("position"):
        carry(item=item, to=twin.meeting)


def _keys(agenda: Values) -> set[int]:
    return {row["pk"] for row in agenda["items"]}


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
        setattr(item, name, restoration.column(name, values))
    if changed:
        item.save(update_fields=[*(name.removesuffix("_id") for name in changed), "search_text"])
    save_guests(item, restoration.guests(values))
    save_texts(item, restoration.texts(values))
    restore_attachments(item, values["files"])
    if values["closed"] != there["closed"]:
        confidentiality.set_closed(item=item, closed=values["closed"], by=by, now=now)
    _answer_again(item, values, by, now)


def _bring_back(meeting: Meeting, values: Values, by: User | None, now: datetime) -> None:
    item = AgendaItem(pk=values["pk"], meeting=meeting, body_id=meeting.body_id, year=meeting.date.year, position=next_position(meeting))
    item.closed, item.in_doubt = values["closed"], values["in_doubt"]
    for name in COLUMNS:
        setattr(item, name, restoration.column(name, values))
    item.case = Case.objects.filter(pk=item.case_id).first()
    item.matter = Matter.objects.filter(pk=item.matter_id).first()
    item.save(force_insert=True)
    item.shut_out.set(Person.objects.filter(pk__in=values["shut_out"]))
    save_guests(item, restoration.guests(values))
    save_texts(item, restoration.texts(values))
    restore_attachments(item, values["files"])
    _answer_again(item, values, by, now)
    restoration.give_choices_back(item, values, by, now)


def _answer_again(item: AgendaItem, values: Values, by: User | None, now: datetime) -> None:
    """Place on the item what it was to answer and waits again."""
    for occurrence in Occurrence.objects.open().filter(pk__in=values["answers"], placed_on=None).order_by("pk"):
        place(occurrence=occurrence, item=item, by=by, now=now)
