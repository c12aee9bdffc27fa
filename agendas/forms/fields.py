"""The fields that the forms of an agenda have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agendas import grounds
from agendas.guests import GuestLine, UnreadableGuest, read_guests
from meetings.forms.fields import lines
from meetings.models import AgendaItem, LegalGround

MOST_MINUTES = 600
PLACES = [("", _("where it falls")), (AgendaItem.Keep.FIRST, _("first")), (AgendaItem.Keep.LAST, _("last"))]
GROUNDS = [("", _("not chosen yet")), *LegalGround.choices]
UNREADABLE = {
    "no_name": _("“%(line)s”: begin with the guest's name."),
    "not_understood": _("“%(line)s” is not understood. Write for instance: Tine Horn, tine@horn.example, 15.00–16.00."),
    "ends_before": _("“%(line)s”: the guest's time ends before it begins."),
    "too_long": _("“%(line)s” is too long."),
    "too_many": _("There are too many guests: at most 30."),
}


class MinutesField(forms.IntegerField):
    def __init__(self):
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 3})
        super().__init__(label=pgettext_lazy("length", "Minutes"), required=False, min_value=1, max_value=MOST_MINUTES, widget=widget)


class GuestsField(forms.CharField):
    """A line for each guest; gives a list of `GuestLine`."""

    def __init__(self):
        hint = _("One a line: name, mail, from–to. Mail and hours may be left out.")
        super().__init__(label=_("Guests"), required=False, widget=lines(2), help_text=hint, strip=True)

    def clean(self, value) -> list[GuestLine]:
        try:
            return read_guests(super().clean(value))
        except UnreadableGuest as error:
            raise forms.ValidationError(UNREADABLE[error.code], params={"line": error.line[:80]}) from error


class GroundFields(forms.Form):
    """The fields say whether an item is closed, and on which legal ground. A draft may lack the ground, unless `ground_is_required`."""

    ground_is_required = False

    closed = forms.BooleanField(label=_("Closed: not for the public"), required=False)
    legal_ground = forms.ChoiceField(label=_("Closed on the legal ground"), required=False, choices=GROUNDS)
    legal_ground_text = forms.CharField(
        label=_("More about the ground"), required=False, max_length=AgendaItem._meta.get_field("legal_ground_text").max_length
    )

    def clean(self) -> dict:
        data = super().clean()
        data = self.cleaned_data if data is None else data
        told = {"closed": data.get("closed", False), "ground": data.get("legal_ground", ""), "text": data.get("legal_ground_text", "")}
        for name, fault in grounds.amiss(**told, is_required=self.ground_is_required).items():
            if name not in self.errors:
                self.add_error(name, fault)
        return data
