"""Fills tables by `INSERT … SELECT` on PostgreSQL: a million rows of a table in seconds. What is not told has the default of its model."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import JSONField, Model
from django.db.models.fields import NOT_PROVIDED, AutoField

# The same number for the same row, salt and register, whatever else is drawn.
FUNCTIONS = """
CREATE OR REPLACE FUNCTION pg_temp.pick(row_number bigint, salt int, among bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT (hashint8extended(row_number, salt) & 9007199254740991) % among $$;
CREATE OR REPLACE FUNCTION pg_temp.pick_first(row_number bigint, salt int, among bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT least(floor(power(among, pg_temp.pick(row_number, salt, 1000000) / 1000000.0))::bigint, among) - 1 $$;
"""


def run(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def value(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def fill(model: type[Model], rows: str, **columns: str) -> None:
    """Inserts what `rows` (from FROM on) gives, one expression a column. Keys that are told are taken to be all there are."""
    expressions = {field.column: _default(field) for field in model._meta.concrete_fields if not _is_left_out(field)} | columns
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in expressions)
    # A percent sign is plain, since nothing is filled in.
    run(f'INSERT INTO "{table}" ({names}) SELECT {", ".join(expressions.values())} {rows}')
    if "id" in columns:
        run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), greatest(max(id), 1)) FROM \"{table}\"")


def _is_left_out(field) -> bool:
    return isinstance(field, AutoField) or field.null


def _default(field) -> str:
    given = field.get_default() if field.default is not NOT_PROVIDED else ""
    if isinstance(field, JSONField):
        return f"'{json.dumps(given or {})}'::jsonb" if given in ("", None) else f"'{json.dumps(given)}'::jsonb"
    return str(given).lower() if isinstance(given, bool | int) else f"'{given}'"


@contextmanager
def without_indexes() -> Iterator[None]:
    """The indexes that hold no constraint are away meanwhile: made in one go afterwards they take a fraction of the time."""
    find = """SELECT indexname, indexdef FROM pg_indexes i WHERE schemaname = 'public' AND tablename !~ '^(django|auth)'
              AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"""
    with connection.cursor() as cursor:
        cursor.execute(find)
        indexes = cursor.fetchall()
    for name, _definition in indexes:
        run(f'DROP INDEX "{name}"')
    yield
    run("SET maintenance_work_mem = '1GB'")
    for _name, definition in indexes:
        run(definition)
