"""Forms in which a time is told in words or in days."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms.fields import style_fields
from meetings.typed_periods import TypedPeriod

PHRASE_CHARACTERS = 200


class PeriodField(forms.CharField):
    """A time in words, read into the day fields `first` and `last`; where there is one day only, it is the last of the time.

    `is_rule`: the words may tell of the body's next meeting and of what comes again, too.
    """

    def __init__(self, label, *, last: str, first: str = "", is_rule: bool = False):
        self.first, self.last, self.is_rule = first, last, is_rule
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, required=False, max_length=PHRASE_CHARACTERS, widget=widget)


class PeriodForm(forms.Form):
    """Each `PeriodField` is read into its days. `read_phrase` reads a phrase of time.

    Days that were changed in the form count before the words, and words that were not are not read anew.
    """

    def __init__(self, *args, read_phrase: Callable[[str], TypedPeriod], **kwargs):
        super().__init__(*args, **kwargs)
        self._read_phrase = read_phrase
        style_fields(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name, field in self.fields.items():
            if isinstance(field, PeriodField):
                data |= self._days(name, field, data)
        return data

    def _days(self, name: str, field: PeriodField, data: dict[str, Any]) -> dict[str, date | None]:
        """The days beside one phrase, or of it; complaints go to the field they are about."""
        days = {day for day in (field.first, field.last) if day}
        if days & self.errors.keys():
            return {}
        first, last = data.get(field.first), data.get(field.last)
        days_are_typed = (first or last) and days & {*self.changed_data}
        if data.get(name) and name in self.changed_data and not days_are_typed:
            first, last = self._days_of(name, field, data[name])
        if not field.first:
            return {field.last: last}
        if first and not last:
            self.add_error(field.last, _("Write the last day too, or the same day twice."))
        elif first and last and last < first:
            self.add_error(field.last, _("The last day is before the first."))
        return {field.first: first or last, field.last: last}

    def _days_of(self, name: str, field: PeriodField, text: str) -> tuple[date | None, date | None]:
        phrase = self._read_phrase(text)
        if not phrase.words:
            unread = _("This could not be read as a time. Write the first and the last day instead.")
            self.add_error(name, unread if field.first else _("This could not be read as a time. Write the day instead."))
        elif phrase.begins_only:
            unended = _("This says when it begins but not when it ends. Write the first and the last day instead.")
            self.add_error(name, unended if field.first else _("This says when it begins but not when it ends. Write the day instead."))
        return phrase.first, phrase.last
