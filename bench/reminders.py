"""Planning and sending reminders: 100,000 that are due, to 5,000 people, by the workers of production, into a mail server that keeps nothing."""

import datetime as dt
import time
from collections.abc import Iterator
from functools import partial

from django.db import connection
from django.utils import timezone

from accounts.models import Role, User
from bench.measuring import Ratio
from bench.sending import sending
from danish.working_days import Calendar
from meetings.models import Body, Meeting, SecretaryAssignment
from reminders import services
from reminders.deadlines import DeadlineKind
from reminders.models import Contact, Mail, Reminder, ReminderPolicy

PEOPLE, MEETINGS_OF_EACH = 5_000, 20
OF_A_BODY = 10  # secretaries
PLANNED_AGAIN_AT_MOST = 0.1
WORKERS = (1, 2, 4)
BATCH = 2_000


def measure(people: int = PEOPLE) -> Iterator[Ratio]:
    """Planning again against planning first, and sending with several workers against sending with one. Leaves the database as it was."""
    now = timezone.now()
    count = people * MEETINGS_OF_EACH
    _fill(people, now)
    try:
        first = _seconds(partial(services.update_plan, now=now))
        assert Reminder.objects.due(now).count() == count
        again = min(_seconds(partial(services.update_plan, now=now)) for _ in range(3))
        yield Ratio(f"Planning {count} reminders again ({connection.vendor})", again, first, at_most=PLANNED_AGAIN_AT_MOST)
        contacts = list(Contact.objects.order_by("pk").values_list("pk", flat=True))
        # Each half of the people in the other order, so that what else the machine does falls on all.
        first_half = {workers: sending(workers, contacts[::2]) for workers in WORKERS}
        taken = {workers: first_half[workers] + sending(workers, contacts[1::2]) for workers in reversed(WORKERS)}
        for workers in WORKERS[1:]:
            title = f"Sending {people} mails of {count} reminders with {workers} workers against one ({connection.vendor})"
            yield Ratio(title, taken[workers].seconds, taken[1].seconds, at_most=None)
            yield Ratio(f"{title}, in processor time", taken[workers].processor, taken[1].processor, at_most=None)
    finally:
        _clear()


def _fill(people: int, now: dt.datetime) -> None:
    """Bodies of ten secretaries each, and for each body twenty meetings whose agendas must go out soon: told of by one step, which has come."""
    today = timezone.localdate(now)
    bodies = Body.objects.bulk_create(
        Body(name=f"Målt udvalg {n}", slug=f"maalt-{n}", in_use_since=today, dispatch_days=4) for n in range(people // OF_A_BODY)
    )
    users = User.objects.bulk_create(
        (User(username=f"maalt-{n}", email=f"maalt-{n}@lindhoej.example", role=Role.SECRETARY) for n in range(people)), batch_size=BATCH
    )
    SecretaryAssignment.objects.bulk_create(
        (SecretaryAssignment(user=user, body=bodies[n // OF_A_BODY]) for n, user in enumerate(users)), batch_size=BATCH
    )
    day = Calendar().forward(today, 6)
    Meeting.objects.bulk_create(
        (Meeting(body=body, date=day, sequence=n + 1) for body in bodies for n in range(MEETINGS_OF_EACH)), batch_size=BATCH
    )
    ReminderPolicy.objects.create(kind=DeadlineKind.DISPATCH, steps=["before-5"])
    ReminderPolicy.objects.create(kind=DeadlineKind.MEETING, steps=[])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _clear() -> None:
    Reminder.objects.all().delete()
    Mail.objects.all().delete()
    ReminderPolicy.objects.all().delete()
    Meeting.objects.filter(body__slug__startswith="maalt-").delete()
    User.objects.filter(username__startswith="maalt-").delete()
    Body.objects.filter(slug__startswith="maalt-").delete()


def _seconds(call) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
