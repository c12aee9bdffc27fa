"""Reading what was uploaded, beside the requests."""

from contextlib import suppress

from celery import current_app, shared_task
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from kombu.exceptions import ChannelError

from minutes import services
from minutes.models import Import

# As many messages as one sweep sends.
SWEPT_AT_ONCE = 100


@shared_task(autoretry_for=(OperationalError, InterfaceError))
def read_import(pk: int) -> None:
    """Reads the import's file in a process of its own (`reader.sandbox`): a hostile file ends that, and no more."""
    services.read_import(pk=pk, now=timezone.now())


@shared_task
def sweep_imports() -> None:
    """Sends again what waits to be read: its message was lost, or its reader died.

    Sends nothing while messages wait: a worker that is missing removes none, those that have run out neither, and they would fill the broker.
    """
    if _messages_waiting():
        return
    due = Import.objects.due(timezone.now()).order_by("attempts", "pk").values_list("pk", flat=True)
    for pk in due[:SWEPT_AT_ONCE]:
        read_import.apply_async([pk], expires=settings.SWEEP_EVERY)


def _messages_waiting() -> int:
    with current_app.connection_for_write() as connection, suppress(ChannelError):  # Redis knows no queue that is empty
        return connection.channel().queue_declare("reading", passive=True).message_count
    return 0
