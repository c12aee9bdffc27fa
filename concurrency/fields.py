"""The hidden field that a form carries its row's version in."""

from django import forms

from danish.numbers import whole_number

LARGEST_VERSION = 999_999_999


class VersionFormField(forms.Field):
    """The version the form was opened with. What is no number is no version that any row has: 0."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(required=False, label="", **kwargs)

    def clean(self, value) -> int | None:
        """None when the form was sent without one."""
        if value in self.empty_values:
            return None
        return whole_number(str(value), most=LARGEST_VERSION) or 0

    def has_changed(self, initial, data) -> bool:
        return False
