"""Lists kept as JSON, written as people write them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


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
        if not all(word.isascii() and word.isdigit() and 0 < int(word[:9]) < 100_000 for word in words):
            raise ValidationError(_("Write item numbers with commas between: 67, 70."))
        return [int(word) for word in words]

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True
