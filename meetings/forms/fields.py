"""Fields that the forms of the apps above have in common, and the styling of fields."""

from django import forms
from django.core.exceptions import ValidationError

from danish.dates import find_dates
from meetings.params import is_key

_CLASSES = {forms.Select: "form-select", forms.CheckboxInput: "form-checkbox", forms.RadioSelect: "form-radio"}


class DayField(forms.DateField):
    """A day as people here write it; shown again in the same way."""

    def __init__(self, label, *, required: bool = False, **kwargs):
        widget = forms.DateInput(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off", "size": 12})
        super().__init__(label=label, required=required, widget=widget, **kwargs)

    def to_python(self, value):
        """Also `3. september 2018`, `d. 3. sept. 2018` and `3/9-2018`, the whole of what is written."""
        try:
            return super().to_python(value)
        except ValidationError:
            written = value.strip()
            found = next(iter(find_dates(written)), None)
            if found and found.end == len(written) and not written[: found.start].strip(" .").removeprefix("den").removeprefix("d"):
                return found.date
            raise


class RowsField(forms.ModelMultipleChoiceField):
    """Several rows by their keys; what can be no key at all is no choice either."""

    def clean(self, value):
        for key in value or ():
            if not is_key(str(key)):
                raise ValidationError(self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": str(key)[:40]})
        return super().clean(value)


class RowField(forms.ModelChoiceField):
    """One row by its key; what can be no key at all is no choice either."""

    def to_python(self, value):
        if value and not is_key(str(value)):
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(value)[:40]})
        return super().to_python(value)


def style_fields(form: forms.Form) -> None:
    """The design system's classes on every field."""
    for field in form.fields.values():
        field.widget.attrs["class"] = _CLASSES.get(type(field.widget), "form-input")


def lines(rows: int = 3) -> forms.Textarea:
    """A field of some lines."""
    return forms.Textarea(attrs={"rows": rows})
