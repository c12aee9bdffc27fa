"""Starts real processes for a test, waits for what they are to do, and ends them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION_VARIABLES = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS"}


class Process:
    """A command of the project's own environment, in a process group of its own, with its output in a file."""

    def __init__(self, command: list[str], *, environment: Mapping[str, str], log: Path) -> None:
        self.log = log
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        with log.open("w") as output:
            self.popen = subprocess.Popen(
                command,
                cwd=ROOT,
                env=embedded_environment() | {"PATH": path} | dict(environment),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Asks the process to stop and returns its exit code; one that stays is killed, with all that it started."""
        self.popen.send_signal(how)
        try:
            return self.popen.wait(20)
        except subprocess.TimeoutExpired:
            return self.kill()

    def kill(self) -> int:
        with suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        return self.popen.wait()

    def children(self) -> list[int]:
        """The processes it has started, by their number."""
        return [int(number) for number in Path(f"/proc/{self.popen.pid}/task/{self.popen.pid}/children").read_text().split()]


def embedded_environment() -> dict[str, str]:
    """This process' environment without what makes it production."""
    return {name: value for name, value in os.environ.items() if name not in PRODUCTION_VARIABLES}


def wait_until(happened: Callable[[], object], *, seconds: float, process: Process) -> None:
    """Returns as soon as it happened; fails with the process' output when it ends before that or the time is up."""
    give_up = time.monotonic() + seconds
    while not happened():
        assert process.popen.poll() is None, f"ended with {process.popen.returncode}:\n{process.output()}"
        assert time.monotonic() < give_up, f"nothing after {seconds} s:\n{process.output()}"
        time.sleep(0.1)


def is_running(pid: int) -> bool:
    """One that has ended does not run, even while nobody has asked how it did."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def ends_soon(*pids: int) -> bool:
    give_up = time.monotonic() + 10
    while alive := any(map(is_running, pids)):
        if time.monotonic() > give_up:
            break
        time.sleep(0.02)
    return not alive


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str, **headers: str) -> HTTPResponse | None:
    """The response with its body read into `.text`, or None while nobody answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        response.text = response.read().decode()
        return response
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
