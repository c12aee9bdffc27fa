"""Loads what the register knows that a document may touch: a fixed number of queries, whatever the register's size."""

from datetime import date, timedelta

from django.db.models import Case, F, Q, Value, When

from cases import models as cases
from cases import numbers
from cases.access import PUBLIC
from cases.services import case_ids
from danish.folding import name_key
from meetings.models import AgendaItem, Body, BodyName, Meeting, Membership, Person, PersonName
from meetings.visibility import readable_appearances
from minutes.matching import KnownBody, KnownItem, KnownMatter, KnownMeeting, KnownPerson, MeetingChoice, Register
from minutes.matching.matches import body_names, personal_names
from minutes.matching.meetings import match_meeting
from minutes.matching.names import find_body
from minutes.pairing import NUMBER
from minutes.storing.rows import printed_number
from reader import facts

_NEIGHBOURHOOD = timedelta(days=400)  # meetings further off than this say nothing about a date's likelihood
MEETINGS_WITHIN = timedelta(days=100)  # a body with no meetings known so near has no calendar to hold a day against
_MATTERS_AT_MOST = 2_000  # appearances looked at when matters are proposed: the newest ones of the document's cases


def load(minutes: facts.Minutes, said: MeetingChoice | None = None) -> Register:
    """The register around `minutes`, as plain values. `said`: which meeting somebody has said that they are about."""
    bodies = _bodies()
    ids = {name: found.id for name in body_names(minutes) if (found := find_body(name, bodies)[0])}
    own_id = ids.get(minutes.meeting.body or "")
    keys = {numbers.parse(item.case_number).key for item in minutes.items if item.case_number}
    items, meetings = _items(minutes, ids, own_id)
    register = Register(
        bodies=bodies,
        people=_people(minutes, own_id),
        cases=case_ids(keys=keys),
        matters=_matters(keys),
        items=items,
        meetings=meetings,
        subjects=_subjects(minutes),
        meeting_days=_meeting_days(minutes, bodies),
    )
    if own_id and minutes.meeting.date:
        _add_meeting(register, minutes, own_id, minutes.meeting.date, said)
    return register


def known_body_id(name: str) -> int | None:
    """The body that `name` is a spelling of."""
    found, _reason = find_body(name, _bodies()) if name else (None, "")
    return found.id if found else None


def _bodies() -> list[KnownBody]:
    keys: dict[int, set[str]] = {}
    for body_id, key in BodyName.objects.values_list("body_id", "key"):
        keys.setdefault(body_id, set()).add(key)
    return [
        KnownBody(pk, name, frozenset({key} | keys.get(pk, set())), numbering == Body.Numbering.PER_MEETING)
        for pk, name, key, numbering in Body.objects.values_list("pk", "name", "key", "numbering")
    ]


def _people(minutes: facts.Minutes, body_id: int | None) -> list[KnownPerson]:
    keys = {name_key(name) for name in personal_names(minutes)}
    seats: dict[int, set[int]] = {}
    spelt = PersonName.objects.filter(key__in=keys).order_by("pk")
    members = Membership.objects.filter(Q(person__key__in=keys) | Q(person__in=spelt.order_by().values("person")) | Q(body_id=body_id))
    for person_id, sits_on in members.order_by().values_list("person_id", "body_id"):
        seats.setdefault(person_id, set()).add(sits_on)
    people = Person.objects.filter(Q(key__in=keys) | Q(memberships__body_id=body_id)).distinct().order_by("pk")
    known = [*people.values_list("pk", "name", "key"), *spelt.values_list("person", "person__name", "key")]
    return [KnownPerson(pk, name, key, frozenset(seats.get(pk, ()))) for pk, name, key in known]


def _matters(case_keys: set[str]) -> list[KnownMatter]:
    appearances = (
        AgendaItem.objects.filter(case__key__in=case_keys, matter__isnull=False, closed=False)
        .order_by("-pk")
        .values_list("matter_id", "case__key", "title")[:_MATTERS_AT_MOST]
    )
    titles: dict[tuple[int, str], list[str]] = {}
    for matter_id, key, title in appearances:
        titles.setdefault((matter_id, key), []).append(title)
    return [KnownMatter(matter_id, key, tuple(dict.fromkeys(names))) for (matter_id, key), names in titles.items()]


