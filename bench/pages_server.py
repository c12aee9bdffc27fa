"""One register, asked by `bench.pages` through a pipe: a line of JSON with reader and page in, one with time, size and queries out.

A process for each register, so that two of them are asked in turn. The time is that of Django's own client: no network, no web server.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from itertools import islice
from typing import Any


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import override_settings

    plain = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain):
        answer = answering()
        for line in sys.stdin:
            sys.stdout.write(json.dumps(answer(**json.loads(line))) + "\n")
            sys.stdout.flush()


def answering() -> Callable[..., dict[str, Any]]:
    from django.conf import settings
    from django.db import DatabaseError, connection
    from django.test import Client

    from accounts.models import User
    from bench.pages_asked import PAGES, READERS, named_rows

    rows, clients = named_rows(), {}
    for reader, name in READERS.items():
        # An error is an answer like any other here.
        clients[reader] = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0], raise_request_exception=False)
        if name:
            clients[reader].force_login(User.objects.get(username=name))
    counted = _QueryCounter()

    def answer(reader: str, page: str, most: float) -> dict[str, Any]:
        """A query is stopped after `most` seconds; the page is then told to have taken so long."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [f"{most:.0f}s"])
        counted.count, begun = 0, time.perf_counter()
        try:
            with connection.execute_wrapper(counted):
                response = clients[reader].get(PAGES[page].format(**rows), secure=settings.HTTPS)
        except DatabaseError:
            connection.close()
            return {"seconds": time.perf_counter() - begun, "status": 0, "bytes": 0, "queries": counted.count}
        size = len(response.content) if not response.streaming else sum(map(len, islice(response.streaming_content, None)))
        return {"seconds": time.perf_counter() - begun, "status": response.status_code, "bytes": size, "queries": counted.count}

    return answer


class _QueryCounter:
    count = 0

    def __call__(self, execute, *args):
        self.count += 1
        return execute(*args)


if __name__ == "__main__":
    main()
