"""Watches in which order a transaction takes its locks, on PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def bodies_first() -> Iterator[None]:
    """What happens within this is one transaction. Fails when it takes a body after it has taken anything else, or a second batch."""
    held: set[int] = set()
    others: list[str] = []
    late: list[str] = []
    alone: list[str] = []  # one import at a time, which comes before the bodies

    def watch(execute, sql, params, many, context):
        if 'FROM "meetings_body"' in sql and "FOR NO KEY UPDATE" in sql:
            keys = {*params}
            if keys - held and (held or others):
                late.append(f"bodies {sorted(keys - held)} after {sorted(held)} and {others[-3:]}")
            held.update(keys)
        elif "pg_advisory" in sql:
            if not alone and (held or others):
                late.append("one import at a time, after the bodies")
            alone.append(sql)
        elif sql.startswith(("UPDATE", "DELETE")) or "FOR UPDATE" in sql or "FOR NO KEY UPDATE" in sql:
            others.append(sql[:100])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield
    assert not late, late
    assert held or not others, f"nothing was held before {others[:3]}"
