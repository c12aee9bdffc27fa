"""Fields and dress that the forms of the rooms above have in common."""

from django import forms

_CLASSES = {forms.Select: "form-select", forms.CheckboxInput: "form-checkbox", forms.RadioSelect: "form-radio"}


class DayField(forms.DateField):
    """A day as people here write it; shown again in the same way."""

    def __init__(self, label, *, required: bool = False, **kwargs):
        widget = forms.DateInput(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off", "size": 12})
        super().__init__(label=label, required=required, widget=widget, **kwargs)


def dress(form: forms.Form) -> None:
    """The design system's classes on every field."""
    for field in form.fields.values():
        field.widget.attrs["class"] = _CLASSES.get(type(field.widget), "form-input")


def lines(rows: int = 3) -> forms.Textarea:
    """A field of some lines."""
    return forms.Textarea(attrs={"rows": rows})
