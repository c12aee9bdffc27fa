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


class PhraseField(forms.CharField):
    """A time in words, read into the day fields `first` and `last`; where there is one day only, it is the last of the time."""

    def __init__(self, label, *, last: str, first: str = ""):
        self.first, self.last = first, last
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, required=False, max_length=PHRASE_CHARACTERS, widget=widget)


class ObligationForm(forms.Form):
    """`values` are the columns the form fills, `parties` those of a hearing. `read_phrase` reads a phrase of time from the meeting on.

    The explicit days count before the phrase, unless they are those the form was opened with.
    """

    parties: list[str] | None = None

    def __init__(self, *args, read_phrase: Callable[[str], Phrase], **kwargs):
        super().__init__(*args, **kwargs)
        self._read_phrase = read_phrase
        dress(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name, field in self.fields.items():
            if isinstance(field, PhraseField):
                data |= self._days(name, field, data)
        return data

    def _days(self, name: str, field: PhraseField, data: dict[str, Any]) -> dict[str, date | None]:
        """The days beside one phrase, or of it; complaints go to the field they are about."""
        days = {day for day in (field.first, field.last) if day}
        if days & self.errors.keys():
            return {}
        first, last = data.get(field.first), data.get(field.last)
        days_are_typed = (first or last) and days & {*self.changed_data}
        if data.get(name) and not days_are_typed:
            first, last = self._days_of(name, field, data[name])
        if not field.first:
            return {field.last: last}
        if first and not last:
            self.add_error(field.last, _("Write the last day too, or the same day twice."))
        elif first and last and last < first:
            self.add_error(field.last, _("The last day is before the first."))
        return {field.first: first or last, field.last: last}

    def _days_of(self, name: str, field: PhraseField, text: str) -> tuple[date | None, date | None]:
        phrase = self._read_phrase(text)
        if not phrase.words:
            unread = _("This could not be read as a time. Write the first and the last day instead.")
            self.add_error(name, unread if field.first else _("This could not be read as a time. Write the day instead."))
        elif phrase.begins_only:
            unended = _("This says when it begins but not when it ends. Write the first and the last day instead.")
            self.add_error(name, unended if field.first else _("This says when it begins but not when it ends. Write the day instead."))
        return phrase.first, phrase.last

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if not isinstance(self.fields[name], PhraseField)}


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
    kind = forms.ChoiceField(label=_("Kind"), choices=FollowUp.Kind.choices)
    text = forms.CharField(label=_("What"), widget=lines())
    responsible = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    phrase = PhraseField(_("When, in words"), first="due_start", last="due_end")
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
    body_name = forms.CharField(label=_("Body"), max_length=200, widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}))
    title = forms.CharField(label=_("Title"), max_length=1000, widget=lines(2))
    phrase = PhraseField(_("When, in words"), first="due_start", last="due_end")
    due_start = DayField(_("First day"))
    due_end = DayField(_("Last day"))


class HearingForm(ObligationForm):
    subject = forms.CharField(label=_("Subject"), max_length=1000, widget=lines(2))
    phrase = PhraseField(_("Opens, in words"), first="opens_first", last="opens_last")
    opens_first = DayField(_("Opens, first day"))
    opens_last = DayField(_("Opens, last day"))
    deadline_phrase = PhraseField(_("Deadline, in words"), last="deadline")
    deadline = DayField(_("Deadline"))
    named = forms.CharField(label=_("Parties, one a line"), required=False, widget=lines(4))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        opens, deadline = data.get("opens_first"), data.get("deadline")
        if opens and deadline and deadline < opens:
            self.add_error("deadline", _("The deadline is before the hearing opens."))
        return data

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
