"""Lists kept as JSON, written as people write them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from danish.numbers import whole_number

LARGEST_ITEM_NUMBER = 99_999


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 30})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value) -> list[str]:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial, data) -> bool:
        return self.to_python(data) != (initial or [])


class NumbersField(forms.CharField):
    """A list of item numbers with commas between."""

    def prepare_value(self, value):
        return ", ".join(str(number) for number in value) if isinstance(value, list) else value

    def to_python(self, value) -> list[int]:
        words = (super().to_python(value) or "").replace(",", " ").split()
        numbers = [whole_number(word, least=1, most=LARGEST_ITEM_NUMBER) for word in words]
        if None in numbers:
            raise ValidationError(_("Write item numbers with commas between: 67, 70."))
        return numbers

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True
