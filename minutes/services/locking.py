"""One import at a time."""

from django.db import connection


def one_at_a_time() -> None:
    """Wait until no other import is being put in the register or taken out; holds to the end of the transaction.

    People and bodies have no natural key in the database that could keep two imports from making the same one.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('minutes.apply'))")
    # SQLite: the transaction holds the only write lock from its beginning (transaction_mode IMMEDIATE).
