"""The case of an item: by its number, or chosen among those that some words find."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.selectors.cases import FoundCase, case_named, case_numbered, find_cases
from cases.access import Actor


class CaseFormFields(forms.Form):
    """`found` are the cases that the words found, to choose among by `chosen`; gives `case` and `matter` together, each of them or None."""

    actor: Actor
    found: list[FoundCase]

    asks_for_case = True

    case = forms.CharField(label=_("Case, by number or words"), required=False, max_length=200)
    chosen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def clean(self) -> dict:
        data = super().clean()
        data = self.cleaned_data if data is None else data
        self.found = []
        text, chosen = data.pop("case", "").strip(), data.pop("chosen", "")
        if not self.asks_for_case:
            return data
        data["case"], data["matter"] = None, None
        named = case_named(chosen, self.actor) if chosen else case_numbered(text, self.actor) if text else (None, None)
        if named is None and not chosen:
            self.found = find_cases(text, self.actor)
        if named is None:
            self.add_error("case", self._why_not(bool(chosen)))
        else:
            data["case"], data["matter"] = named
        return data

    def _why_not(self, was_chosen: bool):
        if was_chosen:
            return _("The case that was chosen is not there any more. Search again.")
        if self.found:
            return _("Choose the case among those that were found.")
        return _("No case has this number or these words. Leave it empty if the item has none.")
