"""The project itself: settings, addresses, Celery and the commands that start it all."""

from .celery import app as celery_app

__all__ = ["celery_app"]
