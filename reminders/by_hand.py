"""The verbs of a person about one reminder. The planner leaves alone what has been skipped or hurried by hand."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from cases.access import Actor
from reminders.models import Letter, Reminder, ReminderStep
from reminders.tasks import send_reminders

State, What = Reminder.State, ReminderStep.What
CAN_BE_SENT = (State.PLANNED, State.FAILED, State.MISSED)


@transaction.atomic
def send_now(*, reminder: Reminder, by: User | None, now: datetime) -> bool:
    """The reminder leaves at once. Returns False when it has left, or been withdrawn, meanwhile."""
    columns = {"state": State.PLANNED, "send_at": now, "by_hand": True, "error": "", "seen_at": None, "mail": None}
    Reminder.objects.filter(pk=reminder.pk, state__in=CAN_BE_SENT).note_mails()
    is_changed = _act(reminder, Q(state__in=CAN_BE_SENT), columns, What.HURRIED, by=by, now=now)
    send_reminders.delay_on_commit()
    return is_changed


def skip(*, reminder: Reminder, by: User | None, now: datetime) -> bool:
    """The reminder is not sent. Returns False when it is not planned any more."""
    return _act(reminder, Q(state=State.PLANNED), {"state": State.WITHDRAWN, "by_hand": True}, What.SKIPPED, by=by, now=now)


def take_back(*, reminder: Reminder, by: User | None, now: datetime) -> bool:
    """A reminder that was skipped is planned again. Returns False when it was not skipped."""
    skipped = Q(state=State.WITHDRAWN, by_hand=True)
    return _act(reminder, skipped, {"state": State.PLANNED, "by_hand": False}, What.PLANNED, by=by, now=now)


def steps_of(reminder: Reminder) -> list[ReminderStep]:
    """Returns the steps that people have taken with the reminder, the first first: one query."""
    return list(ReminderStep.objects.filter(reminder=reminder).select_related("by").order_by("pk"))


@transaction.atomic
def _act(reminder: Reminder, where: Q, columns: dict[str, Any], what: str, *, by: User | None, now: datetime) -> bool:
    """Changes the reminder as long as it is so, and writes down who did it. Of two at once one finds it changed."""
    if not Reminder.objects.filter(where, pk=reminder.pk).update(**columns):
        return False
    ReminderStep.objects.create(reminder=reminder, what=what, by=by, at=now)
    return True


def mark_seen(*, keys: Collection[int], letters: Collection[int] = (), actor: Actor, now: datetime) -> int:
    """Those of the reminders and letters of the actor's bodies that failed or were missed have been seen. Returns how many reminders."""
    Letter.objects.visible_to(actor).to_look_at().filter(pk__in=letters).update(seen_at=now)
    return Reminder.objects.managed_by(actor).to_look_at().filter(pk__in=keys).update(seen_at=now)
