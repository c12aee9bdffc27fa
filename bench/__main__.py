"""`make bench [FILE=minutes.pdf]`: every measurement in one run, on a database and a folder of its own that are gone afterwards."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="secretariat-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "secretariat.settings"}
        import django

        django.setup()
        with database():
            from bench import agenda, growth, importing, obligations, papers, reminders, search, timeplan, waiting

            sys.stdout.write(f"{importing.measure(*(Path(name) for name in arguments))}\n")
            sys.stdout.write(f"{obligations.measure(*(Path(name) for name in arguments))}\n")
            for ratio in growth.measure():
                sys.stdout.write(f"{ratio}\n")
            for ratio in timeplan.measure():
                sys.stdout.write(f"{ratio}\n")
            sys.stdout.write(f"{agenda.measure()}\n")
            for ratio in papers.measure():
                sys.stdout.write(f"{ratio}\n")
            sys.stdout.write(f"{search.measure()}\n")
            for ratio in waiting.measure():
                sys.stdout.write(f"{ratio}\n")
            for ratio in reminders.measure():
                sys.stdout.write(f"{ratio}\n")


@contextmanager
def database() -> Iterator[None]:
    """A migrated database: a file in the folder, or beside the one of DATABASE_URL, which is not touched, another that is dropped afterwards."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    if settings.EMBEDDED:
        call_command("migrate", verbosity=0)
        yield
        return
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1:])
