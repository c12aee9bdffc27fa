"""The first rows of each of many, such as of each body, in one short query."""

import json
from typing import Any

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.functions import JSONArray


class _Rows(Subquery):
    """The rows of a query of one column, "cells", as one value in their order."""

    template = "(SELECT jsonb_agg(of_one.cells) FROM (%(subquery)s) of_one)"
    output_field = JSONField()

    def as_sqlite(self, compiler, connection) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, template="(SELECT json_group_array(json(of_one.cells)) FROM (%(subquery)s) of_one)")

    def get_db_converters(self, connection) -> list:
        return [lambda value, *_: json.loads(value or "[]")]


def rows_of_each(each: QuerySet, rows: QuerySet, *columns: str) -> list[tuple[Any, ...]]:
    """For every one of `each` its `rows`, which speak of it by `OuterRef`, as its key and the `columns`, in their order: one query.

    The rows may be limited: the database stops where the slice of each ends. Days and times come as ISO text. A query with a branch for each
    would take the database longer to plan than to answer.
    """
    cells = _Rows(rows.annotate(cells=JSONArray(*columns)).values("cells"))
    return [(key, *row) for key, found in each.order_by().values_list("pk", cells) for row in found]
