"""What must not be lost is a row: workers, messages and the broker may go, and each file is read all the same, once."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

import pytest
import redis
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from minutes import services, tasks
from minutes.models import READING_LASTS_AT_MOST, Import
from tests.reading.test_sandbox import busy_pdf

from .processes import ROOT, free_port, wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

DOCUMENT = sorted((ROOT / "tests" / "layouts").glob("*.txt"))[0]
QUICK_BEAT = """
from secretariat.celery import app
app.conf.beat_schedule["minutes.tasks.sweep_imports"]["schedule"] = 0.5
app.Beat(quiet=True, loglevel="WARNING", pidfile="").run()
"""
UPLOAD = f"""
from pathlib import Path
from django.utils import timezone
from minutes import services, tasks
waiting, _ = services.receive(data=Path({str(DOCUMENT)!r}).read_bytes(), name="referat.txt", by=None, now=timezone.now())
tasks.read_import.delay_on_commit(waiting.pk)
"""
ONE_AT_A_TIME = ("2", "1")
ALL_QUEUES = ("default,mail", "default,mail,reading")


class RolledBack(Exception):
    pass


def receive(data: bytes = DOCUMENT.read_bytes(), name: str = "referat.txt") -> Import:
    return services.receive(data=data, name=name, by=None, now=timezone.now())[0]


def state(of: Import) -> str:
    of.refresh_from_db()
    return of.state


def time_passes() -> None:
    """Whoever is reading now will be taken for dead."""
    Import.objects.update(claimed_at=F("claimed_at") - READING_LASTS_AT_MOST - timedelta(seconds=1))


def test_what_is_sent_in_a_transaction_that_rolls_back_never_runs(broker, start):
    earlier, later = receive(), receive(DOCUMENT.read_bytes() + b"\n")
    with suppress(RolledBack), transaction.atomic():
        tasks.read_import.delay_on_commit(earlier.pk)
        raise RolledBack
    with transaction.atomic():
        tasks.read_import.delay_on_commit(later.pk)
    reader = start("reader", ONE_AT_A_TIME)
    wait_until(lambda: state(later) == Import.State.REVIEW, seconds=60, process=reader)
    assert state(earlier) == Import.State.WAITING


def test_a_file_whose_reader_is_killed_is_read_once_more_and_then_given_up(broker, start):
    heavy = receive(busy_pdf(), "tung.pdf")
    reader = start("reader", ONE_AT_A_TIME)
    tasks.read_import.delay_on_commit(heavy.pk)
    for attempt in (1, 2):
        wait_until(lambda: state(heavy) == Import.State.READING and heavy.attempts == attempt, seconds=60, process=reader)  # noqa: B023
        for child in reader.children():
            os.kill(child, signal.SIGKILL)
        time_passes()
        tasks.sweep_imports()
    wait_until(lambda: state(heavy) == Import.State.UNREADABLE, seconds=60, process=reader)
    assert (heavy.error["code"], heavy.attempts) == ("reader_died", 3)


def test_a_queue_that_dies_with_its_messages_loses_no_file_and_stops_no_upload(run, start, environment):
    port = free_port()
    environment["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    command = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"]
    queue, worker = run(*command), start("worker", ALL_QUEUES)
    wait_until(lambda: is_asked(port), seconds=60, process=worker)

    queue.kill()
    uploading = subprocess.run([sys.executable, "manage.py", "shell", "--no-imports", "-c", UPLOAD], cwd=ROOT, env=environment, check=False)
    assert uploading.returncode == 0
    assert state(Import.objects.get()) == Import.State.WAITING

    run(*command)
    run(sys.executable, "-c", QUICK_BEAT)
    wait_until(lambda: state(Import.objects.get()) == Import.State.REVIEW, seconds=60, process=worker)


def is_asked(port: int) -> bool:
    """A worker waits for messages there."""
    with suppress(redis.ConnectionError), redis.Redis(port=port) as client:
        return any(one["cmd"] == "brpop" for one in client.client_list())
    return False


def test_two_schedules_and_two_readers_do_nothing_twice(broker, run, start):
    for n in range(6):
        receive(DOCUMENT.read_bytes() + b"\n" * n)
    for _ in range(2):
        run(sys.executable, "-c", QUICK_BEAT)
    worker = start("worker", ALL_QUEUES)
    wait_until(lambda: set(Import.objects.values_list("state", flat=True)) == {Import.State.REVIEW}, seconds=60, process=worker)
    assert set(Import.objects.values_list("attempts", flat=True)) == {1}
