"""The forms in which a person corrects an obligation, or writes one the reader did not find."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from concurrency.forms import VersionedFormMixin
from danish.folding import name_key
from followups.due_rules import DueRule
from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.forms.fields import DayField, RowField, lines, style_fields
from meetings.forms.period import PeriodField, PeriodForm
from meetings.models import Body, Reviewed


class ObligationForm(VersionedFormMixin, PeriodForm):
    """`values` are the columns the form fills, `parties` those of a hearing. A phrase of time is read from the meeting on."""

    parties: list[str] | None = None

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if not isinstance(self.fields[name], PeriodField)}


class QuoteForm(forms.Form):
    """The sentence an added obligation stands in, word for word out of one of the item's `texts`."""

    quote = forms.CharField(label=_("The sentence, as it stands in the item"), widget=lines())

    def __init__(self, *args, texts: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self._texts = texts
        style_fields(self)

    def clean_quote(self) -> str:
        quote = self.cleaned_data["quote"].strip()
        key = name_key(quote)
        if self._texts and not (key and any(key in name_key(text) for text in self._texts)):
            raise forms.ValidationError(_("The item does not say this. Copy the sentence from its text."))
        return quote


class FollowUpCorrectionForm(ObligationForm):
    """The words for the time tell the whole due rule: days, the next meeting, or how often. `read_rule` reads it.

    What was changed in a field of its own counts before the words.
    """

    kind = forms.ChoiceField(label=_("Kind"), choices=FollowUp.Kind.choices)
    text = forms.CharField(label=_("What"), widget=lines())
    responsible = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    owed_to = RowField(
        label=_("Owed to another body"), queryset=Body.objects.order_by("name"), required=False, empty_label=_("no, the body itself")
    )
    phrase = PeriodField(_("When, in words"), first="due_start", last="due_end", is_rule=True)
    due_start = DayField(_("First day"))
    due_end = DayField(_("Last day"))
    every = forms.IntegerField(label=_("Every"), required=False, min_value=1, max_value=100)
    unit = forms.ChoiceField(label=_("Unit"), required=False, choices=[("", _("does not recur")), *FollowUp.Unit.choices])

    def __init__(self, *args, read_rule: Callable[[str], DueRule | None], **kwargs):
        super().__init__(*args, **kwargs)
        self._read_rule = read_rule

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "phrase" in self.changed_data and not {"every", "unit"} & {*self.changed_data, *self.errors}:
            rule = self._rule
            data["every"], data["unit"] = (rule.every, rule.unit) if rule else (None, "")
        if data.get("unit") and not data.get("every") and "every" not in self.errors:
            data["every"] = 1
        elif data.get("every") and not data.get("unit"):
            self.add_error("unit", _("Choose meeting, month, quarter or year."))
        return data

    @cached_property
    def _rule(self) -> DueRule | None:
        """The rule of the words as they stand in the form."""
        return self._read_rule(self.cleaned_data.get("phrase") or "")

    def _days_of(self, name: str, field: PeriodField, text: str) -> tuple[date | None, date | None]:
        return (self._rule.first, self._rule.last) if self._rule else super()._days_of(name, field, text)

    @property
    def values(self) -> dict[str, Any]:
        follows = self._rule.at_next_meeting if "phrase" in self.changed_data and self._rule else self.initial.get("at_next_meeting", False)
        told = {"due_words": " ".join(self.cleaned_data["phrase"].split()), "at_next_meeting": follows and not self.cleaned_data["due_end"]}
        values = super().values
        owed_to = values.pop("owed_to")
        return values | told | {"owed_to_id": owed_to and owed_to.pk}


class PlannedTreatmentCorrectionForm(ObligationForm):
    body_name = forms.CharField(label=_("Body"), max_length=200, widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}))
    title = forms.CharField(label=_("Title"), max_length=1000, widget=lines(2))
    phrase = PeriodField(_("When, in words"), first="due_start", last="due_end")
    due_start = DayField(_("First day"))
    due_end = DayField(_("Last day"))


class HearingCorrectionForm(ObligationForm):
    subject = forms.CharField(label=_("Subject"), max_length=1000, widget=lines(2))
    phrase = PeriodField(_("Opens, in words"), first="opens_first", last="opens_last")
    opens_first = DayField(_("Opens, first day"))
    opens_last = DayField(_("Opens, last day"))
    deadline_phrase = PeriodField(_("Deadline, in words"), last="deadline")
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


FORMS: dict[type[Reviewed], type[ObligationForm]] = {
    Hearing: HearingCorrectionForm,
    FollowUp: FollowUpCorrectionForm,
    PlannedTreatment: PlannedTreatmentCorrectionForm,
}


def initial_of(row: Reviewed) -> dict[str, Any]:
    """Gives the initial values of the form of an obligation."""
    form = FORMS[type(row)]
    initial = {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}
    if isinstance(row, FollowUp):
        initial |= {"phrase": row.due_words, "at_next_meeting": row.at_next_meeting, "owed_to": row.owed_to_id}
    if isinstance(row, Hearing):
        initial["named"] = "\n".join(row.party_names)
    return initial
