"""The embedded database stands several processes that read and then write, which is what the site and beat do."""

import subprocess
import sys

import pytest

from .processes import ROOT, embedded_environment

PROCESSES, ROUNDS = 4, 50

SETUP = """
import os; os.environ["DJANGO_SETTINGS_MODULE"] = "secretariat.settings"
import django; django.setup()
from django.db import connection, transaction
cursor = connection.cursor()
"""
CREATE = "cursor.execute('CREATE TABLE counter AS SELECT 0 AS n')"
COUNT = f"""
for _ in range({ROUNDS}):
    with transaction.atomic():
        n = cursor.execute("SELECT n FROM counter").fetchone()[0]
        cursor.execute("UPDATE counter SET n = %s", [n + 1])
"""
SHOW = """
print(cursor.execute("SELECT n FROM counter").fetchone()[0])
for name in ("journal_mode", "synchronous", "mmap_size"):
    print((cursor.execute(f"PRAGMA {name}").fetchone() or ("unset",))[0])
"""


@pytest.fixture
def start(tmp_path):
    """Starts a process that runs a script on one database file."""
    environment = embedded_environment() | {"DATA_DIR": str(tmp_path)}

    def start(script: str) -> subprocess.Popen:
        command = [sys.executable, "-c", SETUP + script]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start


def finish(process: subprocess.Popen) -> str:
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return output


def test_no_step_is_lost_and_none_refused(start):
    finish(start(CREATE))
    for process in [start(COUNT) for _ in range(PROCESSES)]:
        finish(process)
    steps, journal, synchronous, mmap = finish(start(SHOW)).split()
    assert int(steps) == PROCESSES * ROUNDS
    assert (journal, synchronous) == ("wal", "1")
    assert mmap in ("0", "unset"), "several processes on a mapped file lose what was written"
