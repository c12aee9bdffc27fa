"""Texts made to fit their columns. Documents print names and titles of any length: the register keeps what fits, the original the rest."""

from functools import cache
from typing import Any

from django.db.models import CharField, Model


def fitted(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """`row` with every text that is longer than its column cut, and an ellipsis to show it."""
    limits = _limits(model)
    return {name: _cut(value, limits[name]) if name in limits and isinstance(value, str) else value for name, value in row.items()}


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


@cache
def _limits(model: type[Model]) -> dict[str, int]:
    return {field.attname: field.max_length for field in model._meta.concrete_fields if isinstance(field, CharField)}
