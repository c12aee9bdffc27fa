"""Policies as they are read and written: the rows that people have made, and the steps that hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from concurrency.transitions import Columns, apply_transition, undo_transition
from danish.working_days import Calendar
from meetings.models import Body
from reminders.deadlines import Deadline, DeadlineKind
from reminders.default_policies import DEFAULTS
from reminders.exceptions import PolicyRefused
from reminders.final_check import standing_deadlines
from reminders.models import PolicyStep, Reminder, ReminderPolicy
from reminders.planning import preview
from reminders.step_words import step_in_words
from reminders.steps import DeadlineStep, parse_step

FEW, AT_MOST = 3, 50
EXAMPLE_IN, EXAMPLE_LASTS = timedelta(days=60), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class EffectivePolicy:
    """The steps that hold for a body and kind, and where they stand: `row` is the body's or the municipality's policy, None the default."""

    kind: DeadlineKind
    steps: tuple[DeadlineStep, ...]
    row: ReminderPolicy | None

    @property
    def in_words(self) -> list[str]:
        return [step_in_words(step, self.kind) for step in self.steps]

    @property
    def label(self) -> str:
        return str(dict(ReminderPolicy._meta.get_field("kind").choices)[self.kind])


def effective_policies(body: int | None) -> list[EffectivePolicy]:
    """Of each kind: one query."""
    written = ReminderPolicy.objects.filter(Q(body=body) | Q(body=None), steps__isnull=False)
    rows = {(row.body_id, row.kind): row for row in written}
    return [_held(kind, rows.get((body, kind)) or rows.get((None, kind))) for kind in DeadlineKind]


def effective_policy(body: int | None, kind: str) -> EffectivePolicy:
    """The one that holds for the body and kind: one query."""
    return next(held for held in effective_policies(body) if held.kind == kind)


def _held(kind: DeadlineKind, row: ReminderPolicy | None) -> EffectivePolicy:
    return EffectivePolicy(kind, tuple(map(parse_step, row.steps)) if row else DEFAULTS[kind], row)


@transaction.atomic
def write_policy(*, body: Body | None, kind: str, steps: Sequence[DeadlineStep] | None, by: User, now: datetime) -> None:
    """The policy of the body, or the municipality's; without steps the body follows the municipality again, and that the default."""
    if steps is None and not ReminderPolicy.objects.filter(body=body, kind=kind).exists():
        return
    row = ReminderPolicy.objects.get_or_create(body=body, kind=kind, defaults={"steps": None})[0]
    wanted = None if steps is None else [str(step) for step in steps]
    what = PolicyStep.What.GIVEN_UP if steps is None else PolicyStep.What.WRITTEN

    def written(row: ReminderPolicy) -> Columns | None:
        return None if row.steps == wanted else {"steps": wanted}

    apply_transition([row], what, written, lock=_lock, history=PolicyStep, by=by, now=now)


def take_back(*, step: PolicyStep, by: User, now: datetime) -> None:
    """The policy is as it was before the step. Raises `PolicyRefused` when that is undone, another's, or something has been done since."""
    if step.carried_from:
        raise PolicyRefused("carried")
    undo_transition(step, lock=_lock, by=by, now=now)


def _lock(keys: Iterable[int]) -> list[ReminderPolicy]:
    return list(ReminderPolicy.objects.select_for_update(of=("self",)).filter(pk__in=[*keys]).order_by("pk"))


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A step of a policy in words."""

    step: PolicyStep
    before: str
    after: str
    may_undo: bool


def history_of(body: int | None, kind: DeadlineKind) -> list[PolicyChange]:
    """Returns the changes of the policy of the body and kind, the latest first: one query."""
    rows = PolicyStep.objects.filter(policy__body=body, policy__kind=kind).select_related("by", "undone_by").order_by("-pk")[:AT_MOST]
    latest = next((row for row in rows if not row.undone_at and not row.carried_from), None)
    return [PolicyChange(row, *(_in_words(columns["steps"], kind) for columns in (row.before, row.after)), row is latest) for row in rows]


def _in_words(steps: list[str] | None, kind: DeadlineKind) -> str:
    if steps is None:
        return _("what holds for all")
    return ", ".join(step_in_words(parse_step(step), kind) for step in steps) or _("never")


@dataclass(frozen=True, slots=True)
class PolicyExample:
    """The days that steps give for one deadline. `key` is that of a real one, empty for a made-up one."""

    key: str
    opens: date | None
    last: date
    days: list[tuple[date, str]]


def examples(steps: Sequence[DeadlineStep], kind: DeadlineKind, body: int | None, *, today: date) -> list[PolicyExample]:
    """For the body's next deadlines of the kind that are reminded of, or for a made-up one where it has none. Two queries and those of the source."""
    made_up = Deadline("", kind, body or 0, today + EXAMPLE_IN - EXAMPLE_LASTS, today + EXAMPLE_IN, ())
    found = []
    for one in _next_deadlines(kind, body, today) or [made_up]:
        days = preview(steps, opens=one.opens, last=one.last, calendar=Calendar())
        found.append(PolicyExample(one.key, one.opens, one.last, [(day, step_in_words(step, kind)) for day, step in days]))
    return found


def _next_deadlines(kind: DeadlineKind, body: int | None, today: date) -> list[Deadline]:
    coming = Reminder.objects.filter(body=body, kind=kind, last__gte=today)
    keys = list(coming.order_by("last", "key").values_list("key", flat=True).distinct()[:FEW])
    return sorted(standing_deadlines(keys, today=today).values(), key=lambda one: one.last)
