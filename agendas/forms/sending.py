"""The form of a supplement."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agendas.forms.items import NewItemForm
from agendas.selectors.candidates import Candidate
from meetings.formfields import dress, lines


class SupplementForm(NewItemForm):
    """An item that comes on after the agenda was sent, with the reason why it cannot wait. `waiting` is how many items stand there without a number."""

    candidate = forms.ChoiceField(label=_("What wants a place"), required=False)
    closed = forms.BooleanField(label=_("Closed: not for the public"), required=False)
    reason = forms.CharField(label=_("Why it cannot wait for the next meeting"), widget=lines(2), max_length=2000)
    field_order = ["candidate", "title", "case", "minutes", "closed", "reason"]

    def __init__(self, *args, candidates: Sequence[Candidate], waiting: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = waiting
        self.by_name = {f"{one.kind}:{one.key}": one for one in candidates}
        choices = [(name, one.title) for name, one in self.by_name.items()]
        self.fields["candidate"].choices = [("", pgettext_lazy("supplement", "something else, written below")), *choices]
        dress(self)

    def clean(self) -> dict:
        has_title = bool(self.data.get(self.add_prefix("title"), "").strip())
        data = super().clean()
        if data.get("candidate") or (self.waiting and not has_title):
            self.errors.pop("title", None)
            data.setdefault("title", "")
        return data
