"""Values made to fit their columns. Documents print names and numbers of any length: the register keeps what fits, the original the rest."""

from functools import cache
from typing import Any

from django.db.models import CharField, Field, IntegerField, Model

_LARGEST = {"PositiveSmallIntegerField": 32_767, "PositiveIntegerField": 2_147_483_647}  # PostgreSQL's bounds; SQLite has wider ones


def fitted(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """`row` with every text that is longer than its column cut, an ellipsis showing it, and every number its column cannot hold left out.

    A number that must be there becomes the largest that can be.
    """
    columns = _columns(model)
    return {name: _fit(value, columns[name]) if name in columns else value for name, value in row.items()}


def _fit(value: Any, column: Field) -> Any:
    if isinstance(value, str) and isinstance(column, CharField):
        return value if len(value) <= column.max_length else value[: column.max_length - 1] + "…"
    if isinstance(value, int) and isinstance(column, IntegerField):
        most = _LARGEST[column.get_internal_type()]
        return value if value <= most else None if column.null else most
    return value


@cache
def _columns(model: type[Model]) -> dict[str, Field]:
    return {
        field.attname: field
        for field in model._meta.concrete_fields
        if isinstance(field, CharField) or field.get_internal_type() in _LARGEST
    }
