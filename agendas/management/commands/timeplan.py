"""`manage.py timeplan FILE.json [--suggest]`: times a meeting told in a file and suggests an order, without a register."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_lazy as _

from agendas.plan_wording import say
from agendas.timeplan import make_plan, suggest_order
from agendas.timeplan.fileformat import MAX_BYTES, from_json, to_json
from agendas.timeplan.jsonfields import UnusablePlanFile


class Command(BaseCommand):
    help = _(
        "Time the items of a meeting given as JSON (- reads standard input), and suggest an order. Nothing is read from the register or written."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.json")
        parser.add_argument("--suggest", action="store_true", help=_("Suggest an order; without it the order given is timed."))

    def handle(self, *args, file: str, suggest: bool, **options) -> None:
        try:
            meeting = from_json(_read(file))
        except UnusablePlanFile as error:
            raise CommandError(f"{file}: {say(error.code, error.params)}") from error
        if suggest:
            suggestion = suggest_order(meeting)
            plan, moved = suggestion.plan, suggestion.moved
        else:
            plan, moved = make_plan(meeting), ()
        self.stdout.write(json.dumps(to_json(plan, moved, say=say), ensure_ascii=False, indent=1))


def _read(file: str) -> bytes:
    """At most one byte more than is allowed, so that nothing larger fills the memory."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise UnusablePlanFile("cannot_open") from error
    if len(data) > MAX_BYTES:
        raise UnusablePlanFile("too_large")
    return data
