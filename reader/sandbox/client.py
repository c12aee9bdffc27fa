"""Asking the sandbox: hands it an open file, waits for the answer within the limits, and ends it when it does not come."""

import atexit
import json
import logging
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from reader import facts, format
from reader.parsing import doubt_by_name
from reader.reading import TextBlock, Unreadable

from .limits import DEFAULT, Limits, ReaderDied, cause_of_death

ROOT = Path(__file__).resolve().parents[2]
GRACE = 5.0  # seconds beyond the wall limit, at which the kernel ends the child, before the whole sandbox is ended
_CHUNK = 1 << 16
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Understood:
    """A document's facts. `format` is pdf, docx or txt; `pages` is 1 where the format knows of none. `other` is a second reading that comes near."""

    format: str
    pages: int
    minutes: facts.Minutes
    other: facts.Minutes | None = None


def understand_apart(file: IO[bytes], name: str, limits: Limits = DEFAULT) -> Understood:
    """Read, parse and proof-read the file. Raises `Unreadable`, with the code `no_minutes` for something else, or `ReaderDied`."""
    answer = _ask("facts", file, limits)
    try:
        minutes = format.from_json(answer["minutes"])
        other = format.from_json(answer["other"]) if answer["other"] else None
        for one in filter(None, (minutes, other)):
            one.source.name = name
            doubt_by_name(one, name)  # which the sandbox does not know
        return Understood(answer["format"], int(answer["pages"]), minutes, other)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReaderDied("reader_crashed") from error


def blocks_apart(file: IO[bytes], limits: Limits = DEFAULT) -> list[TextBlock]:
    """The document's text blocks. Raises `Unreadable` or `ReaderDied`."""
    answer = _ask("blocks", file, limits)
    try:
        return [TextBlock(**block | {"cells": tuple(block["cells"])}) for block in answer["blocks"]]
    except (KeyError, TypeError) as error:
        raise ReaderDied("reader_crashed") from error


class Sandbox:
    """One server process and the socket to it. It answers one file at a time, and is started anew after it had to be ended."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reader.sandbox.server"],
                cwd=ROOT,
                env={"LANG": "C.UTF-8"},  # no address of the database, no secret key
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # a traceback may hold words of the document
                start_new_session=True,
            )

    def ask(self, what: str, file: IO[bytes], limits: Limits) -> dict[str, Any]:
        deadline = time.monotonic() + limits.wall + GRACE
        receiving, answering = os.pipe()
        try:
            message = json.dumps({"what": what, "limits": limits.as_json()}).encode()
            socket.send_fds(self._ours, [message], [file.fileno(), answering])
        except OSError as error:
            os.close(receiving)
            raise ReaderDied("reader_crashed") from error
        finally:
            os.close(answering)
        try:
            answer = self._received(receiving, limits, deadline)
            ended = self._ended(deadline)
        finally:
            os.close(receiving)
        if ended["status"] != 0:
            raise cause_of_death(ended["status"], ended["peak"], limits)
        facts_or_refusal: dict[str, Any] = json.loads(answer)
        return facts_or_refusal

    def _received(self, pipe: int, limits: Limits, deadline: float) -> bytes:
        pieces, size = [], 0
        while self._comes(pipe, deadline, limits):
            piece = os.read(pipe, _CHUNK)
            if not piece:
                break
            size += len(piece)
            if size > limits.answer:
                raise ReaderDied("took_too_much_memory", most=limits.memory)
            pieces.append(piece)
        return b"".join(pieces)

    def _ended(self, deadline: float) -> dict[str, int]:
        line = b""
        while not line.endswith(b"\n"):
            self._comes(self._ours.fileno(), deadline, DEFAULT)
            try:
                piece = self._ours.recv(_CHUNK)
            except ConnectionError:  # it was ended before it took the file in
                piece = b""
            if not piece:
                raise ReaderDied("reader_crashed")
            line += piece
        ended: dict[str, int] = json.loads(line)
        return ended

    def _comes(self, descriptor: int, deadline: float, limits: Limits) -> bool:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise cause_of_death(0, 0, limits, overtime=True)
        return True

    def end(self) -> None:
        """End the server and whatever it has started."""
        self._ours.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


_one_at_a_time = threading.Lock()
_sandbox: Sandbox | None = None
_owner = 0  # a process that was forked off this one starts a sandbox of its own


def _ask(what: str, file: IO[bytes], limits: Limits) -> dict[str, Any]:
    with _one_at_a_time:
        try:
            answer = _running().ask(what, file, limits)
        except BaseException:
            _end()
            raise
    if "refused" in answer:
        raise Unreadable(answer["refused"], **answer["params"])
    if answer.get("died") == "memory":
        raise ReaderDied("took_too_much_memory", most=limits.memory)
    if "died" in answer:
        log.warning("The reading of a file broke off: %s", answer["died"])
        raise ReaderDied("reader_crashed")
    return answer


def _running() -> Sandbox:
    global _sandbox, _owner
    if _sandbox is None or _owner != os.getpid():
        _sandbox, _owner = Sandbox(), os.getpid()
    return _sandbox


def _end() -> None:
    global _sandbox
    if _sandbox is not None and _owner == os.getpid():
        _sandbox.end()
    _sandbox = None


atexit.register(_end)
