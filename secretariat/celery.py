"""The Celery application: `celery -A secretariat worker` and `celery -A secretariat beat`."""

import os
from collections.abc import Iterable

from celery import Celery
from celery.contrib.django.task import DjangoTask
from django.db import transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.settings")


class Task(DjangoTask):
    """A task is thin: it is given a key, loads the row, calls one service, and the row says what came of it.

    It is sent with `delay_on_commit`, once the row is there for the worker to find. A task that names in `autoretry_for` the errors that pass by
    themselves is tried again after pauses that double from `retry_backoff` seconds, each shortened by chance.
    """

    retry_backoff = 10
    retry_jitter = True
    max_retries = 5

    def delay_on_commit(self, *args, **kwargs) -> None:
        """Sends the task when the transaction is committed. A broker that does not answer is logged and undoes nothing: the row is swept."""
        transaction.on_commit(lambda: self.delay(*args, **kwargs), robust=True)

    def delay_each_on_commit(self, keys: Iterable[int]) -> None:
        """Sends the task once for each key. The first that the broker does not take is the last: a request waits for it once, not for each."""

        def send() -> None:
            for key in keys:
                self.delay(key)

        transaction.on_commit(send, robust=True)


app = Celery("secretariat", task_cls=Task)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
