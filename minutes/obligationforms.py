"""The forms in which a person corrects an obligation, or writes one the reader did not find."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danish.folding import name_key
from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.formfields import DayField, dress, lines
from meetings.models import Reviewed
from minutes.phrasing import Phrase

PHRASE_CHARACTERS = 200


class ObligationForm(forms.Form):
    """`values` are the columns the form fills, `parties` those of a hearing. `read_phrase` reads a phrase of time from the meeting on.

    The explicit days count before the phrase, unless they are those the form was opened with.
    """

    first_day = last_day = ""
    parties: list[str] | None = None

    def __init__(self, *args, read_phrase: Callable[[str], Phrase], **kwargs):
        super().__init__(*args, **kwargs)
        self._read_phrase = read_phrase
        dress(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.first_day in self.errors or self.last_day in self.errors:
            return data
        first, last = data.get(self.first_day), data.get(self.last_day)
        days_are_typed = (first or last) and ({self.first_day, self.last_day} & {*self.changed_data})
        if data.get("phrase") and not days_are_typed:
            first, last = self._days_of(data["phrase"])
        if first and not last:
            self.add_error(self.last_day, _("Write the last day too, or the same day twice."))
        elif first and last and last < first:
            self.add_error(self.last_day, _("The last day is before the first."))
        data[self.first_day], data[self.last_day] = first or last, last
        return data

    def _days_of(self, text: str) -> tuple[date | None, date | None]:
        phrase = self._read_phrase(text)
        if not phrase.words:
            self.add_error("phrase", _("This could not be read as a time. Write the first and the last day instead."))
        elif phrase.begins_only:
            self.add_error("phrase", _("This says when it begins but not when it ends. Write the first and the last day instead."))
        return phrase.first, phrase.last

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("phrase", "quote")}


def _phrase(label) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=PHRASE_CHARACTERS, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class QuoteForm(forms.Form):
    """The sentence an added obligation stands in, word for word out of one of the item's `texts`."""

    quote = forms.CharField(label=_("The sentence, as it stands in the item"), widget=lines())

    def __init__(self, *args, texts: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self._texts = texts
        dress(self)

    def clean_quote(self) -> str:
        quote = self.cleaned_data["quote"].strip()
        key = name_key(quote)
        if self._texts and not (key and any(key in name_key(text) for text in self._texts)):
            raise forms.ValidationError(_("The item does not say this. Copy the sentence from its text."))
        return quote


class FollowUpForm(ObligationForm):
    first_day, last_day = "due_start", "due_end"

    kind = forms.ChoiceField(label=_("Kind"), choices=FollowUp.Kind.choices)
    text = forms.CharField(label=_("What"), widget=lines())
    responsible = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    phrase = _phrase(_("When, in words"))
    due_start = DayField(_("First day"))
    due_end = DayField(_("Last day"))
    every = forms.IntegerField(label=_("Every"), required=False, min_value=1, max_value=100)
    unit = forms.ChoiceField(label=_("Unit"), required=False, choices=[("", _("does not recur")), *FollowUp.Unit.choices])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("unit") and not data.get("every") and "every" not in self.errors:
            data["every"] = 1
        elif data.get("every") and not data.get("unit"):
            self.add_error("unit", _("Choose meeting, month, quarter or year."))
        return data


class PlannedTreatmentForm(ObligationForm):
    first_day, last_day = "due_start", "due_end"

    body_name = forms.CharField(label=_("Body"), max_length=200, widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}))
    title = forms.CharField(label=_("Title"), max_length=1000, widget=lines(2))
    phrase = _phrase(_("When, in words"))
    due_start = DayField(_("First day"))
    due_end = DayField(_("Last day"))


class HearingForm(ObligationForm):
    first_day, last_day = "opens_first", "opens_last"

    subject = forms.CharField(label=_("Subject"), max_length=1000, widget=lines(2))
    phrase = _phrase(_("Opens, in words"))
    opens_first = DayField(_("Opens, first day"))
    opens_last = DayField(_("Opens, last day"))
    deadline = DayField(_("Deadline"))
    named = forms.CharField(label=_("Parties, one a line"), required=False, widget=lines(4))

    def clean_named(self) -> list[str]:
        names = [name.strip() for name in self.cleaned_data["named"].splitlines() if name.strip()]
        if any(len(name) > 200 for name in names):
            raise forms.ValidationError(_("The name of a party has at most 200 characters."))
        return list(dict.fromkeys(names))

    @property
    def parties(self) -> list[str]:
        return self.cleaned_data["named"]

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values.items() if name != "named"}


FORMS: dict[type[Reviewed], type[ObligationForm]] = {Hearing: HearingForm, FollowUp: FollowUpForm, PlannedTreatment: PlannedTreatmentForm}


def initial_of(row: Reviewed) -> dict[str, Any]:
    """What the form of an obligation is opened with."""
    form = FORMS[type(row)]
    initial = {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}
    if isinstance(row, Hearing):
        initial["named"] = "\n".join(party.name for party in row.parties.all())
    return initial
