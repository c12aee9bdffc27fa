"""The forms of a hearing: what is entered and corrected about it, and its deadline put off."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from hearings.forms.common import HearingsForm, NamesField, past_day
from hearings.models import FOREIGN_TO_ISSUER, Hearing, HearingRole
from hearings.validators import foreign_to_role
from meetings.forms.fields import DayField, RowField, lines
from meetings.models import AgendaItem, Body
from meetings.templatetags.danish import day as day_in_words


class HearingForm(HearingsForm):
    """A hearing entered by hand. With `instance` it is corrected: what was read out of a sentence is left to the page beside the sentence,
    the parties to the hearing's own page, and a deadline that was put off to its own history."""

    role = forms.ChoiceField(
        label=_("What the body does"),
        choices=[(HearingRole.CONSULTED, _("It is consulted")), (HearingRole.ISSUER, _("It sends something out to be heard"))],
    )
    subject = forms.CharField(label=_("Subject"), max_length=1000, widget=lines(2))
    sender = forms.CharField(label=_("Sender"), required=False, max_length=200, help_text=_("Who consults the body, when it is consulted."))
    received_on = DayField(_("Received"), help_text=_("The day it came to the body that is consulted."))
    opens = DayField(_("Opens"), help_text=_("The day it is sent out, or opens."))
    deadline = DayField(_("Deadline"))
    answers_to = forms.CharField(label=_("Answers are sent to"), required=False, max_length=300)
    parties = NamesField(_("Parties, one a line"), required=False, help_text=_("A body that is consulted becomes a party by itself."))
    open_to_public = forms.BooleanField(label=_("Everybody may read about the hearing"), required=False)

    def __init__(self, *args, today: date, instance: Hearing | None = None, item: AgendaItem | None = None, **kwargs):
        if instance:
            kwargs["initial"] = {name: getattr(instance, name, None) for name in self.base_fields} | {"opens": instance.opens_last}
        super().__init__(*args, row=instance, **kwargs)
        self.today = today
        left_out = {"open_to_public"} if item or (instance and instance.item_id) else set()
        if instance:
            left_out |= {"parties"}
            left_out |= {"subject", "opens", "deadline"} if instance.quote else set()
            left_out |= {"deadline"} if instance.readable_extensions else set()
        for name in left_out:
            del self.fields[name]

    def clean_received_on(self) -> date | None:
        return past_day(self.cleaned_data["received_on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        is_issued = data.get("role") == HearingRole.ISSUER
        if is_issued and not self.row and data.get("received_on") == self.initial.get("received_on"):
            data["received_on"] = None  # the form was opened with it, for a body that is consulted
        for name in foreign_to_role(data.get("role", ""), data):
            self.add_error(name, FOREIGN_TO_ISSUER[name])
        begins = data.get("opens") or (None if is_issued else data.get("received_on"))
        if begins and data.get("deadline") and data["deadline"] < begins:
            self.add_error("deadline", _("The deadline is before the hearing begins."))
        if is_issued and self.row and data.get("opens"):
            self._refuse_asked_before(data["opens"])
        return data

    def _refuse_asked_before(self, opens: date) -> None:
        """A hearing that is sent out opens no later than the day on which its first party was asked."""
        asked = self.row.parties.standing().aggregate(first=Min("asked_on"))["first"]
        if asked and asked < opens:
            text = _("A party was asked on %(day)s, before the hearing would open.")
            self.add_error("opens", ValidationError(text, params={"day": day_in_words(asked)}))

    @property
    def values(self) -> dict[str, Any]:
        """The hearing's columns."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in ("body", "parties", "opens")}
        opens = self.cleaned_data.get("opens")
        is_said = "opens" in (self.changed_data if self.row else self.fields)
        return values | ({"opens_first": opens, "opens_last": opens} if is_said else {})


class BodyForm(HearingsForm):
    """The body whose hearing it is, among those that one manages."""

    body = RowField(label=_("Body"), queryset=Body.objects.none(), empty_label=None)

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class ExtensionForm(HearingsForm):
    new = DayField(_("New deadline"), required=True)
    reason = forms.CharField(label=_("Why it is put off"), widget=lines(3), help_text=_("Shown with the hearing."))
