"""Sending what is due by the workers of production, each a process, into the mail server of a measurement."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from bench.mail_server import mail_server
from reminders.models import Mail, Reminder
from reminders.tasks import SENDING_LASTS, send_reminders

# In seconds: what a number of workers has not sent by then is lost, and how long a mail that comes twice is waited for.
GIVEN_UP_AFTER, AFTERWARDS = 900, 3


@dataclass(frozen=True, slots=True)
class Sent:
    """Seconds from the first mail to the last, so that starting the workers counts for nothing; and the processor time of workers and mail server."""

    seconds: float
    processor: float

    def __add__(self, other: "Sent") -> "Sent":
        return Sent(self.seconds + other.seconds, self.processor + other.processor)


def sending(workers: int, contacts: list[int]) -> Sent:
    """Measures the sending of one mail to each of the contacts. Every mail must come once."""
    before, people = _processor_time(), len(contacts)
    with transaction.atomic():
        Reminder.objects.update(state=Reminder.State.WITHDRAWN, mail=None)
        # Asked for by hand, so that they leave whatever the hour.
        Reminder.objects.filter(contact__in=contacts).update(state=Reminder.State.PLANNED, by_hand=True)
        Mail.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "sqlite" else "VACUUM ANALYZE reminders_reminder, reminders_mail")
    with mail_server() as counts, _workers(workers, counts.port.value) as process:
        give_up = time.monotonic() + GIVEN_UP_AFTER
        asked_at = -SENDING_LASTS
        while counts.mails.value < people and time.monotonic() < give_up and process.poll() is None:
            if time.monotonic() - asked_at >= SENDING_LASTS:
                asked_at = time.monotonic()
                for _ in range(workers):
                    send_reminders.apply_async(expires=SENDING_LASTS)
            time.sleep(0.1)
        time.sleep(AFTERWARDS)
        lost, repeated = people - counts.readers.value, counts.mails.value - counts.readers.value
    sys.stdout.write(f"{workers} workers: {counts.mails.value} mails in {counts.seconds:.0f} s, lost {lost}, repeated {repeated}\n")
    sent = Mail.objects.filter(state=Mail.State.SENT, reminders__state=Reminder.State.SENT).distinct().count()
    assert (lost, repeated, sent) == (0, 0, people)
    return Sent(counts.seconds, _processor_time() - before)


def _processor_time() -> float:
    """That of all processes that this one has started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _workers(count: int, port: int) -> Iterator[subprocess.Popen]:
    """The worker of production, of so many processes, on this run's database; it sends to the port."""
    database = connection.settings_dict
    environment = os.environ | {"EMAIL_URL": f"smtp://127.0.0.1:{port}", "LOG_LEVEL": "WARNING"}
    if connection.vendor == "postgresql":
        whose = f"{database['USER']}:{database['PASSWORD']}"
        environment["DATABASE_URL"] = f"postgres://{whose}@{database['HOST']}:{database['PORT'] or 5432}/{database['NAME']}"
    command = ["-m", "celery", "-A", "secretariat", "worker", "--queues", "mail", "--concurrency", str(count), "--without-gossip"]
    process = subprocess.Popen([sys.executable, *command], env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
