"""Several people at once: each act in a thread with a connection of its own, setting off together."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

SECONDS = 60  # whoever waits longer waits for ever


def at_once(*acts: Callable[[], object]) -> list:
    """What each of `acts` gave. What one of them raises is raised here, a deadlock too."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait(timeout=SECONDS)
            return act()
        finally:
            connections.close_all()

    pool = ThreadPoolExecutor(len(acts))
    try:
        return [future.result(timeout=SECONDS) for future in [pool.submit(run, act) for act in acts]]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
