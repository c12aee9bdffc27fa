"""The effects of a deletion beside deleting: rows that stay and lose their link, which Django's own confirmation does not tell."""

from collections.abc import Sequence

from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model

CONTEXT = ("item", "vote", "meeting", "hearing")  # what says where a row that only names somebody belongs


def links_cut(objs: Sequence[Model]) -> dict[str, list[str]]:
    """The rows that would lose a link if `objs` were deleted, told in words, by what they are."""
    collector = NestedObjects(using=router.db_for_write(type(objs[0])), origin=objs)
    collector.collect(objs)
    found: dict[str, list[str]] = {}
    for (field, _value), groups in collector.field_updates.items():
        rows = {row.pk: row for group in groups for row in group}
        if rows:
            label = f"{field.model._meta.verbose_name_plural} ({field.verbose_name})"
            found.setdefault(label, []).extend(told(row) for row in rows.values())
    return found


def told(row: Model) -> str:
    """The row, with what it is part of."""
    around = next((getattr(row, name) for name in CONTEXT if getattr(row, name, None)), None)
    return f"{row} – {told(around) if hasattr(around, 'item') else around}" if around else str(row)
