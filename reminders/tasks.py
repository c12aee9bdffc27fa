"""Planning and sending reminders, beside the requests. Both ask the database what is to be done, so a message lost or doubled does no harm."""

from time import monotonic

from celery import shared_task
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from danish.working_days import Calendar
from reminders import services
from reminders.hours import is_within_hours
from reminders.outbox import send_next

# So long one task sends, in seconds; the schedule asks again, and mails about log-ins stand in the same queue.
SENDING_LASTS = 45


@shared_task(autoretry_for=(OperationalError, InterfaceError))
def plan_reminders() -> None:
    """Plans anew for all deadlines that stand."""
    services.update_plan(now=timezone.now())


@shared_task
def send_reminders() -> None:
    """Sends what is due; outside the hours in which mails leave, only what somebody has asked for by hand."""
    stop = monotonic() + SENDING_LASTS
    while monotonic() < stop:
        now = timezone.now()
        if not send_next(now=now, by_hand_only=not is_within_hours(now, Calendar())):
            break
