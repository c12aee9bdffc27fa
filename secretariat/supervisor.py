"""Runs the web server and Celery's beat side by side, and stops both when one of them stops or when asked to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


def commands(*, host: str, port: int) -> list[list[str]]:
    """The two processes: one web process with threads, since SQLite takes one writer at a time, and beat, which runs tasks in place."""
    gunicorn = ["gunicorn", "secretariat.wsgi", "--bind", f"{host}:{port}", "--threads", "8", "--timeout", "120"]
    gunicorn += ["--limit-request-line", "8190", "--log-level", "warning"]  # whoever searches for too much is answered by us, in Danish
    # No file with beat's process number: one left by a machine that lost its power would stop the next start.
    celery = ["celery", "-A", "secretariat", "--quiet", "beat", "--pidfile=", "--loglevel", "WARNING"]
    return [[sys.executable, "-m", *command] for command in (gunicorn, celery)]


def run_together(*, host: str, port: int, when_up: Callable[[], None], say: Callable[[str], None]) -> int:
    """Starts both and stays until Ctrl-C, SIGTERM or the death of one. Returns the exit code: 0 when asked to stop, else 1."""
    asked = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: asked.append(number))
    children = [subprocess.Popen(command, env=os.environ | {"PYTHONUNBUFFERED": "1"}) for command in commands(host=host, port=port)]
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
    """Asks each to stop, and ends those that have not done so in time."""
    for child in children:
        child.terminate()
    give_up = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        try:
            child.wait(max(0.1, give_up - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
