"""A full disk leaves no part of a file, says so, and is no trouble any more once there is room."""

import errno
import os
import sqlite3
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, connection
from django.test import Client

from meetings.disk import is_full
from meetings.models import Document
from meetings.storage import GIVEN_UP_AFTER, UNFINISHED, WholeFileStorage
from meetings.tasks import sweep_unfinished_files
from minutes import services
from minutes.models import Import
from tests.factories import UserFactory
from tests.importing.conftest import NOW

TEXT = b"REFERAT Socialudvalget\n" * 200


@pytest.fixture
def storage(tmp_path, settings) -> WholeFileStorage:
    settings.MEDIA_ROOT = tmp_path
    return WholeFileStorage(location=tmp_path)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def no_room(*_arguments):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_is_kept_whole_under_its_name_and_for_its_owner_alone(storage, tmp_path):
    name = storage.save("originals/2025/04/a.txt", ContentFile(TEXT))
    (kept,) = files(tmp_path)
    assert (kept, kept.read_bytes()) == (tmp_path / name, TEXT)
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_name_that_is_taken_is_never_overwritten(storage, monkeypatch):
    first = storage.save("a.txt", ContentFile(b"first"))
    monkeypatch.setattr(storage, "is_name_available", lambda name, max_length=None: name != "a.txt" or not taken.pop())
    taken = [False, True]  # two ask at once, and both are told that the name is free
    second = storage._save("a.txt", ContentFile(b"second"))
    assert first != second
    assert [Path(storage.path(name)).read_bytes() for name in (first, second)] == [b"first", b"second"]


def full_at_writing(monkeypatch, folder: Path) -> None:
    """Each write fails as the kernel lets it fail on a full disk."""

    def on_the_full_device(dir: Path):
        path = Path(dir) / "unfinished"
        path.touch()
        return os.open("/dev/full", os.O_WRONLY), str(path)

    monkeypatch.setattr(tempfile, "mkstemp", on_the_full_device)


def full_at_syncing(monkeypatch, folder: Path) -> None:
    monkeypatch.setattr(os, "fsync", no_room)


def full_at_naming(monkeypatch, folder: Path) -> None:
    monkeypatch.setattr(Path, "replace", no_room)


FULL = [full_at_writing, full_at_syncing, full_at_naming]


@pytest.mark.parametrize("become", FULL)
def test_a_disk_without_room_leaves_nothing_behind(storage, tmp_path, monkeypatch, become):
    with monkeypatch.context() as full:
        become(full, tmp_path)
        with pytest.raises(OSError, match="No space"):
            storage.save("originals/a.txt", ContentFile(TEXT))
    assert files(tmp_path) == []
    storage.save("originals/a.txt", ContentFile(TEXT))
    assert len(files(tmp_path)) == 1


def test_what_a_killed_writer_left_is_swept_and_nothing_else(storage, tmp_path):
    storage.save("a.txt", ContentFile(TEXT))
    old, new = tmp_path / UNFINISHED / "old", tmp_path / UNFINISHED / "new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - GIVEN_UP_AFTER - 60,) * 2)
    sweep_unfinished_files()
    assert sorted(path.name for path in files(tmp_path)) == ["a.txt", "new"]


def sqlite_without_room(code: int = sqlite3.SQLITE_FULL) -> OperationalError:
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorcode = code
    error = OperationalError("database or disk is full")
    error.__cause__ = cause
    return error


def fail(*_arguments, **_named):
    raise sqlite_without_room()


@pytest.mark.parametrize(
    ("error", "full"),
    [(OSError(errno.ENOSPC, "x"), True), (OSError(errno.EDQUOT, "x"), True), (OSError(errno.EACCES, "x"), False), (sqlite_without_room(), True), (sqlite_without_room(sqlite3.SQLITE_IOERR_SHMSIZE), True),
     (OperationalError("locked"), False), (None, False)],
)  # fmt: skip
def test_want_of_room_is_told_from_other_errors(error, full):
    assert is_full(error) is full


@pytest.mark.django_db
def test_an_upload_without_room_is_refused_leaves_nothing_and_succeeds_later(storage, tmp_path, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", no_room)
        with pytest.raises(services.ImportRefused, match="ikke mere plads"):
            services.receive(data=TEXT, name="a.txt", by=None, now=NOW)
    assert (files(tmp_path), Document.objects.count(), Import.objects.count()) == ([], 0, 0)
    assert services.receive(data=TEXT, name="a.txt", by=None, now=NOW)[1]
    assert len(files(tmp_path)) == 1


@pytest.mark.django_db
def test_a_database_without_room_takes_the_file_back_as_well(storage, tmp_path, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(Import.objects, "create", fail)
        with pytest.raises(services.ImportRefused):
            services.receive(data=TEXT, name="a.txt", by=None, now=NOW)
    assert (files(tmp_path), Document.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_reading_that_cannot_be_stored_costs_no_attempt(storage, monkeypatch):
    import_, _ = services.receive(
        data=(Path(__file__).parent.parent / "importing" / "referat.txt").read_bytes(), name="a.txt", by=None, now=NOW
    )
    with monkeypatch.context() as full:
        full.setattr(Document, "save", fail)
        with pytest.raises(OperationalError):
            services.read_next(now=NOW)
    import_.refresh_from_db()
    assert (import_.state, import_.attempts) == (Import.State.WAITING, 0)
    services.read_next(now=NOW)
    import_.refresh_from_db()
    assert import_.state == Import.State.REVIEW


@contextmanager
def database_without_room():
    """SQLite may not grow by another page; PostgreSQL raises its own error of a full disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            yield
            cursor.execute("PRAGMA max_page_count = 1073741823")
        else:
            raises = "BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END"
            cursor.execute(f"CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ {raises} $$")
            cursor.execute("CREATE TRIGGER no_room BEFORE INSERT ON minutes_import FOR EACH ROW EXECUTE FUNCTION no_room()")
            yield
            cursor.execute("DROP FUNCTION no_room CASCADE")


@pytest.mark.django_db
def test_an_upload_to_a_database_that_cannot_grow_is_told_on_the_page_and_works_again_with_room(storage, tmp_path):
    client = Client()
    client.force_login(UserFactory(secretary=True))
    with database_without_room():
        told = [client.post("/import/", {"files": ContentFile(TEXT + b"%d" % n, name=f"{n}.txt")}, follow=True) for n in range(40)]
    assert any("ikke mere plads" in answer.content.decode() for answer in told)
    assert {answer.status_code for answer in told} <= {200, 507}
    assert len(files(tmp_path)) == Document.objects.count() == Import.objects.count() < 40
    last = client.post("/import/", {"files": ContentFile(TEXT + b"last", name="last.txt")}, follow=True)
    assert "1 fil er modtaget" in last.content.decode()


@pytest.mark.django_db
def test_any_page_says_that_there_is_no_room(monkeypatch):
    monkeypatch.setattr("meetings.views.meetings.page_of", no_room)
    response = Client(raise_request_exception=False).get("/moeder/")
    assert response.status_code == 507
    assert "Der er ikke mere plads" in response.content.decode()
