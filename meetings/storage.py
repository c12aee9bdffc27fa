"""Kept files are whole or not there: written beside their place, made safe on the disk, and only then given their name."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile
from django.utils._os import safe_makedirs

UNFINISHED = ".unfinished"  # a folder of the storage; nothing in it belongs to a row
GIVEN_UP_AFTER = 24 * 3600  # seconds after which the process that wrote an unfinished file has died


class WholeFileStorage(FileSystemStorage):
    """The file system, where a full disk or a killed process leaves no part of a file under its name. Raises `OSError`."""

    def _save(self, name: str, content: File) -> str:
        with self._unfinished(content) as written:
            name = self._claim(name)
            final = Path(self.path(name))
            try:
                written.replace(final)
                _sync(final.parent)
            except OSError:
                final.unlink(missing_ok=True)
                raise
        return name

    def _claim(self, name: str) -> str:
        """Take a name by an empty file, so that two at once never take each other's place."""
        while True:
            final = Path(self.path(name))
            self._make(final.parent)
            try:
                final.touch(mode=0o600, exist_ok=False)
                return name
            except FileExistsError:
                name = self.get_available_name(name)

    def _make(self, folder: Path) -> None:
        safe_makedirs(folder, self.directory_permissions_mode or 0o777, exist_ok=True)

    @contextmanager
    def _unfinished(self, content: File) -> Iterator[Path]:
        folder = Path(self.path(UNFINISHED))
        self._make(folder)
        descriptor, name = tempfile.mkstemp(dir=folder)  # readable by this user alone
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            if self.file_permissions_mode is not None:
                path.chmod(self.file_permissions_mode)
            yield path
        finally:
            path.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove what processes that died left unfinished. Returns how many files that were."""
        folder, swept = Path(self.path(UNFINISHED)), 0
        if not folder.is_dir():
            return 0
        before = time.time() - GIVEN_UP_AFTER
        for path in folder.iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
                    swept += 1
        return swept


@contextmanager
def removed_on_failure() -> Iterator[list[FieldFile]]:
    """Files put in the list go again when the block fails, as the rows that name them do: no file is left that no row knows."""
    kept: list[FieldFile] = []
    try:
        yield kept
    except BaseException:
        for file in kept:
            with suppress(OSError):
                file.storage.delete(file.name)
        raise


def _sync(folder: Path) -> None:
    """Make the new name safe on the disk as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
