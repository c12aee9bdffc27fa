"""The form of a body's standing items: a row for each, and rows for new ones."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.forms.fields import PLACES, MinutesField
from agendas.models import StandingItem
from concurrency.forms import VersionedForm
from meetings.forms.fields import style_fields


class StandingItemForm(VersionedForm):
    """A row without a title is none: emptying it takes a standing item away."""

    title = forms.CharField(label=_("Title"), required=False, max_length=StandingItem._meta.get_field("title").max_length)
    minutes = MinutesField()
    keep = forms.ChoiceField(label=_("Stays"), required=False, choices=PLACES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


def forms_of(rows: Sequence[StandingItem], data=None) -> list[StandingItemForm]:
    """One for each row, which the form is about when it is saved, and two empty ones. A row that was not on the page sent is left alone."""
    filled = [_form(row, place, data) for place, row in enumerate(rows)]
    if data is not None:
        filled = [form for form in filled if form.add_prefix("title") in data]
    return [*filled, *(StandingItemForm(data, prefix=f"ny{place}", initial={}) for place in range(2))]


def _form(row: StandingItem, place: int, data) -> StandingItemForm:
    initial = {name: getattr(row, name) for name in StandingItemForm.base_fields}
    if row.pk is None:
        return StandingItemForm(data, prefix=f"forslag{place}", initial=initial)
    return StandingItemForm(data, prefix=f"raekke{row.pk}", row=row, initial=initial)
