"""A file is read in a process of its own: what it uses too much of ends that process, and nothing else."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from reader.pipeline import understand
from reader.reading import Unreadable, read
from reader.sandbox import Limits, ReaderDied, blocks_apart, client, understand_apart
from tests.operations.processes import ends_soon
from tests.reading.files import docx, p, pdf, table

MINUTES = Path(__file__).parent.parent / "importing" / "referat.txt"


@cache
def busy_pdf() -> bytes:
    """Less than a megabyte that unpacks to hundreds of millions of drawing commands."""
    packed = zlib.compress(b"q 1 0 0 1 0 0 cm 0 0 m 9 9 l S Q\n" * 4_000_000, 6).decode("latin-1")
    plain = pdf("@").replace(b"<< /Length 1 >>\nstream\n@\n", b"<< /Length %d /Filter /FlateDecode >>\nstream\n@\n" % len(packed))
    return plain.replace(b"stream\n@\n", b"stream\n" + packed.encode("latin-1") + b"\n")


@pytest.fixture
def file(tmp_path):
    """Opens a file of these bytes."""
    opened = []

    def make(data: bytes):
        path = tmp_path / f"{len(opened)}"
        path.write_bytes(data)
        opened.append(path.open("rb"))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def refusal(call, *args) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        call(*args)
    return refused.value


def test_it_gives_what_reading_here_gives(file):
    data = MINUTES.read_bytes()
    document, minutes = understand(data, "referat.txt")
    apart = understand_apart(file(data), "referat.txt")
    assert (apart.format, apart.pages, apart.minutes) == (document.format, document.pages, minutes)
    assert blocks_apart(file(data)) == document.blocks


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), ("Mælk og brød".encode(), "no_minutes"), (pdf("q Q"), "no_text")],
    ids=["empty", "no minutes", "no text"],
)
def test_a_refusal_comes_back_as_a_refusal(file, data, code):
    refused = refusal(understand_apart, file(data), "x")
    assert (refused.code, isinstance(refused, ReaderDied)) == (code, False)


def test_commands_without_end_are_stopped_by_the_processor_time(file):
    data = busy_pdf()
    assert len(data) < 1_000_000
    died = refusal(blocks_apart, file(data), Limits(cpu=1, wall=60))
    assert (died.code, died.params) == ("took_too_long", {"most": 1})


def test_commands_without_end_are_stopped_by_the_clock(file):
    died = refusal(blocks_apart, file(busy_pdf()), Limits(cpu=50, wall=1))
    assert (died.code, died.params) == ("took_too_long", {"most": 1})


@pytest.mark.parametrize("megabytes", [60, 76, 92, 120, 140])  # where it is needed differs: importing, reading, answering
def test_more_memory_than_a_file_is_given_is_told_as_that(file, megabytes):
    heavy = docx(table(*[["a", "b"]] * 60_000))
    died = refusal(blocks_apart, file(heavy), Limits(memory=megabytes * 1_000_000))
    assert (died.code, died.params) == ("took_too_much_memory", {"most": megabytes * 1_000_000})


def test_an_answer_without_end_is_not_taken_in(file):
    assert refusal(blocks_apart, file(MINUTES.read_bytes()), Limits(answer=100)).code == "took_too_much_memory"


def test_what_breaks_the_reader_is_told_and_logged_by_its_place_alone(file, caplog):
    with pytest.raises(ReaderDied) as died:
        client._ask("nothing there is", file(b"Klage fra Agnete Bregnholt"), Limits())
    assert died.value.code == "reader_crashed"
    (record,) = caplog.records
    assert re.fullmatch(r"The reading of a file broke off: KeyError at reader/sandbox/child.py:\d+", record.getMessage())


def test_the_next_file_is_read_after_the_sandbox_itself_was_killed(file):
    blocks_apart(file(MINUTES.read_bytes()))
    client._sandbox._process.kill()
    client._sandbox._process.wait()
    assert refusal(blocks_apart, file(MINUTES.read_bytes())).code == "reader_crashed"
    assert blocks_apart(file(MINUTES.read_bytes())) == read(MINUTES.read_bytes(), "").blocks


def test_a_sandbox_killed_before_it_took_the_file_in_is_told_as_broken_off(file):
    blocks_apart(file(MINUTES.read_bytes()))
    server = client._sandbox._process
    os.kill(server.pid, signal.SIGSTOP)
    threading.Timer(0.2, server.kill).start()
    with pytest.raises(ReaderDied) as died:
        blocks_apart(file(MINUTES.read_bytes()))
    assert died.value.code == "reader_crashed"


def test_what_is_read_for_a_process_that_is_gone_is_read_no_further(tmp_path):
    (tmp_path / "busy.pdf").write_bytes(busy_pdf())
    code = "import sys; from reader.sandbox import blocks_apart; blocks_apart(open(sys.argv[1], 'rb'))"
    asking = subprocess.Popen([sys.executable, "-c", code, tmp_path / "busy.pdf"], cwd=client.ROOT)
    server = started_by(asking.pid)
    child = started_by(server)
    asking.kill()
    asking.wait()
    assert ends_soon(server, child)


def started_by(pid: int) -> int:
    """The process that it starts, as soon as it has."""
    give_up = time.monotonic() + 30
    while not (found := Path(f"/proc/{pid}/task/{pid}/children").read_text().split()):
        assert time.monotonic() < give_up
        time.sleep(0.05)
    return int(found[0])


def test_it_knows_neither_the_database_nor_the_secrets(file, monkeypatch):
    client._end()
    for name in ("DATABASE_URL", "SECRET_KEY", "REDIS_URL", "EMAIL_URL"):
        monkeypatch.setenv(name, "a-secret")
    blocks_apart(file(MINUTES.read_bytes()))
    environment = Path(f"/proc/{client._sandbox._process.pid}/environ").read_bytes().split(b"\0")
    assert [one for one in environment if one] == [b"LANG=C.UTF-8"]


def test_it_holds_no_framework_and_no_database_driver():
    code = "import sys, reader.sandbox.server; print([m for m in ('django', 'psycopg', 'sqlite3', 'celery') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], cwd=client.ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_each_of_several_at_once_gets_its_own_answer(file):
    files = [file(docx(p(f"Punkt {n}: Varmestue"))) for n in range(8)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(blocks_apart, files))
    assert [blocks[0].text for blocks in found] == [f"Punkt {n}: Varmestue" for n in range(8)]
