"""Rows that a merge changes, each noted in the merge so that it can be put back."""

from collections.abc import Iterator, Sequence

from django.apps import apps
from django.core import serializers
from django.db.models import ForeignKey, Model

from meetings.models import Body, Merge, Person

Mergeable = Person | Body


def pointing_at(model: type[Model]) -> Iterator[ForeignKey]:
    """Every column of any app that holds a key of `model`, those of the tables between two others included."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            yield relation.field


def change(said: Merge, rows: Sequence[Model], **columns) -> None:
    """Give the rows of one table these columns, in a way that can be taken back."""
    said.changed += [[row._meta.label, row.pk, {name: getattr(row, name) for name in columns}] for row in rows]
    if rows:
        type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).update(**columns)


def drop(said: Merge, row: Model) -> None:
    """Delete the row, in a way that can be taken back. What still points at it goes for good, so move that first."""
    said.dropped.append(written(row))
    row.delete()


def move(field: ForeignKey, kept: Mergeable, gone: Mergeable, said: Merge) -> None:
    rows = field.model._default_manager
    keys = []
    for row in rows.filter(**{field.name: gone}).order_by("pk"):
        if _stands_twice(row, field, kept):
            drop(said, row)
        else:
            keys.append(row.pk)
    if keys:
        rows.filter(pk__in=keys).update(**{field.name: kept})
        said.moved[f"{field.model._meta.label}.{field.name}"] = keys


def _stands_twice(row: Model, field: ForeignKey, kept: Mergeable) -> bool:
    sets = [constraint.fields for constraint in row._meta.total_unique_constraints] + list(row._meta.unique_together)
    mine = [[name for name in names if name != field.name] for names in sets if field.name in names]
    same = ({field.name: kept} | {name: getattr(row, row._meta.get_field(name).attname) for name in names} for names in mine)
    return any(type(row)._default_manager.filter(**values).exists() for values in same if None not in values.values())


def written(row: Model) -> dict:
    return serializers.serialize("python", [row])[0]


def read_back(rows: list[dict]) -> None:
    for one in serializers.deserialize("python", rows):
        one.save(force_insert=True)


def restore_columns(changed: list) -> None:
    for label, key, columns in changed:
        apps.get_model(label)._default_manager.filter(pk=key).update(**columns)
