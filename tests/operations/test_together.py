"""Two processes that live and die together."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from secretariat import supervisor

from .processes import ROOT, Process, embedded_environment, ends_soon, free_port, get, wait_until

DOCUMENT = sorted((ROOT / "tests" / "layouts").glob("*.txt"))[0]
STAYS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]
FORK = "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
DEAF = [sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"]


@pytest.fixture(autouse=True)
def signals_put_back():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def children(monkeypatch):
    """The processes the supervisor starts, in place of the real ones."""
    started = []

    class Child(supervisor.subprocess.Popen):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            started.append(self)

    monkeypatch.setattr(supervisor.subprocess, "Popen", Child)
    return started


def together(monkeypatch, *commands, when_up=lambda: None, up=False) -> int:
    monkeypatch.setattr(supervisor, "commands", lambda **_: list(commands))
    monkeypatch.setattr(supervisor, "healthy", lambda **_: up)
    return supervisor.run_together(host="127.0.0.1", port=1, when_up=when_up, say=lambda text: None)


def test_when_one_dies_the_other_is_stopped_and_the_start_has_failed(monkeypatch, children):
    assert together(monkeypatch, STAYS, ENDS) == 1
    assert [child.returncode for child in children] == [-signal.SIGTERM, 3]


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_stops_both_and_all_is_well(monkeypatch, children, asked):
    assert together(monkeypatch, STAYS, STAYS, up=True, when_up=lambda: os.kill(os.getpid(), asked)) == 0
    assert [child.returncode for child in children] == [-signal.SIGTERM] * 2


def test_under_nohup_it_outlives_its_terminal(monkeypatch, children):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def up() -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        children[1].kill()

    assert together(monkeypatch, STAYS, STAYS, up=True, when_up=up) == 1, "it ended for its child, not because it was asked to"


def test_a_process_that_will_not_stop_is_ended(monkeypatch, children):
    monkeypatch.setattr(supervisor, "SECONDS_TO_STOP", 0.5)

    def up():
        os.kill(os.getpid(), signal.SIGTERM)

    assert together(monkeypatch, DEAF, STAYS, up=True, when_up=up) == 0
    assert all(child.returncode is not None for child in children)


def test_what_a_process_has_started_does_not_outlive_it(monkeypatch, children, tmp_path):
    monkeypatch.setattr(supervisor, "SECONDS_TO_STOP", 0.5)
    started = tmp_path / "pid"
    forks = [sys.executable, "-c", f"{FORK}; open({str(started)!r}, 'w').write(str(child.pid)); time.sleep(60)"]

    def up() -> None:
        while not (started.exists() and started.read_text()):
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    assert together(monkeypatch, forks, STAYS, up=True, when_up=up) == 0
    assert ends_soon(int(started.read_text()))


def test_a_site_that_never_answers_is_given_up(monkeypatch, children):
    monkeypatch.setattr(supervisor, "SECONDS_TO_START", 0.1)
    assert together(monkeypatch, STAYS, STAYS) == 1


def test_it_is_announced_once(monkeypatch, children):
    told = []

    def up():
        told.append("up")
        os.kill(os.getpid(), signal.SIGTERM)

    together(monkeypatch, STAYS, STAYS, up=True, when_up=up)
    assert told == ["up"]


def test_a_taken_port_is_said_before_anything_is_done(live_server, settings):
    settings.EMBEDDED = True
    taken = live_server.thread.port
    with pytest.raises(CommandError, match=f"Port {taken} kan ikke bruges"):
        call_command("run", port=taken)


def test_run_is_not_for_production(settings):
    settings.EMBEDDED = False
    with pytest.raises(CommandError, match=r"docs/operations\.md"):
        call_command("run", port=1)


def test_the_whole_service_starts_says_where_it_is_and_stops_without_a_word_of_python(tmp_path):
    port = free_port()
    environment = {"DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "manage.py", "run", "--port", str(port)]

    first = Process(command, environment=environment, log=tmp_path / "first.log")
    try:
        wait_until(lambda: "Stop med Ctrl-C" in first.output(), seconds=180, process=first)
        assert f"http://127.0.0.1:{port}/" in first.output()
        for title in ("sekretær", "medlem", "administrator"):
            assert title in first.output()
        assert get(port, "/").status == 200
        assert "Ingen sager passer til" in get(port, "/sager/?q=" + "x" * 5000).text
        assert get(port, "/static/dkfds/css/dkfds.min.css").status == 200
        upload(environment)
        wait_until(lambda: left_waiting(environment) == 0, seconds=60, process=first)
    finally:
        code = first.end(signal.SIGINT)
    assert code == 0
    assert "Traceback" not in first.output()

    again = Process(command, environment=environment, log=tmp_path / "again.log")
    try:
        wait_until(lambda: "Stop med Ctrl-C" in again.output(), seconds=30, process=again)
        assert "opdigtet" not in again.output(), "the data of the first start is kept, not made anew"
    finally:
        code = again.end(signal.SIGTERM)
    assert code == 0
    assert get(port, "/healthz") is None


def upload(environment: dict[str, str]) -> None:
    """Hands a document in beside the running service, as the upload page does."""
    script = f"""
from pathlib import Path
from django.utils import timezone
from minutes import services, tasks
waiting, _ = services.receive(data=Path({str(DOCUMENT)!r}).read_bytes(), name="referat.txt", by=None, now=timezone.now())
tasks.read_import.delay_on_commit(waiting.pk)
"""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", script]
    subprocess.run(command, cwd=ROOT, env=embedded_environment() | environment, check=True, capture_output=True)


def left_waiting(environment: dict[str, str]) -> int:
    with closing(sqlite3.connect(Path(environment["DATA_DIR"]) / "secretariat.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM minutes_import WHERE state IN ('waiting', 'reading')").fetchone()[0]
