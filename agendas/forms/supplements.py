"""The form of a supplement."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agendas.forms.fields import GroundFields
from agendas.forms.items import NewItemForm
from agendas.selectors.candidates import AgendaCandidate
from meetings.forms.fields import lines, style_fields

GROUND = ("closed", "legal_ground", "legal_ground_text")


class SupplementForm(NewItemForm, GroundFields):
    """An item that comes on after the agenda was sent, with the reason why it cannot wait. `waiting` is how many items stand there without a number."""

    ground_is_required = True  # it goes out at once

    candidate = forms.ChoiceField(label=_("What wants a place"), required=False)
    reason = forms.CharField(label=_("Why it cannot wait for the next meeting"), widget=lines(2), max_length=2000)
    field_order = ["candidate", "title", "case", "minutes", "closed", "legal_ground", "legal_ground_text", "reason"]

    def __init__(self, *args, candidates: Sequence[AgendaCandidate], waiting: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = waiting
        self.by_name = {f"{one.kind}:{one.key}": one for one in candidates}
        choices = [(name, one.title) for name, one in self.by_name.items()]
        self.fields["candidate"].choices = [("", pgettext_lazy("supplement", "something else, written below")), *choices]
        style_fields(self)

    def clean(self) -> dict:
        has_title = bool(self.data.get(self.add_prefix("title"), "").strip())
        data = super().clean()
        if data.get("candidate") or (self.waiting and not has_title):
            self.errors.pop("title", None)
            data.setdefault("title", "")
        one = self.by_name.get(data.get("candidate", ""))
        if one and one.item and one.item.lacks_ground and not data.get("legal_ground") and "legal_ground" not in self.errors:
            self.add_error("legal_ground", _("The item is closed as the one that asked is. Choose the ground for it."))
        return data
