"""One import at a time. This comes before the bodies (`meetings.locking`), and the import's own row after them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_import_at_a_time() -> Iterator[None]:
    """One transaction while no other import is put in the register or taken out.

    People and bodies have no natural key in the database that could keep two imports from making the same one.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext('minutes.apply'))")
        # SQLite: the transaction holds the only write lock from its beginning (transaction_mode IMMEDIATE).
        yield
