"""Celery's messages as files in a folder, for the embedded set-up, which has no Redis.

Kombu has a filesystem transport, but that one names a message before it is written: a worker that finds half of one loses it and ends. Its
SQLAlchemy transport writes to a database at every look and keeps all that was ever sent. Here a message is written aside and then named, and
belongs to the process that removes it. One whose process is killed is lost, which costs no more than a message lost by Redis.
"""

import time
import uuid
from contextlib import suppress
from pathlib import Path
from queue import Empty

from kombu.transport import virtual
from kombu.utils.json import dumps, loads


class Channel(virtual.Channel):
    """A queue is the files whose names end in its own, oldest first. The transport's option `folder` says where."""

    def __init__(self, connection: virtual.Transport, **kwargs) -> None:
        super().__init__(connection, **kwargs)
        self._folder = Path(connection.client.transport_options["folder"])
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _put(self, queue: str, message: dict, **kwargs) -> None:
        path = self._folder / f"{time.time_ns():020}-{uuid.uuid4()}.{queue}"
        aside = path.with_name(f"{path.name}.unfinished")
        aside.write_text(dumps(message), encoding="utf-8")
        aside.replace(path)

    def _get(self, queue: str, timeout: float | None = None) -> dict:
        for path in self._files(queue):
            with suppress(FileNotFoundError):  # another process took it
                raw = path.read_bytes()
                path.unlink()
                with suppress(ValueError):  # the machine lost its power before the text was on the disk
                    return loads(raw.decode())
        raise Empty

    def _size(self, queue: str) -> int:
        return len(self._files(queue))

    def _purge(self, queue: str) -> int:
        files = self._files(queue)
        for path in files:
            path.unlink(missing_ok=True)
        return len(files)

    def _files(self, queue: str) -> list[Path]:
        return sorted(self._folder.glob(f"*.{queue}"))


class Transport(virtual.Transport):
    Channel = Channel
    driver_type = driver_name = "folder"
    polling_interval = 0.5  # seconds
    default_connection_params = {}
