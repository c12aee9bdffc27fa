"""`python -m bench.register --items N`: a register of about N items in the PostgreSQL database of `DATABASE_URL`, which is made when missing.

25 years, 100 bodies; a standing case of 2,000 items; rare and common words; what is promised, waited for and heard. The same arguments
give the same register on the same day. What is there already is refused, unless `--anew` drops the database first.
"""

import argparse
import os
import sys
import time
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Size:
    """`meetings` and `standing` count those of the standing case's three bodies and their items; `coming` meetings of each body are planned."""

    items: int
    bodies: int = 100
    years: int = 25
    seed: int = 1
    standing: int = 2_000
    coming: int = 12

    @property
    def standing_meetings(self) -> int:
        return self.standing // 10

    @property
    def rounds(self) -> int:
        """The number of ordinary meetings of each body that have been held."""
        return max(1, round((self.items / 12 - self.standing_meetings - self.bodies) / self.bodies))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.register", description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anew", action="store_true", help="drop the database first")
    given = parser.parse_args(arguments)
    make_database(os.environ["DATABASE_URL"], anew=given.anew)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from bench.filling import run, value, without_indexes
    from bench.register_rows import fill_register

    if value("SELECT count(*) FROM meetings_agendaitem"):
        sys.exit("There are items in this database already: name another, or say --anew.")
    begun = time.monotonic()
    run("SET synchronous_commit = off")
    run("SET session_replication_role = replica")  # foreign keys are not looked up for each row; the tests see that they hold
    with without_indexes():
        fill_register(Size(given.items, seed=given.seed))
        sys.stdout.write(f"rows after {time.monotonic() - begun:.0f} s\n")
    run("VACUUM ANALYZE")
    size = value("SELECT pg_database_size(current_database())") / 1e9
    sys.stdout.write(f"{value('SELECT count(*) FROM meetings_agendaitem')} items, {size:.1f} GB, {time.monotonic() - begun:.0f} s\n")


def make_database(url: str, *, anew: bool) -> None:
    """Makes the database that `url` names, if it is not there."""
    import psycopg
    from psycopg import sql

    name = urlsplit(url).path.lstrip("/")
    with psycopg.connect(url.rsplit("/", 1)[0] + "/postgres", autocommit=True) as server:
        if anew:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


if __name__ == "__main__":
    main(sys.argv[1:])
