"""Runs the web server and Celery's worker side by side, and stops both when one of them stops or when asked to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


def commands(*, host: str, port: int) -> list[list[str]]:
    """The two: one web process with threads, since SQLite takes one writer at a time, and a worker of one process that is its own schedule."""
    gunicorn = ["gunicorn", "secretariat.wsgi", "--bind", f"{host}:{port}", "--threads", "8", "--timeout", "120"]
    gunicorn += ["--limit-request-line", "8190", "--log-level", "warning"]  # whoever searches for too much is answered by us, in Danish
    celery = ["celery", "-A", "secretariat", "--quiet", "worker", "--beat", "--concurrency", "1", "--loglevel", "WARNING"]
    celery += ["--without-gossip", "--without-mingle", "--without-heartbeat"]  # there is no other worker to speak to
    return [[sys.executable, "-m", *command] for command in (gunicorn, celery)]


def run_together(*, host: str, port: int, when_up: Callable[[], None], say: Callable[[str], None]) -> int:
    """Starts both and stays until Ctrl-C, SIGTERM, the end of the terminal or the death of one. Returns the exit code: 0 when asked to stop, else 1."""
    asked = []
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # under nohup it is to outlive the terminal
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, lambda number, frame: asked.append(number))
    children = [start(command) for command in commands(host=host, port=port)]
    announced, give_up = False, time.monotonic() + SECONDS_TO_START
    while not asked and all(child.poll() is None for child in children):
        if not announced and healthy(host=host, port=port):
            announced = True
            when_up()
        if not announced and time.monotonic() > give_up:
            say(f"Siderne svarede ikke inden for {SECONDS_TO_START} sekunder.")
            break
        time.sleep(0.2)
    if asked:
        say("\nStopper …")
    stop(children)
    return 0 if asked else 1


def start(command: list[str]) -> subprocess.Popen:
    """Each is the head of a group of its own: Ctrl-C asks this process alone, and what a child has started can be ended with it."""
    # What goes wrong is told on the standard error; the rest would be English lines of the programs themselves.
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)


def healthy(*, host: str, port: int) -> bool:
    connection = HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def stop(children: list[subprocess.Popen]) -> None:
    """Asks each to stop, and ends those that have not done so in time, with all that they have started."""
    for child in children:
        child.terminate()
    give_up = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, give_up - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
