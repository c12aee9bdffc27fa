"""Fields of the forms in which a secretary corrects what was read: names, and the numbers and names of a vote."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from meetings.forms.fields import lines
from reader import facts

_NAME_CHARACTERS = 300


def longest(model: type[Model], column: str) -> int:
    """The characters that the column has room for."""
    return model._meta.get_field(column).max_length


class NameListField(forms.CharField):
    """Names, one a line; gives a list."""

    def __init__(self, label, rows: int = 3):
        super().__init__(label=label, required=False, widget=lines(rows))

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value) -> list[str]:
        names = value if isinstance(value, list) else (value or "").splitlines()
        return list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))

    def has_changed(self, initial, data) -> bool:
        return self.to_python(initial) != self.to_python(data)

    def validate(self, value: list[str]) -> None:
        if any(len(name) > _NAME_CHARACTERS for name in value):
            raise forms.ValidationError(_("A name has at most 300 characters. Write one name a line."))

    def run_validators(self, value) -> None:
        """Those of the superclass are for one text."""


class VoteFields:
    """The fields of the vote in place `number` (from 0) of an item's form."""

    COUNTS = (("votes_for", _("Votes for")), ("votes_against", _("Votes against")), ("abstained", _("Abstained")))
    NAMES = (("for_names", _("Voted for, one a line")), ("against_names", _("Voted against, one a line")))

    def __init__(self, number: int, vote: facts.VoteFacts | None):
        self.number, self.vote = number, vote

    def name(self, column: str) -> str:
        return f"vote_{self.number}_{column}"

    def fields(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for column, label in self.COUNTS:
            widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"})
            made[self.name(column)] = forms.IntegerField(label=label, required=False, min_value=0, max_value=9999, widget=widget)
        return made | {self.name(column): NameListField(label, 2) for column, label in self.NAMES}

    def initial(self) -> dict[str, Any]:
        columns = [column for column, _label in (*self.COUNTS, *self.NAMES)]
        return {self.name(column): getattr(self.vote, column) if self.vote else None for column in columns}

    def written(self, data: dict[str, Any]) -> facts.VoteFacts | None:
        counts = [data[self.name(column)] for column, _label in self.COUNTS]
        names = [data[self.name(column)] for column, _label in self.NAMES]
        if not any(names) and all(count is None for count in counts):
            return None
        on, at = (self.vote.on, self.vote.at) if self.vote else ("decision", None)
        return facts.VoteFacts(*counts, *names, on, at)
