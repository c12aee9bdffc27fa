"""An uploaded file waits as a row until it is read; what kills a reader stops no other file."""

import datetime as dt
from pathlib import Path

import pytest

from minutes import services
from minutes.models import READING_LASTS_AT_MOST, Import
from minutes.services import receiving
from minutes.tasks import sweep_imports
from reader.sandbox import ReaderDied, understand_apart
from tests.importing.conftest import NOW

pytestmark = pytest.mark.django_db
MINUTES = Path(__file__).parent / "referat.txt"
LATER = NOW + READING_LASTS_AT_MOST + dt.timedelta(seconds=1)


def upload(name: str = "referat.txt", extra: bytes = b"") -> Import:
    return services.receive(data=MINUTES.read_bytes() + extra, name=name, by=None, now=NOW)[0]


def test_what_waits_is_read_oldest_first_until_nothing_waits():
    first, second = upload("a.txt"), upload("b.txt", b"\n")
    assert services.read_next(now=NOW) == first
    assert services.read_next(now=NOW) == second
    assert services.read_next(now=NOW) is None
    assert {import_.state for import_ in Import.objects.all()} == {Import.State.REVIEW}


def test_the_original_is_kept_byte_for_byte():
    import_ = upload()
    with import_.document.file.open("rb") as file:
        assert file.read() == MINUTES.read_bytes()


def test_a_file_whose_reader_died_is_read_by_the_next():
    import_ = upload()
    Import.objects.update(state=Import.State.READING, claimed_at=NOW, attempts=1)
    assert services.read_next(now=NOW) is None
    assert services.read_next(now=LATER) == import_
    import_.refresh_from_db()
    assert import_.state == Import.State.REVIEW


def test_a_file_that_outlives_two_readers_is_given_up_with_the_reason():
    import_ = upload()
    Import.objects.update(state=Import.State.READING, claimed_at=NOW, attempts=2)
    services.read_next(now=LATER)
    import_.refresh_from_db()
    assert (import_.state, import_.error["code"]) == (Import.State.UNREADABLE, "reader_died")


def test_a_file_that_is_no_minutes_is_refused_with_its_reason_and_leaves_no_trace_in_the_register():
    import_, _ = services.receive(data="Mælk, rugbrød og kaffe".encode(), name="indkøb.txt", by=None, now=NOW)
    services.read_next(now=NOW)
    import_.refresh_from_db()
    assert (import_.state, import_.error["code"], import_.reading) == (Import.State.UNREADABLE, "no_minutes", None)


def test_a_discarded_or_undone_file_can_be_uploaded_anew():
    import_ = upload()
    services.discard(import_=import_)
    again, is_new = services.receive(data=MINUTES.read_bytes(), name="referat.txt", by=None, now=NOW)
    assert is_new
    assert again.document == import_.document


def dies_of(code: str, *names: str):
    """Reading as it is, but the process that reads one of these files dies."""

    def understand(file, name: str):
        if name in names:
            raise ReaderDied(code, most=90)
        return understand_apart(file, name)

    return understand


def test_a_file_that_kills_its_process_waits_behind_the_healthy_ones_and_is_then_given_up(monkeypatch):
    monkeypatch.setattr(receiving, "understand_apart", dies_of("took_too_long", "bad.txt"))
    bad, healthy = upload("bad.txt"), upload("healthy.txt", b"\n")
    assert services.read_next(now=NOW) == bad
    assert services.read_next(now=NOW) == healthy
    assert services.read_next(now=NOW) == bad
    assert services.read_next(now=NOW) is None
    bad.refresh_from_db()
    healthy.refresh_from_db()
    assert (bad.state, bad.error) == (Import.State.UNREADABLE, {"code": "took_too_long", "params": {"most": 90}})
    assert (healthy.state, healthy.attempts) == (Import.State.REVIEW, 1)


def test_a_kept_file_that_is_gone_is_told_and_stops_no_other():
    gone, healthy = upload("gone.txt"), upload("healthy.txt", b"\n")
    Path(gone.document.file.path).unlink()
    sweep_imports()
    gone.refresh_from_db()
    healthy.refresh_from_db()
    assert (gone.state, gone.error["code"]) == (Import.State.UNREADABLE, "original_missing")
    assert healthy.state == Import.State.REVIEW
