"""The embedded database stands several processes that read and then write, which is what the site and the worker do."""

import subprocess
import sys

import pytest

from .processes import ROOT, embedded_environment

PROCESSES, ROUNDS = 4, 50

SETUP = """
import os; os.environ["DJANGO_SETTINGS_MODULE"] = "secretariat.settings"
import django; django.setup()
import multiprocessing
from django.db import connection, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from concurrency.claiming import claim
from concurrency.models import SentForm

def several(work, processes):
    connection.close()  # a fork must not share it
    forked = [multiprocessing.get_context("fork").Process(target=work) for _ in range(processes)]
    for one in forked:
        one.start()
    for one in forked:
        one.join()
        assert one.exitcode == 0
"""
COUNTING = f"""
def count():
    for _ in range({ROUNDS}):
        with transaction.atomic(), connection.cursor() as cursor:
            n = cursor.execute("SELECT n FROM counter").fetchone()[0]
            cursor.execute("UPDATE counter SET n = %s", [n + 1])

connection.cursor().execute("CREATE TABLE counter AS SELECT 0 AS n")
several(count, {PROCESSES})
cursor = connection.cursor()
print(cursor.execute("SELECT n FROM counter").fetchone()[0])
for name in ("journal_mode", "synchronous", "mmap_size"):
    print((cursor.execute(f"PRAGMA {{name}}").fetchone() or ("unset",))[0])
"""
CLAIMING = f"""
def claim_all():
    while row := claim(SentForm.objects.exclude(token__contains="taken"), token=Concat("token", Value(" taken"))):
        os.write(1, f"{{row.pk}}\\n".encode())  # in one piece

with connection.schema_editor() as editor:
    editor.create_model(SentForm)
SentForm.objects.bulk_create(SentForm(token=str(n)) for n in range({ROUNDS}))
several(claim_all, {PROCESSES})
"""


@pytest.fixture
def run(tmp_path):
    """Runs a script on a database file of its own and returns the words it printed."""

    def run(script: str) -> list[str]:
        environment = embedded_environment() | {"DATA_DIR": str(tmp_path)}
        command = [sys.executable, "-c", SETUP + script]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    return run


def test_no_step_is_lost_and_none_refused(run):
    steps, journal, synchronous, mmap = run(COUNTING)
    assert int(steps) == PROCESSES * ROUNDS
    assert (journal, synchronous) == ("wal", "1")
    assert mmap in ("0", "unset"), "several processes on a mapped file lose what was written"


def test_each_row_is_claimed_by_one_process(run):
    assert sorted(map(int, run(CLAIMING))) == [*range(1, ROUNDS + 1)]
