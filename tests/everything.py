"""`make test`: every test that this machine can run, on every database it has.

    python -m tests.everything [sqlite|postgres] [pytest's own arguments]

Without a server all tests run on SQLite. With PostgreSQL and Redis, those that touch the database run on both at the same time; those that
drive a browser run on SQLite alone, those that touch no database or need PostgreSQL or Redis on PostgreSQL alone. What is missing is named at the end; with REQUIRE_ALL=1 it is a failure, and so is a
test that skips itself. TEST_DATABASE_URL and TEST_REDIS_URL point elsewhere than at this machine's own servers.
"""

import getpass
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from typing import IO

import psycopg
import redis

PRODUCTION_VARIABLES = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS")
OK, FAILED, NOTHING_COLLECTED = 0, 1, 5


def main(arguments: list[str]) -> int:
    only = arguments.pop(0) if arguments and arguments[0] in ("sqlite", "postgres") else None
    servers, missing = find_servers()
    if not shutil.which("chromium"):
        missing.append("Chromium is not installed, so no test in a browser was run")
    wanted = {}
    if only != "postgres":
        wanted["SQLite"] = {}
    if servers and only != "sqlite":
        wanted["PostgreSQL and Redis"] = servers
    codes = run_side_by_side(wanted, arguments)
    for title, code in zip(wanted, codes, strict=True):
        if code not in (OK, NOTHING_COLLECTED):
            print(f"FAILED on {title}: see above.")
    for line in missing:
        print(f"NOT RUN: {line}.")
    failed = any(code not in (OK, NOTHING_COLLECTED) for code in codes) or all(code == NOTHING_COLLECTED for code in codes)
    if missing and os.environ.get("REQUIRE_ALL"):
        print("REQUIRE_ALL is set, so what was not run counts as failed.")
        failed = True
    return FAILED if failed else OK


def run_side_by_side(wanted: dict[str, dict[str, str]], arguments: list[str]) -> list[int]:
    """Runs pytest once for each title, all at the same time, and returns the exit codes. Output comes in one piece per run."""
    plain = {name: value for name, value in os.environ.items() if name not in (*PRODUCTION_VARIABLES, "BOTH_RUNS")}
    if len(wanted) > 1:
        plain["BOTH_RUNS"] = "1"
    codes = []
    with ExitStack() as stack:
        runs = []
        for title, variables in wanted.items():
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="secretariat-test-"))
            # The first run is seen as it goes; what the others say waits for its turn.
            log = stack.enter_context(tempfile.TemporaryFile("w+")) if runs else None
            environment = plain | {"DATA_DIR": folder} | variables
            runs.append((title, log, start_pytest(environment, arguments, output=log)))
        for title, log, run in runs:
            print(f"=== {title}", flush=True)
            codes.append(run.wait())
            if log:
                log.seek(0)
                shutil.copyfileobj(log, sys.stdout)
                sys.stdout.flush()
    return codes


def start_pytest(environment: dict[str, str], arguments: list[str], *, output: IO[str] | None) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "pytest", *arguments], env=environment, stdout=output, stderr=subprocess.STDOUT)


def find_servers() -> tuple[dict[str, str], list[str]]:
    """The production variables for the servers that answer, empty unless both do, and what did not answer."""
    missing = []
    database = next((url for url in database_addresses() if database_answers(url)), None)
    if not database:
        missing.append("PostgreSQL does not answer, so nothing was run on it")
    # Two runs at once on one machine keep apart by the number of the process.
    broker = os.environ.get("TEST_REDIS_URL") or f"redis://127.0.0.1:6379/{os.getpid() % 15 + 1}"
    if not broker_answers(broker):
        missing.append("Redis does not answer, so nothing was run on PostgreSQL and Redis")
    if missing:
        return {}, missing
    variables = {
        "DATABASE_URL": f"{database}/secretariat_{os.getpid()}",
        "REDIS_URL": broker,
        "SECRET_KEY": "only-for-tests-" * 4,
        "ALLOWED_HOSTS": "testserver,localhost",
        "HTTPS": "off",
    }
    return variables, missing


def database_addresses() -> list[str]:
    """Where to look for PostgreSQL, without a database name: what was asked for, else this machine under either usual name."""
    asked = os.environ.get("TEST_DATABASE_URL")
    return [asked.rstrip("/")] if asked else [f"postgres://{user}@127.0.0.1:5432" for user in (getpass.getuser(), "postgres")]


def database_answers(url: str) -> bool:
    try:
        with psycopg.connect(f"{url}/postgres", connect_timeout=2) as connection:
            row = connection.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
            return bool(row and row[0])
    except psycopg.Error:
        return False


def broker_answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
