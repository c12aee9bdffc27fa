"""The first rows of each of several, such as of each body, in one query."""

from collections.abc import Mapping

from django.db.models import IntegerField, QuerySet, Value


def rows_of_each(parts: Mapping[int, QuerySet], *columns: str) -> list[tuple]:
    """The rows of every part, each as its key in `parts` and the `columns`, in no order: one query, none without parts.

    The parts are of one model, and may be limited: the database stops each where its slice ends.
    """
    # SQLite takes no LIMIT within a UNION, so the part is limited one level further down.
    queries = [
        part.model._base_manager.filter(pk__in=part.values("pk"))
        .order_by()
        .annotate(part_key=Value(key, IntegerField()))
        .values_list("part_key", *columns)
        for key, part in parts.items()
    ]
    if not queries:
        return []
    first, *others = queries
    return list(first.union(*others, all=True) if others else first)
