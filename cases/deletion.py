"""The effects of a deletion beside deleting: rows that stay and lose their link, which Django's own confirmation does not tell, and what an
app does besides, such as removing files. This app knows none above it: each registers here."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model

CONTEXT = ("item", "vote", "meeting", "hearing")  # what says where a row that only names somebody belongs


Rows = Mapping[type[Model], Collection[Model]]

_followers: list[Callable[[Rows], Any]] = []


def register(follow: Callable[[Rows], Any]) -> None:
    """Adds what an app does before administration deletes rows: it is given all that go, by their model, in the same transaction."""
    _followers.append(follow)


def announce_deletion(objs: Sequence[Model]) -> None:
    """Call it before `objs` are deleted, with all that goes with them."""
    if objs:
        rows = _going(objs).model_objs
        for follow in _followers:
            follow(rows)


def links_cut(objs: Sequence[Model]) -> dict[str, list[str]]:
    """The rows that would lose a link if `objs` were deleted, told in words, by what they are."""
    found: dict[str, list[str]] = {}
    for (field, _value), groups in _going(objs).field_updates.items():
        rows = {row.pk: row for group in groups for row in group}
        if rows:
            label = f"{field.model._meta.verbose_name_plural} ({field.verbose_name})"
            found.setdefault(label, []).extend(row_in_words(row) for row in rows.values())
    return found


def _going(objs: Sequence[Model]) -> NestedObjects:
    collector = NestedObjects(using=router.db_for_write(type(objs[0])), origin=objs)
    collector.collect(objs)
    return collector


def row_in_words(row: Model) -> str:
    """The row, with what it is part of."""
    around = next((getattr(row, name) for name in CONTEXT if getattr(row, name, None)), None)
    return f"{row} – {row_in_words(around) if hasattr(around, 'item') else around}" if around else str(row)
