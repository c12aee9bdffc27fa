"""Whatever dies or does not answer, each reminder arrives; twice only when the sender dies between the mail server's OK and its own commit.

Real processes, PostgreSQL, Redis and a real mail server. A restart of PostgreSQL is a way to it that is cut and mended; Redis is a server of the
test's own, which is killed. A row that is marked as asked for by hand leaves at any hour, so these tests do too.
"""

import datetime as dt
import signal
import sys
import time

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from reminders import services
from reminders.models import Contact, Mail, Reminder
from reminders.outbox import CLAIM_LASTS
from reminders.sending import PAUSES
from tests import factories as f
from tests.operations.processes import free_port, wait_until
from tests.reminders.proxy import Proxy
from tests.reminders.smtp import MailServer

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

SENT = {Reminder.State.SENT}
QUICK_BEAT = """
from secretariat.celery import app
for task in ("plan_reminders", "send_reminders"):
    app.conf.beat_schedule[f"reminders.tasks.{task}"]["schedule"] = 0.5
app.Beat(quiet=True, loglevel="WARNING", pidfile="").run()
"""
# A process in which it is NOW: the hour that comes twice is told by its distance from UTC.
AT_ANOTHER_TIME = """
import datetime as dt, os, django
django.setup()
from django.core.management import call_command
from django.utils import timezone
timezone.now = lambda: dt.datetime.fromisoformat(os.environ["NOW"])
call_command("remind")
"""


@pytest.fixture
def mail_server(environment, settings):
    """The mail server of the processes and of this one."""
    server = MailServer(free_port())
    environment["EMAIL_URL"] = f"smtp://127.0.0.1:{server.port}"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    server.start()
    yield server
    server.stop()


@pytest.fixture
def database(environment):
    """The way to the database that the processes take."""
    settings = connection.settings_dict
    proxy = Proxy(settings["HOST"], int(settings["PORT"] or 5432))
    environment["DATABASE_URL"] = environment["DATABASE_URL"].replace(
        f"@{settings['HOST']}:{settings['PORT']}/", f"@127.0.0.1:{proxy.port}/"
    )
    yield proxy
    proxy.close()


def due_for(count: int) -> list[str]:
    """So many secretaries are to be told today of an agenda that must go out; returns their addresses."""
    body = f.BodyFactory()
    meeting = f.MeetingFactory(body=body, date=timezone.localdate() + dt.timedelta(days=30))
    addresses = [f.SecretaryAssignmentFactory(body=meeting.body).user.email for _ in range(count)]
    services.update_plan(now=timezone.now())
    Reminder.objects.filter(step="before-5", body=body).update(send_at=timezone.now(), by_hand=True)
    return sorted(addresses)


def states() -> set[str]:
    """Of what is due; the rest of the plan is to come."""
    return set(Reminder.objects.filter(by_hand=True).values_list("state", flat=True))


def time_passes(how_long: dt.timedelta = CLAIM_LASTS) -> None:
    """Each worker that is sending now will be taken for dead, and the pauses before another try are over."""
    Mail.objects.update(try_at=F("try_at") - how_long)


@pytest.fixture
def remind(run):
    """Starts `manage.py remind`, the process that is to come to grief."""
    return lambda: run(sys.executable, "manage.py", "remind")


def send_here() -> None:
    """Another worker sends what it finds."""
    services.send_due(clock=timezone.now)


def test_two_schedules_and_four_workers_send_each_once(broker, run, start, mail_server):
    addresses = due_for(30)
    for _ in range(2):
        run(sys.executable, "-c", QUICK_BEAT)
    worker = start("worker", ("2", "4"))
    wait_until(lambda: states() == SENT, seconds=60, process=worker)
    assert mail_server.addresses() == addresses
    assert set(Mail.objects.values_list("attempts", flat=True)) == {1}


@pytest.mark.parametrize("place", ["MAIL", "DATA"])
def test_a_worker_killed_before_the_servers_ok_loses_and_repeats_nothing(remind, mail_server, place):
    addresses = due_for(2)
    stop = mail_server.stop_at(place)
    worker = remind()
    assert stop.reached.wait(60), worker.output()
    worker.end(signal.SIGKILL)

    send_here()
    assert len(mail_server.arrived) == 1  # the other one; the claim of the first has not run out
    time_passes()
    send_here()
    assert mail_server.addresses() == addresses
    assert states() == SENT


