"""Planning and sending reminders: 100,000 that are due, to 5,000 people, into a mail server of this machine that keeps nothing."""

import datetime as dt
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.sharedctypes import Synchronized

from django.db import connection, connections, transaction
from django.template.loader import get_template
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role, User
from bench.measuring import Ratio
from danish.working_days import Calendar
from meetings.models import Body, Meeting, SecretaryAssignment
from reminders import services
from reminders.deadlines import Kind
from reminders.models import Mail, Reminder, ReminderPolicy

PEOPLE, MEETINGS_OF_EACH = 5_000, 20
OF_A_BODY = 10  # secretaries
PLANNED_AGAIN_AT_MOST = 0.1
WORKERS = (1, 2, 4)
BATCH = 2_000

fork = multiprocessing.get_context("fork")


def measure(people: int = PEOPLE) -> Iterator[Ratio]:
    """Planning again against planning first, and sending with several workers against sending with one. Leaves the database as it was."""
    now = timezone.now()
    count = people * MEETINGS_OF_EACH
    _fill(people, now)
    (
        reverse("home"),
        get_template("reminders/mails/reminders.txt"),
        get_template("reminders/mails/reminders.html"),
    )  # loaded once, before the forks
    try:
        first = _seconds(partial(services.update_plan, now=now))
        assert Reminder.objects.due(now).count() == count
        again = min(_seconds(partial(services.update_plan, now=now)) for _ in range(3))
        yield Ratio(f"Planning {count} reminders again ({connection.vendor})", again, first, at_most=PLANNED_AGAIN_AT_MOST)
        taken = {workers: _sending(workers, people, now) for workers in WORKERS}
        for workers in WORKERS[1:]:
            title = f"Sending {people} mails of {count} reminders with {workers} workers against one ({connection.vendor})"
            yield Ratio(title, taken[workers], taken[1], at_most=None)
    finally:
        _clear()


def _sending(workers: int, people: int, now: dt.datetime) -> float:
    """Seconds from the start of the workers to the last mail. Every mail must have come once."""
    with transaction.atomic():
        Reminder.objects.update(state=Reminder.State.PLANNED, mail=None)
        Mail.objects.all().delete()
    with (
        _mail_server() as (port, arrived),
        override_settings(
            SENDS_MAIL=True, EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=port
        ),
    ):
        connections.close_all()
        processes = [fork.Process(target=_work, args=(now,)) for _ in range(workers)]
        begun = time.perf_counter()
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        taken = time.perf_counter() - begun
    assert arrived.value == people == Mail.objects.filter(state=Mail.State.SENT).count()
    return taken


def _work(now: dt.datetime) -> None:
    connections.close_all()
    services.send_due(clock=lambda: now)


@contextmanager
def _mail_server() -> Iterator[tuple[int, Synchronized]]:
    """Its port, and the number of mails that have come; a process of its own, so that it takes no worker's time."""
    port, arrived = fork.Value("i", 0), fork.Value("i", 0)
    process = fork.Process(target=_serve, args=(port, arrived), daemon=True)
    process.start()
    while not port.value:
        time.sleep(0.01)
    try:
        yield port.value, arrived
    finally:
        process.terminate()
        process.join()


def _serve(port: Synchronized, arrived: Synchronized) -> None:
    import asyncio

    from aiosmtpd.smtp import SMTP

    class Sink:
        async def handle_DATA(self, server, session, envelope) -> str:
            arrived.value += 1
            return "250 OK"

    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: SMTP(Sink()), "127.0.0.1", 0)
        port.value = server.sockets[0].getsockname()[1]
        await server.serve_forever()

    asyncio.run(serve())


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
    ReminderPolicy.objects.create(kind=Kind.DISPATCH, steps=["before-5"])
    ReminderPolicy.objects.create(kind=Kind.MEETING, steps=[])
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
