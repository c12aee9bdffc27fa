"""Reading is a task for each file: sent when the file is kept, swept when the message was lost, and bounded in time."""

import datetime as dt

import pytest
from celery.exceptions import Retry
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import TestCase
from kombu.exceptions import OperationalError as BrokerError

from meetings.models import Meeting
from minutes import services, tasks
from minutes.models import READING_LASTS_AT_MOST, Import
from reader.sandbox import DEFAULT
from reader.sandbox.client import GRACE
from secretariat.celery import app

from .test_receiving import MINUTES, upload

pytestmark = pytest.mark.django_db
LONGEST_PAUSE = 600  # seconds; Celery's own bound of `retry_backoff`


def test_a_file_takes_less_than_its_task_may_and_that_less_than_its_claim_holds():
    soft, hard = tasks.read_import.soft_time_limit, tasks.read_import.time_limit
    assert DEFAULT.wall + GRACE < soft < hard
    assert dt.timedelta(seconds=hard) < READING_LASTS_AT_MOST


def test_redis_hands_on_no_message_whose_task_runs_or_pauses_yet():
    assert settings.CELERY_TASK_TIME_LIMIT + LONGEST_PAUSE < settings.REDIS_OPTIONS["visibility_timeout"]


def test_the_schedule_names_tasks_there_are_and_lets_none_of_them_pile_up():
    app.loader.import_default_modules()
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in app.tasks
        assert entry["options"]["expires"] <= entry["schedule"]


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """The imports whose reading is asked for; none is read."""
    keys = []
    monkeypatch.setattr(tasks.read_import, "apply_async", lambda args, **_options: keys.append(*args))
    return keys


def test_the_sweep_asks_again_for_what_waits_and_for_what_was_left_behind(sent, monkeypatch):
    waiting, left, being_read = (upload(f"{n}.txt", b"\n" * n) for n in range(3))
    now = dt.datetime.now(dt.UTC)
    Import.objects.filter(pk=left.pk).update(state=Import.State.READING, claimed_at=now - READING_LASTS_AT_MOST, attempts=1)
    Import.objects.filter(pk=being_read.pk).update(state=Import.State.READING, claimed_at=now, attempts=1)
    tasks.sweep_imports()
    assert sent == [waiting.pk, left.pk]
    monkeypatch.setattr(tasks, "SWEPT_AT_ONCE", 1)
    tasks.sweep_imports()
    assert sent[2:] == [waiting.pk]


@pytest.fixture
def queue():
    """Messages are sent, and no worker takes them. Tells how many wait."""
    app.conf.task_always_eager = False
    app.control.purge()

    def waiting() -> int:
        with app.connection_for_write() as connection:
            return connection.channel().queue_declare("reading").message_count

    yield waiting
    app.control.purge()
    app.conf.task_always_eager = True


def test_while_no_worker_takes_them_messages_do_not_pile_up(queue):
    for n in range(3):
        upload(f"{n}.txt", b"\n" * n)
    app.control.purge()
    for _ in range(4):
        tasks.sweep_imports()
    assert queue() == 3
    app.control.purge()
    tasks.sweep_imports()
    assert queue() == 3, "when they were lost, they are sent again"


def test_a_message_delivered_twice_reads_once():
    waiting = upload()
    tasks.read_import(waiting.pk)
    tasks.read_import(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (Import.State.REVIEW, 1)


def test_a_database_that_does_not_answer_is_asked_again(monkeypatch):
    def fail(**_):
        raise OperationalError

    monkeypatch.setattr(services, "read_import", fail)
    with pytest.raises(Retry) as again:
        tasks.read_import.delay(1)
    assert 0 <= again.value.when <= tasks.read_import.retry_backoff


def test_a_broker_that_does_not_answer_is_logged_and_undoes_nothing(monkeypatch, caplog):
    asked = []

    def fail(args, _named):
        asked.append(*args)
        raise BrokerError

    monkeypatch.setattr(tasks.read_import, "apply_async", fail)
    with TestCase.captureOnCommitCallbacks(execute=True):
        first, second = upload("a.txt"), upload("b.txt", b"\n")
        tasks.read_import.delay_on_commit(second.pk)
        tasks.read_import.delay_each_on_commit([first.pk, second.pk])
    assert asked == [second.pk, first.pk], "of several, the first that fails is the last that is tried"
    assert {*Import.objects.all()} == {first, second}
    assert len([one for one in caplog.records if "on_commit" in one.getMessage()]) == 2


def test_the_command_leaves_a_file_that_is_being_read_to_its_reader(capsys):
    Import.objects.filter(pk=upload().pk).update(state=Import.State.READING, claimed_at=dt.datetime.now(dt.UTC), attempts=1)
    with pytest.raises(CommandError):
        call_command("import_minutes", MINUTES)
    assert "Den er ved at blive læst" in capsys.readouterr().err
    assert not Meeting.objects.exists()


def test_the_command_takes_over_what_waits():
    upload()
    call_command("import_minutes", MINUTES)
    assert Import.objects.get().state == Import.State.APPLIED


def test_one_round_by_hand_reads_what_waits(capsys):
    waiting = upload()
    call_command("run_due_tasks")
    waiting.refresh_from_db()
    assert waiting.state == Import.State.REVIEW
    assert "1 fil er læst" in capsys.readouterr().out
