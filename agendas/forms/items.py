"""The forms of an agenda's items."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.forms.cases import CaseFormFields
from agendas.forms.fields import MOST_MINUTES, PLACES, GroundFields, GuestsField, MinutesField
from agendas.forms.texts import TextFields
from agendas.guests import GuestLine, write_guests
from cases.access import Actor
from concurrency.forms import VersionedForm
from meetings.forms.fields import style_fields
from meetings.forms.meeting import ClockField
from meetings.models import AgendaItem

COLUMNS = ("title", "minutes", "fixed_start", "keep", "responsible", "closed", "legal_ground", "legal_ground_text")


class MinutesForm(VersionedForm):
    """The minutes of one item, changed in its row."""

    minutes = MinutesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


class AgendaItemForm(TextFields, VersionedForm, CaseFormFields, GroundFields):
    """One item as the secretary writes it. The case is asked about when it is another than it was."""

    title = forms.CharField(label=_("Title"), max_length=AgendaItem._meta.get_field("title").max_length)
    minutes = MinutesField()
    fixed_start = ClockField(_("Begins at"))
    keep = forms.ChoiceField(label=_("Stays"), required=False, choices=PLACES)
    responsible = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    guests = GuestsField()

    def __init__(self, *args, actor: Actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor, self.found = actor, []
        style_fields(self)
        self.fields["title"].widget.attrs["autofocus"] = True

    @property
    def asks_for_case(self) -> bool:
        return bool({"case", "chosen"} & {*self.changed_data})

    def written(self) -> dict[str, Any]:
        """The fields that were changed, by name: the columns of the item, and `guests`."""
        own = {*COLUMNS, "guests"} | ({"case", "matter"} if self.asks_for_case else set())
        changed = {*self.changed_data} | {"case", "matter"}
        return {name: value for name, value in self.cleaned_data.items() if name in own & changed}


class NewItemForm(CaseFormFields):
    """A new item by its title, and where it has one its case."""

    title = forms.CharField(label=_("New item"), max_length=AgendaItem._meta.get_field("title").max_length, required=False)
    minutes = MinutesField()
    field_order = ["title", "case", "minutes"]

    def __init__(self, *args, actor: Actor, **kwargs):
        super().__init__(*args, prefix="ny", **kwargs)
        self.actor, self.found = actor, []
        style_fields(self)

    def clean(self) -> dict:
        data = super().clean()
        if not data.get("title") and "title" not in self.errors:
            if data.get("case"):
                data["title"] = data["case"].title
            if not data.get("title") and "case" not in self.errors:
                self.add_error("title", _("Write what the item is called."))
        return data


class BreakForm(forms.Form):
    """The break of the meeting; without minutes there is none."""

    minutes = MinutesField()
    after = forms.IntegerField(label=_("After so many minutes"), required=False, min_value=0, max_value=MOST_MINUTES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="pause", **kwargs)
        self.fields["after"].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 3})
        style_fields(self)


def item_form(item: AgendaItem, actor: Actor, data=None) -> AgendaItemForm:
    """The item has its guests, sections and recommendations at hand."""
    initial = {name: getattr(item, name) for name in COLUMNS} | {"case": item.case.number if item.case else ""}
    guests = [GuestLine(one.name, one.mail, one.opens, one.closes) for one in item.readable_invited]
    initial |= {"guests": write_guests(guests)}
    return AgendaItemForm(data, row=item, actor=actor, prefix=f"punkt{item.pk}", initial=initial)


def minutes_form(item: AgendaItem, data=None) -> MinutesForm:
    return MinutesForm(data, row=item, prefix=f"min{item.pk}", initial={"minutes": item.minutes})