def test_a_worker_killed_between_ok_and_commit_repeats_that_mail_under_its_message_id(remind, mail_server):
    due_for(1)
    stop = mail_server.stop_at("DATA")
    worker = remind()
    assert stop.reached.wait(60), worker.output()
    with transaction.atomic():
        Mail.objects.select_for_update().get()
        stop.go_on.set()
        wait_until(somebody_waits_for_a_lock, seconds=30, process=worker)
        worker.end(signal.SIGKILL)
    assert states() == {Reminder.State.SENDING}

    time_passes()
    send_here()
    assert mail_server.message_ids() == [Mail.objects.get().message_id] * 2
    assert states() == SENT


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
        return cursor.fetchone()[0] > 0


def test_in_the_night_when_the_clock_goes_back_each_leaves_once(run, mail_server):
    """A worker dies at 2.59; the clock says 2.02 three minutes later, and its claim lasts for two minutes more."""
    body = f.BodyFactory()
    f.MeetingFactory(body=body, date=dt.date(2018, 11, 28))
    addresses = sorted(f.SecretaryAssignmentFactory(body=body).user.email for _ in range(2))
    services.update_plan(now=dt.datetime(2018, 10, 27, 12, tzinfo=dt.UTC))
    Reminder.objects.filter(step="before-5").update(send_at=dt.datetime(2018, 10, 28, tzinfo=dt.UTC), by_hand=True)

    def remind_at(clock: str):
        return run(sys.executable, "-c", AT_ANOTHER_TIME, DJANGO_SETTINGS_MODULE="secretariat.settings", NOW=f"2018-10-28T{clock}")

    stop = mail_server.stop_at("DATA")
    dies = remind_at("02:59+02:00")
    assert stop.reached.wait(60), dies.output()
    dies.end(signal.SIGKILL)
    for clock, sent in (("02:02+01:00", 1), ("02:05+01:00", 2), ("02:59+01:00", 2)):
        worker = remind_at(clock)
        assert worker.popen.wait(60) == 0, worker.output()
        assert len(mail_server.arrived) == sent, clock
    assert mail_server.addresses() == addresses
    assert states() == SENT


def test_what_the_mail_server_says_of_one_address_stops_no_other(mail_server):
    bad, busy, good = due_for(3)
    mail_server.answers |= {bad: "550 no such user", busy: "450 try later"}
    send_here()
    assert mail_server.addresses() == [good]
    assert Contact.objects.get(user__email=bad).refused_code == 550
    assert dict(Reminder.objects.filter(by_hand=True).values_list("contact__user__email", "state")) == {
        bad: "failed",
        busy: "sending",
        good: "sent",
    }

    mail_server.answers.clear()
    time_passes(PAUSES[0])
    send_here()
    assert mail_server.addresses() == [busy, good]


def test_a_mail_server_that_is_not_there_loses_nothing(mail_server):
    addresses = due_for(3)
    mail_server.stop()
    send_here()
    assert Mail.objects.count() == 1  # the others need not be tried

    again = MailServer(mail_server.port)
    again.start()
    time_passes()
    send_here()
    again.stop()
    assert again.addresses() == addresses


def test_a_database_that_goes_before_the_commit_repeats_that_mail_alone(remind, mail_server, database):
    addresses = due_for(3)
    stop = mail_server.stop_at("DATA")
    worker = remind()
    assert stop.reached.wait(60), worker.output()
    database.cut()
    stop.go_on.set()
    assert worker.popen.wait(60) != 0
    database.mend()

    time_passes()
    send_here()
    [twice] = {one for one in mail_server.message_ids() if mail_server.message_ids().count(one) == 2}
    assert Mail.objects.get(message_id=twice).attempts == 2
    assert sorted({mail["To"] for mail in mail_server.arrived}) == addresses
    assert len(mail_server.arrived) == 4


def test_workers_go_on_when_queue_and_database_are_back(run, start, environment, mail_server, database):
    port = free_port()
    environment["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    command = ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"]
    queue, worker = run(*command), start("worker", ("2", "4"))
    run(sys.executable, "-c", QUICK_BEAT)
    addresses = due_for(1)
    wait_until(lambda: states() == SENT, seconds=60, process=worker)

    queue.kill()
    database.cut()
    addresses = sorted(addresses + due_for(3))
    time.sleep(1)
    queue = run(*command)
    database.mend()
    kept_up = [worker]

    def are_sent() -> bool:
        """A worker that loses the queue at a bad moment may end (celery then loses its own connection); it is started again, as compose does."""
        if kept_up[-1].popen.poll() is not None:
            kept_up.append(start("worker", ("2", "4")))
        return states() == SENT

    wait_until(are_sent, seconds=60, process=queue)
    assert mail_server.addresses() == addresses
