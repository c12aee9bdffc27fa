"""The settings of a body, as its secretary writes them: its rules, and who sits on it. Each change is a step that can be undone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from accounts.models import User
from danish.folding import name_key
from meetings.calendar import changing
from meetings.models import Body, BodyStep, Membership, Person

RULES = ("dispatch_days", "saturday_counts", "numbering", "in_use_since", "usual_place", "usual_start", "usual_end")
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SeatChange:
    """A seat as it is written. `row` is the one that is changed, None for a new one; `is_gone` takes it away.

    A new one is that of `person`, or of somebody who becomes known by it under `name`.
    """

    role: str
    first_day: date
    last_day: date | None
    row: Membership | None = None
    person: Person | None = None
    name: str = ""
    is_gone: bool = False


class NotUndone(Exception):
    """The step is not the last one any more, or the settings have been changed in another way since."""


def save_rules(*, body: Body, values: Values, by: User | None, now: datetime) -> BodyStep | None:
    """Write these columns of the body. Returns the step; None where nothing was changed. What follows from its rules is reckoned anew."""
    with _changing_settings(body, BodyStep.What.RULES, by, now) as made:
        _write_rules(body, values)
    return made[0]


def save_seats(*, body: Body, seats: Sequence[SeatChange], by: User | None, now: datetime) -> BodyStep | None:
    """Write the seats that are told of; the others stay. Returns the step; None where nothing was changed. Sent twice it is one."""
    with _changing_settings(body, BodyStep.What.SEATS, by, now) as made:
        for seat in seats:
            _write_seat(body, seat)
    return made[0]


def undo_step(*, body: Body, key: int, by: User | None, now: datetime) -> BodyStep:
    """Take the step of the key back, the last one of the body. Returns it, also where it is taken back already. Raises `NotUndone`."""
    with changing([body]):
        step = BodyStep.objects.filter(body=body, pk=key).first()
        if step and step.undone_at:
            return step
        last = BodyStep.objects.filter(body=body, undone_at=None).order_by("-pk").first()
        if step is None or step != last or snapshot(body) != step.after:
            raise NotUndone
        _write_rules(body, {name: Body._meta.get_field(name).to_python(value) for name, value in step.before["rules"].items()})
        _restore_seats(body, step.before["seats"])
        step.undone_by, step.undone_at = by, now
        step.save(update_fields=["undone_by", "undone_at"])
    return step


def snapshot(body: Body) -> Values:
    """The settings as JSON holds them: two queries."""
    rules = Body.objects.filter(pk=body.pk).values(*RULES).get()
    seats = Membership.objects.filter(body=body).order_by("pk").values_list("pk", "person", "role", "first_day", "last_day")
    return {"rules": {name: _plain(value) for name, value in rules.items()}, "seats": [[*map(_plain, seat)] for seat in seats]}


@contextmanager
def _changing_settings(body: Body, what: BodyStep.What, by: User | None, now: datetime) -> Iterator[list[BodyStep | None]]:
    made: list[BodyStep | None] = [None]
    with changing([body]) as keys:
        before = snapshot(body)
        yield made
        after = snapshot(body)
        if before == after:
            keys.clear()
        else:
            made[0] = BodyStep.objects.create(body=body, what=what, before=before, after=after, by=by, at=now)


def _write_rules(body: Body, values: Values) -> None:
    row = Body.objects.get(pk=body.pk)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)


def _write_seat(body: Body, seat: SeatChange) -> None:
    values = {"role": seat.role, "first_day": seat.first_day, "last_day": seat.last_day}
    if seat.row is None:
        person = seat.person or _known(seat.name)
        Membership.objects.get_or_create(
            body=body, person=person, role=seat.role, first_day=seat.first_day, defaults={"last_day": seat.last_day}
        )
    elif seat.is_gone:
        Membership.objects.filter(pk=seat.row.pk, body=body).delete()
    elif changed := [name for name, value in values.items() if getattr(seat.row, name) != value]:
        for name in changed:
            setattr(seat.row, name, values[name])
        seat.row.save(update_fields=changed)


def _known(name: str) -> Person:
    """The only person of that name, so that a form sent twice makes one; else a new one."""
    same = list(Person.objects.filter(key=name_key(name))[:2])
    return same[0] if len(same) == 1 else Person.objects.create(name=name)


def _restore_seats(body: Body, seats: Sequence[Sequence[Any]]) -> None:
    people = set(Person.objects.filter(pk__in=[person for _key, person, *_told in seats]).values_list("pk", flat=True))
    Membership.objects.filter(body=body).exclude(pk__in=[key for key, *_told in seats]).delete()
    there = Membership.objects.filter(body=body).in_bulk()
    for key, person, role, first, last in seats:
        values = {"role": role, "first_day": _day(first), "last_day": _day(last)}
        if key in there:
            Membership.objects.filter(pk=key).update(**values)
        elif person in people:
            Membership(pk=key, body=body, person_id=person, **values).save(force_insert=True)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value
