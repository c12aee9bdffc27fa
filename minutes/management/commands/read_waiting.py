"""`manage.py read_waiting`: the process that the schedule starts to read uploaded files."""

import resource

from django.core.management.base import BaseCommand
from django.utils import timezone

from minutes import services

MEMORY_AT_MOST = 2 * 1024**3  # bytes of address space; the bounds of minutes.reading keep a sound file far below it


class Command(BaseCommand):
    help = "Read every uploaded file that waits, within bounded memory, then end."

    def handle(self, *args, **options) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))
        while services.read_next(now=timezone.now()):
            pass
