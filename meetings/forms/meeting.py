"""The form in which a meeting is planned and changed."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from concurrency.forms import VersionedForm
from meetings.forms.fields import DayField, style_fields
from meetings.forms.places import PlaceField
from meetings.models import Body, Meeting

ADVISED = ("date", "start", "end", "place")
EARLIEST, LATEST = dt.date(1970, 1, 1), dt.date(2100, 1, 1)


class ClockField(forms.TimeField):
    """A time of day as people here write it, `15.30`; shown again in the same way."""

    def __init__(self, label):
        widget = forms.TimeInput(format="%H.%M", attrs={"inputmode": "decimal", "autocomplete": "off", "size": 6})
        super().__init__(label=label, required=False, widget=widget)


class MeetingForm(VersionedForm):
    """The fields are those that the services of `meetings.planning` take. Date, hours and place ask `advised_at`, an address, what speaks against them."""

    date = DayField(_("Date"), required=True)
    start = ClockField(_("Begins"))
    end = ClockField(_("Ends"))
    place = PlaceField(label=_("Place"), required=False, max_length=Meeting._meta.get_field("place").max_length)
    kind = forms.ChoiceField(label=_("Kind"), choices=Meeting.Kind.choices)

    def __init__(self, *args, advised_at: str, **kwargs):
        super().__init__(*args, **kwargs)
        told = ",".join(f"[name={name}]" for name in ADVISED)
        asks = {"hx-get": advised_at, "hx-trigger": "change", "hx-target": "#advice", "hx-sync": "closest form:replace", "hx-include": told}
        for name in ADVISED:
            self.fields[name].widget.attrs |= asks
        style_fields(self)

    @property
    def day(self) -> dt.date | None:
        """The day in the form, as far as it is one."""
        if not self.is_bound:
            return self.initial["date"]
        return None if "date" in self.errors else self.cleaned_data["date"]

    @property
    def occasion(self) -> tuple[dt.time | None, dt.time | None, str]:
        """The hours and the place in the form, as far as they are any."""
        if self.is_bound:
            self.is_valid()
        told = self.cleaned_data if self.is_bound else self.initial
        return told.get("start"), told.get("end"), told.get("place") or ""

    def clean_date(self) -> dt.date:
        if not is_near(self.cleaned_data["date"]):
            raise forms.ValidationError(_("Check the year."))
        return self.cleaned_data["date"]


def usual(body: Body) -> dict[str, dt.time | str | None]:
    """Gives the usual values for a meeting of `body`."""
    return {"start": body.usual_start, "end": body.usual_end, "place": body.usual_place, "kind": Meeting.Kind.ORDINARY}


def day_of(text: str) -> dt.date | None:
    """The day somebody has typed, or an address names; None when it is none."""
    try:
        day = forms.DateField().clean(text)
    except forms.ValidationError:
        return None
    return day if is_near(day) else None


def is_near(day: dt.date) -> bool:
    """Tells whether `day` can be one that people mean, and no slip of the year."""
    return EARLIEST < day < LATEST
