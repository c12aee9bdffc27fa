"""The history of a change in Django admin: for each field the value before and the value after, in words."""

from typing import Any

from django.db.models import Model
from django.forms import BaseForm, BaseModelFormSet, Field, PasswordInput
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from concurrency.forms import VERSION
from concurrency.values import words

Values = list[tuple[str, str, str]]
_SECRET = "password"  # no value of a field with this in its name is ever kept


def changes_of(form: BaseForm, formsets: list[BaseModelFormSet] | None, *, add: bool) -> list[dict]:
    """The entry's message in the form Django admin keeps it in, with `values` beside: (name, before, after) for each field."""
    message: list[dict] = []
    if add:
        message.append({"added": {"values": _filled_in(form.instance)}})
    elif form.changed_data:
        message.append({"changed": _changed(form, form.changed_data)})
    for formset in formsets or []:
        forms = {id(one.instance): one for one in formset.forms}
        message += [{"added": _named(row) | {"values": _filled_in(row)}} for row in formset.new_objects]
        message += [{"changed": _named(row) | _changed(forms[id(row)], names)} for row, names in formset.changed_objects]
        message += [{"deleted": _named(row) | {"values": lost_with(row)}} for row in formset.deleted_objects]
    return message


def lost_with(row: Model) -> Values:
    """The values that go with `row` when it is deleted, each as (name, before, "")."""
    return [(name, value, "") for name, _nothing, value in _filled_in(row)]


def _named(row: Model) -> dict[str, str]:
    return {"name": str(row._meta.verbose_name), "object": str(row)}


def _changed(form: BaseForm, names: list[str]) -> dict[str, Any]:
    fields = [(name, form.fields[name]) for name in names if name in form.fields and name != VERSION]
    values = [
        (_label(name, field), words(field, form.get_initial_for_field(field, name)), words(field, form.cleaned_data.get(name)))
        for name, field in fields
        if _SECRET not in name and not isinstance(field.widget, PasswordInput)
    ]
    return {"fields": [_label(name, field) for name, field in fields], "values": values}


def _label(name: str, field: Field) -> str:
    return str(field.label or capfirst(name))


def _filled_in(row: Model) -> Values:
    """The columns of `row` that somebody fills in and that hold something."""
    columns = [field for field in row._meta.concrete_fields if field.editable and not field.primary_key]
    columns = [field for field in columns if field.name != VERSION and _SECRET not in field.name]
    told = [(str(capfirst(field.verbose_name)), _told(row, field)) for field in columns]
    return [(name, "", value) for name, value in told if value]


def _told(row: Model, field) -> str:
    value = getattr(row, f"get_{field.name}_display")() if field.choices else getattr(row, field.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value if isinstance(value, Model) else localize(value))
