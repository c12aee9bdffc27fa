"""The forms of an agenda's items."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agendas.guests import GuestLine, UnreadableGuest, read_guests, write_guests
from cases.models import Case
from concurrency.forms import VersionedForm
from meetings.formfields import dress, lines
from meetings.forms import ClockField
from meetings.models import AgendaItem

MOST_MINUTES = 600
PLACES = [("", _("where it falls")), (AgendaItem.Keep.FIRST, _("first")), (AgendaItem.Keep.LAST, _("last"))]
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


class MinutesForm(VersionedForm):
    """The minutes of one item, changed in its row."""

    minutes = MinutesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class ItemForm(VersionedForm):
    """The plan of one item, as the secretary writes it."""

    title = forms.CharField(label=_("Title"), max_length=AgendaItem._meta.get_field("title").max_length)
    minutes = MinutesField()
    fixed_start = ClockField(_("Begins at"))
    keep = forms.ChoiceField(label=_("Stays"), required=False, choices=PLACES)
    responsible = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    guests = GuestsField()
    closed = forms.BooleanField(label=_("Closed: not for the public"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)
        self.fields["title"].widget.attrs["autofocus"] = True


class NewItemForm(forms.Form):
    """A new item by its title, and where it has one the number of its case."""

    title = forms.CharField(label=_("New item"), max_length=AgendaItem._meta.get_field("title").max_length, required=False)
    case = forms.CharField(label=_("Case number, if any"), required=False, max_length=100)
    minutes = MinutesField()

    def __init__(self, *args, viewer, **kwargs):
        super().__init__(*args, prefix="ny", **kwargs)
        self.viewer = viewer
        dress(self)

    def clean_case(self) -> Case | None:
        number = self.cleaned_data["case"].strip()
        if not number:
            return None
        case = Case.objects.visible_to(self.viewer).numbered(number).first()
        if case is None:
            raise forms.ValidationError(_("No case has this number. Leave it empty if the item has none."))
        return case

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
        dress(self)


def item_form(item: AgendaItem, data=None) -> ItemForm:
    initial = {name: getattr(item, name) for name in ("title", "minutes", "fixed_start", "keep", "responsible", "closed")}
    guests = [GuestLine(one.name, one.mail, one.opens, one.closes) for one in item.readable_invited]
    return ItemForm(data, row=item, prefix=f"punkt{item.pk}", initial=initial | {"guests": write_guests(guests)})


def minutes_form(item: AgendaItem, data=None) -> MinutesForm:
    return MinutesForm(data, row=item, prefix=f"min{item.pk}", initial={"minutes": item.minutes})
