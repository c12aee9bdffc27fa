"""The schedule's task for the kept files."""

from celery import shared_task
from django.core.files.storage import default_storage


@shared_task
def sweep_unfinished_files() -> None:
    """Remove what writers that died left behind; no row has ever named it."""
    default_storage.sweep()
