"""The forms of parties: several at once, new ones, and one by itself."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hearings.forms.common import NAME_CHARACTERS, NOT_YET, HearingsForm, NamesField, past_day, too_early
from hearings.models import Hearing, HearingParty
from meetings.forms.fields import DayField, RowsField


class PartiesForm(HearingsForm):
    """The day that is noted of several parties in `column`: of those chosen, or of `everybody`."""

    parties = RowsField(queryset=HearingParty.objects.none(), error_messages={"required": _("Choose at least one party.")})
    on = DayField(_("Day"), required=True)

    def __init__(self, *args, hearing: Hearing, today: date, column: str = "asked_on", everybody: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = hearing.parties.standing()
        self.fields["parties"].required = not everybody
        self.hearing, self.today, self.column, self.everybody = hearing, today, column, everybody

    def clean_on(self) -> date:
        return past_day(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        chosen = self.hearing.parties.standing() if self.everybody else data.get("parties") or ()
        for party in chosen if data.get("on") else ():
            is_passed_over = party.asked_on if self.column == "asked_on" else party.answered_on or party.declined_on
            if is_passed_over:
                continue
            if early := too_early(self.hearing, party, {self.column: data["on"]}):
                self.add_error("on", ValidationError("%(party)s: %(why)s", params={"party": party, "why": early[1]}))
        return data


class NewPartiesForm(HearingsForm):
    names = NamesField(_("Add parties, one a line"))


class PartyForm(HearingsForm):
    """One party's name and days; a day that is emptied is taken back."""

    name = forms.CharField(label=_("Name"), max_length=NAME_CHARACTERS)
    asked_on = DayField(_("Asked"))
    reminded_on = DayField(_("Reminded"))
    declined_on = DayField(_("Declined to answer"))

    def __init__(self, *args, party: HearingParty, today: date, **kwargs):
        super().__init__(*args, row=party, initial={name: getattr(party, name) for name in self.base_fields}, **kwargs)
        self.party, self.today = party, today

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        days = {name: data.get(name) for name in ("asked_on", "reminded_on", "declined_on")}
        for name, day in days.items():
            if day and day > self.today:
                self.add_error(name, NOT_YET)
        if early := too_early(self.party.hearing, self.party, days):
            name, why = early
            self.add_error(name if name in self.fields else "asked_on", why)
        return data
