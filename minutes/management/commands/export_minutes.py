"""Prints a meeting of the register in the format in which a document is read."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from meetings.models import Meeting
from minutes.storing import snapshot
from reader.format import to_json


class Command(BaseCommand):
    help = "Print meetings of the register as JSON, closed items too, as import_minutes --dry-run --json prints a document."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("meetings", nargs="+", type=int, metavar="MEETING", help="The number of the meeting in its address.")

    def handle(self, *args: Any, meetings: list[int], **options: Any) -> None:
        found = Meeting.objects.select_related("body", "source").in_bulk(meetings)
        if missing := [str(pk) for pk in meetings if pk not in found]:
            raise CommandError(_("There is no meeting with the number %(numbers)s.") % {"numbers": ", ".join(missing)})
        told = [to_json(snapshot(found[pk])) for pk in meetings]
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