def _items(minutes: facts.Minutes, ids: dict[str, int], own_id: int | None) -> tuple[list[KnownItem], set[tuple[int, date]]]:
    """The items the document refers to, and which of the meetings it refers to the register holds items of."""
    items, meetings = Q(), Q()
    for item in minutes.items:
        named = [(ids.get(earlier.body), earlier.date, [earlier.item_number]) for earlier in item.earlier_treatments]
        named += [(ids.get(other.body) if other.body else own_id, other.date, other.item_numbers) for other in item.references]
        for body_id, day, item_numbers in named:
            if body_id and day and any(item_numbers):
                items |= Q(body_id=body_id, year=day.year, number__in=item_numbers)
                meetings |= Q(body_id=body_id, date=day)
    if not items:
        return [], set()
    # A warning may name the title of another body's item, so what is closed or unpublished there lends its number only.
    open_to_all = Q(closed=False) & (Q(body_id=own_id) | readable_appearances(PUBLIC))
    found = AgendaItem.objects.filter(items).annotate(
        told_title=Case(When(open_to_all, then=F("title")), default=Value("")),
        told_matter=Case(When(open_to_all, then=F("matter_id"))),
    )
    rows = found.order_by("pk").values_list("pk", "body_id", "meeting__date", "number", "told_title", "told_matter")
    held = Meeting.objects.filter(meetings, items__isnull=False).order_by().values_list("body_id", "date")
    return [KnownItem(*row) for row in rows], set(held)


def _meeting_days(minutes: facts.Minutes, bodies: list[KnownBody]) -> dict[int, list[date]]:
    """Gives the days on which the bodies meet that the document expects to treat something on a day it names: one query, if there are any."""
    wanted = Q()
    for item in minutes.items:
        for treatment in item.planned_treatments:
            body, reason = find_body(treatment.body, bodies)
            if reason == "same_name" and treatment.due_start and treatment.due_start == treatment.due_end:
                around = (treatment.due_start - MEETINGS_WITHIN, treatment.due_start + MEETINGS_WITHIN)
                wanted |= Q(body=body.id, date__range=around)
    if not wanted:
        return {}
    days: dict[int, list[date]] = {}
    meetings = Meeting.objects.filter(wanted).exclude(state=Meeting.State.CANCELLED)
    for body_id, day in meetings.order_by("date").values_list("body_id", "date"):
        days.setdefault(body_id, []).append(day)
    return days


def _subjects(minutes: facts.Minutes) -> set[str] | None:
    codes = {numbers.parse(item.case_number).subject for item in minutes.items if item.case_number} - {None}
    known = set(cases.Subject.objects.filter(code__in=codes).values_list("code", flat=True))
    return known if known or cases.Subject.objects.exists() else None


def _add_meeting(register: Register, minutes: facts.Minutes, body_id: int, day: date, said: MeetingChoice | None) -> None:
    around = Meeting.objects.filter(body_id=body_id, date__range=(day - _NEIGHBOURHOOD, day + _NEIGHBOURHOOD))
    days = list(around.order_by("date", "sequence").values_list("pk", "date", "start", "kind"))
    items, matters = _items_of([pk for pk, held_on, *_ in days if held_on == day])
    register.meetings_of_day = [
        KnownMeeting(pk, start, kind == Meeting.Kind.EXTRAORDINARY, items.get(pk, []))
        for pk, held_on, start, kind in days
        if held_on == day
    ]
    register.meeting = match_meeting(minutes, register.meetings_of_day, said)
    register.own_matters = matters.get(register.meeting.id, [])
    register.neighbours = [held_on for _pk, held_on, *_ in days if held_on != day]
    taken = AgendaItem.objects.filter(body_id=body_id, year=day.year, number__in=[item.number for item in minutes.items if item.number])
    register.taken = set(taken.exclude(meeting_id=register.meeting.id).order_by().values_list("number", flat=True))


def _items_of(meetings: list[int]) -> tuple[dict[int, list[facts.ItemFacts]], dict[int, list[int | None]]]:
    """The headings of the meetings' items, and their matters, in order: one query."""
    headings: dict[int, list[facts.ItemFacts]] = {}
    matters: dict[int, list[int | None]] = {}
    rows = AgendaItem.objects.filter(meeting__in=meetings).order_by("meeting_id", "position")
    for meeting, matter, pk, number, label, title, case, closed, source in rows.values_list(
        "meeting_id", "matter_id", "pk", "number", "label", "title", "case__number", "closed", "source_id"
    ):
        heading = facts.ItemFacts(printed_number(number, label), title, case_number=case, closed=closed, row=pk)
        heading.written = [NUMBER] if source is None else []
        headings.setdefault(meeting, []).append(heading)
        matters.setdefault(meeting, []).append(matter)
    return headings, matters
