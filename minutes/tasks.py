"""The importer's part of the schedule."""

import subprocess
import sys

from celery import shared_task
from django.conf import settings

from minutes.models import Import

READING_TAKES_AT_MOST = 240  # seconds for all that waits: less than the task's own limit and than a claim lasts


@shared_task
def read_waiting() -> None:
    """Read what waits, in a process of its own with bounded memory and time: a hostile file can end it, and nothing else.

    A file whose reader died is found again by its old claim (`minutes.services.read_next`).
    """
    waiting = [Import.State.WAITING, Import.State.READING]
    if Import.objects.filter(state__in=waiting).exists():
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "read_waiting"]
        subprocess.run(command, timeout=READING_TAKES_AT_MOST, check=False)
