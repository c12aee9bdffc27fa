"""Claims a row for one of several processes that look for work, so that each piece of it is done once."""

from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def claim(rows: "QuerySet[Row]", **columns) -> Row | None:
    """Writes the columns, which must take the row out of `rows`, to the first row. Returns it as it stood before, None when there is none.

    Committed on return, so nothing is held while the work is done. Of several processes at once each gets a row of its own: PostgreSQL passes
    over the rows that another is claiming, SQLite lets in one writer at a time.
    """
    with transaction.atomic(durable=True):
        row = rows.select_for_update(of=("self",), skip_locked=True).first()
        if row is not None:
            type(row)._default_manager.filter(pk=row.pk).update(**columns)
    return row
