"""The verbs of a person about one reminder. The planner leaves alone what has been skipped or hurried by hand."""

from collections.abc import Collection
from datetime import datetime

from cases.access import Viewer
from reminders.models import Letter, Reminder
from reminders.tasks import send_reminders

State = Reminder.State
CAN_BE_SENT = (State.PLANNED, State.FAILED, State.MISSED)


def send_now(*, reminder: Reminder, now: datetime) -> bool:
    """The reminder leaves at once. Returns False when it has left, or been withdrawn, meanwhile."""
    rows = Reminder.objects.filter(pk=reminder.pk, state__in=CAN_BE_SENT)
    is_changed = rows.update(state=State.PLANNED, send_at=now, by_hand=True, error="", seen_at=None, mail=None)
    send_reminders.delay_on_commit()
    return bool(is_changed)


def skip(*, reminder: Reminder) -> bool:
    """The reminder is not sent. Returns False when it is not planned any more."""
    return bool(Reminder.objects.filter(pk=reminder.pk, state=State.PLANNED).update(state=State.WITHDRAWN, by_hand=True))


def take_back(*, reminder: Reminder) -> bool:
    """A reminder that was skipped is planned again. Returns False when it was not skipped."""
    skipped = Reminder.objects.filter(pk=reminder.pk, state=State.WITHDRAWN, by_hand=True)
    return bool(skipped.update(state=State.PLANNED, by_hand=False))


def mark_seen(*, keys: Collection[int], letters: Collection[int] = (), viewer: Viewer, now: datetime) -> int:
    """Those of the reminders and letters of the viewer's bodies that failed or were missed have been seen. Returns how many reminders."""
    Letter.objects.visible_to(viewer).to_look_at().filter(pk__in=letters).update(seen_at=now)
    return Reminder.objects.managed_by(viewer).to_look_at().filter(pk__in=keys).update(seen_at=now)
