"""Searching the log of closed readings. It is for administrators alone: it tells which bodies have closed items, and when."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from cases.querysets import words_of
from meetings.forms.fields import DayField, style_fields
from meetings.forms.meeting import is_near
from meetings.models import ClosedReading


class ReadingsForm(forms.Form):
    """By what the log is narrowed; every field may be left empty. `since` and `until` are days of reading, both included."""

    text = forms.CharField(label=_("Body or user"), required=False, max_length=200)
    meeting_date = DayField(_("Date of the meeting"))
    number = forms.CharField(label=_("Item number"), required=False, max_length=30)
    since = DayField(_("Read from"))
    until = DayField(_("Read until"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)

    def clean(self) -> dict:
        data = super().clean()
        for name in ("since", "until"):
            if data.get(name) and not is_near(data[name]):
                self.add_error(name, _("Check the year."))
        return data


def narrowed(values: dict) -> QuerySet:
    """The readings that fit the cleaned `values` of a `ReadingsForm`, newest first."""
    readings = ClosedReading.objects.order_by("-at", "-pk")
    for word in words_of(values.get("text", "")):
        readings = readings.filter(search_text__contains=word)
    for name in ("meeting_date", "number"):
        if values.get(name):
            readings = readings.filter(**{name: values[name]})
    # The moments and not the days are compared, so that the index of moments is used.
    if values.get("since"):
        readings = readings.filter(at__gte=_beginning(values["since"]))
    if values.get("until"):
        readings = readings.filter(at__lt=_beginning(values["until"] + timedelta(days=1)))
    return readings


def _beginning(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
