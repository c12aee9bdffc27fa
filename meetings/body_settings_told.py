"""The changes of a body's settings in words: what each changed, from what to what."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from danish.formatting import day_in_words
from meetings.models import Body, BodyStep, Membership, Person

SHOWN = 20


@dataclass(frozen=True, slots=True)
class ToldStep:
    """`changes` are lines; `may_undo` tells whether it is the last one in force."""

    step: BodyStep
    changes: list[str]
    may_undo: bool


def history_of(body: Body) -> list[ToldStep]:
    """The latest steps, the last one first: two queries."""
    steps = list(BodyStep.objects.filter(body=body).select_related("by", "undone_by").order_by("-pk")[:SHOWN])
    names = _names({seat[1] for step in steps for kept in (step.before, step.after) for seat in kept["seats"]})
    last = next((step for step in steps if step.undone_at is None), None)
    return [ToldStep(step, [*_rules(step), *_seats(step, names)], step is last) for step in steps]


def _names(keys: Collection[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=keys).values_list("pk", "name"))


def _rules(step: BodyStep) -> Iterator[str]:
    for name, before in step.before["rules"].items():
        after = step.after["rules"][name]
        if before != after:
            field = Body._meta.get_field(name)
            yield f"{capfirst(field.verbose_name)}: {_told(field, before)} → {_told(field, after)}"


def _told(field, value: Any) -> str:
    value = field.to_python(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, time):
        return date_format(value, "TIME_FORMAT")
    if isinstance(value, date):
        return day_in_words(value)
    return str(dict(field.flatchoices).get(value, value) or "–") if value is not None else "–"


def _seats(step: BodyStep, names: dict[int, str]) -> Iterator[str]:
    """A line for each seat that came, went or was changed."""
    before, after = ({seat[0]: seat for seat in kept["seats"]} for kept in (step.before, step.after))
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) == after.get(key):
            continue
        person = names.get((after.get(key) or before[key])[1], _("somebody"))
        yield f"{person}: {_seat(before.get(key))} → {_seat(after.get(key))}"


def _seat(seat: list | None) -> str:
    if seat is None:
        return "–"
    _key, _person, role, first, last = seat
    told = dict(Membership.Role.choices).get(role, role)
    days = [day_in_words(date.fromisoformat(day)) if day else "" for day in (first, last)]
    return f"{told}, {' – '.join(days).strip()}"
