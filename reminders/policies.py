"""Policies as they are read and written: the rows that people have made, and the steps that hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from danish.working_days import Calendar
from meetings.models import Body
from reminders.checking import standing_deadlines
from reminders.deadlines import Deadline, Kind
from reminders.default_policies import DEFAULTS
from reminders.models import Reminder, ReminderPolicy
from reminders.planning import preview
from reminders.step_words import step_in_words
from reminders.steps import Step, parse_step

FEW = 3
EXAMPLE_IN, EXAMPLE_LASTS = timedelta(days=60), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Held:
    """The steps that hold for a body and kind, and where they stand: `row` is the body's or the municipality's policy, None the default."""

    kind: Kind
    steps: tuple[Step, ...]
    row: ReminderPolicy | None

    @property
    def in_words(self) -> list[str]:
        return [step_in_words(step, self.kind) for step in self.steps]

    @property
    def label(self) -> str:
        return str(dict(ReminderPolicy._meta.get_field("kind").choices)[self.kind])


def held_for(body: int | None) -> list[Held]:
    """Of each kind: one query."""
    rows = {(row.body_id, row.kind): row for row in ReminderPolicy.objects.filter(body=body) | ReminderPolicy.objects.filter(body=None)}
    return [_held(kind, rows.get((body, kind)) or rows.get((None, kind))) for kind in Kind]


def written_for(body: int | None, kind: str) -> Held:
    """The one that holds for the body and kind: one query."""
    return next(held for held in held_for(body) if held.kind == kind)


def _held(kind: Kind, row: ReminderPolicy | None) -> Held:
    return Held(kind, tuple(map(parse_step, row.steps)) if row else DEFAULTS[kind], row)


@transaction.atomic
def write_policy(*, body: Body | None, kind: str, steps: Sequence[Step] | None) -> None:
    """The policy of the body, or the municipality's; without steps the body follows the municipality again, and that the default."""
    row = ReminderPolicy.objects.select_for_update(of=("self",)).filter(body=body, kind=kind).first()
    if steps is None:
        if row:
            row.delete()
        return
    row = row or ReminderPolicy(body=body, kind=kind)
    row.steps = [str(step) for step in steps]
    row.save(update_fields=["steps"] if row.pk else None)


@dataclass(frozen=True, slots=True)
class Example:
    """The days that steps give for one deadline. `key` is that of a real one, empty for a made-up one."""

    key: str
    opens: date | None
    last: date
    days: list[tuple[date, str]]


def examples(steps: Sequence[Step], kind: Kind, body: int | None, *, today: date) -> list[Example]:
    """For the body's next deadlines of the kind that are reminded of, or for a made-up one where it has none. Two queries and those of the source."""
    made_up = Deadline("", kind, body or 0, today + EXAMPLE_IN - EXAMPLE_LASTS, today + EXAMPLE_IN, ())
    found = []
    for one in _next_deadlines(kind, body, today) or [made_up]:
        days = preview(steps, opens=one.opens, last=one.last, calendar=Calendar())
        found.append(Example(one.key, one.opens, one.last, [(day, step_in_words(step, kind)) for day, step in days]))
    return found


def _next_deadlines(kind: Kind, body: int | None, today: date) -> list[Deadline]:
    coming = Reminder.objects.filter(body=body, kind=kind, last__gte=today)
    keys = list(coming.order_by("last", "key").values_list("key", flat=True).distinct()[:FEW])
    return sorted(standing_deadlines(keys, today=today).values(), key=lambda one: one.last)
