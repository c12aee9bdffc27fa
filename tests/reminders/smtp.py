"""A real mail server on a port of this machine, which keeps what arrives and answers as a test wants."""

import asyncio
import threading
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller

OK = "250 OK"
SECONDS = 30


class Stop:
    """A place in the conversation at which the server waits for the test."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()

    async def wait(self) -> None:
        self.reached.set()
        await asyncio.get_running_loop().run_in_executor(None, self.go_on.wait, SECONDS)


class MailServer:
    """`arrived` are the mails that it has said OK to; `answers` what it says of an address; `stops` where it waits, once: "MAIL" or "DATA"."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.arrived: list[Message] = []
        self.answers: dict[str, str] = {}
        self.stops: dict[str, Stop] = {}
        self._is_running = False
        self._controller = Controller(self, hostname="127.0.0.1", port=port)

    def start(self) -> None:
        self._controller.start()
        self._is_running = True

    def stop(self) -> None:
        for stop in self.stops.values():
            stop.go_on.set()
        if self._is_running:
            self._controller.stop()
        self._is_running = False

    def stop_at(self, place: str) -> Stop:
        self.stops[place] = Stop()
        return self.stops[place]

    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.arrived]

    def addresses(self) -> list[str]:
        return sorted(mail["To"] for mail in self.arrived)

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:
        await self._wait("MAIL")
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return OK

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        answer = self.answers.get(address, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope) -> str:
        await self._wait("DATA")
        self.arrived.append(message_from_bytes(envelope.content))
        return OK

    async def _wait(self, place: str) -> None:
        if stop := self.stops.pop(place, None):
            await stop.wait()
