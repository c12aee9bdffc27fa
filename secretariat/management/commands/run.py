"""`manage.py run`: the whole service on this machine, on the embedded default."""

import os
import socket

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connections

from secretariat.demo_logins import LOGINS
from secretariat.supervisor import run_together

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Gør databasen klar og starter siderne og baggrundsopgaverne; Ctrl-C stopper begge."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="den port, siderne svarer på (8000)")

    def handle(self, *, port: int, **options) -> None:
        if not settings.EMBEDDED:
            raise CommandError("run er til den indbyggede opsætning uden DATABASE_URL. Til drift: se docs/operations.md.")
        ensure_free(port)
        self.prepare()
        # From here on the two processes have connections of their own.
        connections.close_all()
        address = f"http://{HOST}:{port}/"
        os.environ.setdefault("SITE_URL", address)  # for the links in mails, which the worker writes
        code = run_together(port=port, host=HOST, when_up=lambda: self.announce(address), say=self.say)
        if code:
            raise CommandError("Siderne eller baggrundsopgaverne gik i stå; se linjerne ovenfor.", returncode=code)

    def prepare(self) -> None:
        """Brings the database up to date and fills an empty one with the demo council."""
        self.say("Gør databasen klar (få sekunder) …")
        call_command("migrate", verbosity=0, interactive=False)
        if not apps.get_model("meetings", "Body").objects.exists():
            self.say("Lægger et opdigtet byråd ind med to års møder (op til et halvt minut) …")
            call_command("demo", stdout=self.stdout)
        self.say("Starter siderne og baggrundsopgaverne …")

    def announce(self, address: str) -> None:
        self.say(f"\nSekretariatet er klar: {address}")
        accounts = apps.get_model("accounts", "User").objects
        logins = [login for login in LOGINS if accounts.filter(username=login.username).exists()]
        if logins:
            self.say("\nLog ind som:")
            for login in logins:
                self.say(f"  {login.title:<14} {login.username:<14} adgangskode: {login.password}")
        self.say("\nStop med Ctrl-C. Det, der er lagt ind, bliver liggende til næste gang.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def ensure_free(port: int) -> None:
    """Raises CommandError when something listens on the port, before anything long is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise CommandError(f"Port {port} kan ikke bruges; vælg en anden: make run PORT={8001 if port == 8000 else 8000}") from error
