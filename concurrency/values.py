"""The values of form fields: compared, told in words, and written back into what was sent."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.formats import localize
from django.utils.text import Truncator
from django.utils.translation import gettext as _

CHARACTERS_SHOWN = 1000


def differs(field: forms.Field, value: Any, sent: Any) -> bool:
    """Tells whether `value`, as the row has it, is another than the one `sent`. Line breaks and spaces at the ends are no difference."""
    return field.has_changed(_as_sent(field, value), _plain(sent))


def shown(field: forms.Field, value: Any) -> str:
    """The value of `field` in words, whether it is as the row has it or as it was sent."""
    text = words(field, _plain(value))
    return Truncator(text).chars(CHARACTERS_SHOWN) if text.strip() else _("nothing")


def write(data: QueryDict, one: BoundField, widget: forms.Widget, name: str) -> None:
    """Put what the row has into `data`, as `widget` would send it under `name`."""
    widget, value = getattr(widget, "widget", widget), one.field.prepare_value(one.initial)
    if isinstance(widget, forms.MultiWidget):
        for suffix, inner, part in zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True):
            _put(data, name + suffix, inner.format_value(part))
    elif isinstance(widget, forms.CheckboxInput):
        _put(data, name, "on" if value else None)
    elif isinstance(value, list | tuple):
        data.setlist(name, [str(part) for part in value])
    else:
        _put(data, name, widget.format_value(value))


def _put(data: QueryDict, name: str, text: Any) -> None:
    data.pop(name, None)
    if isinstance(text, list | tuple):
        data.setlist(name, [str(part) for part in text])
    elif text is not None:
        data[name] = str(text)


def _as_sent(field: forms.Field, value: Any) -> Any:
    return field.to_python(_plain(value)) if isinstance(value, str) and type(field).has_changed is forms.Field.has_changed else value


def _plain(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def words(field: forms.Field, value: Any) -> str:
    """The whole value of `field` in words; empty for no value."""
    try:
        told = field.to_python(field.prepare_value(value) if isinstance(field, forms.ModelChoiceField) else value)
    except ValidationError:
        told = value
    if isinstance(field, forms.BooleanField):
        return _("yes") if told else _("no")
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        named = {str(key): str(name) for key, name in flatten_choices(field.choices)}
        return ", ".join(named.get(str(key), str(key)) for key in (told if isinstance(told, list) else [told]))
    if isinstance(told, list | tuple) or hasattr(told, "model"):
        return ", ".join(map(str, told))
    return "" if told is None else str(told if isinstance(told, Model) else localize(told))
