"""A mail server of this machine that keeps nothing and counts; a process of its own, so that it takes no worker's time."""

import asyncio
import logging
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import Synchronized

from aiosmtpd.smtp import SMTP, Envelope

fork = multiprocessing.get_context("fork")


def _whole() -> Synchronized:
    return fork.Value("i", 0)


def _seconds() -> Synchronized:
    return fork.Value("d", 0.0)


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts the mails that have come and their readers, and when the first and the last mail came."""

    port: Synchronized = field(default_factory=_whole)
    mails: Synchronized = field(default_factory=_whole)
    readers: Synchronized = field(default_factory=_whole)
    first: Synchronized = field(default_factory=_seconds)
    last: Synchronized = field(default_factory=_seconds)

    @property
    def seconds(self) -> float:
        """From the first mail to the last."""
        return self.last.value - self.first.value


@contextmanager
def mail_server() -> Iterator[Counts]:
    counts = Counts()
    process = fork.Process(target=lambda: asyncio.run(_serve(counts)), daemon=True)
    process.start()
    while not counts.port.value:
        time.sleep(0.01)
    try:
        yield counts
    finally:
        process.terminate()
        process.join()


async def _serve(counts: Counts) -> None:
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    counter = _Counter(counts)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(counter), "127.0.0.1", 0)
    counts.port.value = server.sockets[0].getsockname()[1]
    await server.serve_forever()


class _Counter:
    def __init__(self, counts: Counts) -> None:
        self.counts, self.readers = counts, set()

    async def handle_DATA(self, server, session, envelope: Envelope) -> str:
        self.readers.update(envelope.rcpt_tos)
        counts = self.counts
        counts.last.value = time.time()
        counts.first.value = counts.first.value or counts.last.value
        counts.readers.value = len(self.readers)
        counts.mails.value += 1
        return "250 OK"
