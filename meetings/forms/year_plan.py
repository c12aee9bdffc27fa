"""The forms of a meeting plan: the rule and the days it is asked for, and the school holidays."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from danish.dates import WEEKDAYS
from danish.working_days import Closing
from meetings.forms.fields import DayField, lines, style_fields
from meetings.forms.meeting import ClockField, is_near
from meetings.forms.places import PlaceField
from meetings.models import Body, Meeting
from meetings.yearplan.closings import UnreadableLine, read_closings, write_closings
from meetings.yearplan.proposals import PlanRequest, usual_rule
from meetings.yearplan.rules import LAST, MeetingRule, Pattern

PATTERNS = [
    (Pattern.MONTHLY, _("On the same weekday of the month")),
    (Pattern.WEEKLY, _("Every so many weeks")),
    (Pattern.AS_BEFORE, _("As the year before")),
]
PLACES = [
    (1, pgettext_lazy("weekday of the month", "first")),
    (2, pgettext_lazy("weekday of the month", "second")),
    (3, pgettext_lazy("weekday of the month", "third")),
    (4, pgettext_lazy("weekday of the month", "fourth")),
    (LAST, pgettext_lazy("weekday of the month", "last")),
]
UNREADABLE = {
    "not_understood": _("“%(line)s” is not understood. Write for instance: 13.–21. februar 2027: Vinterferie."),
    "too_long": _("“%(line)s” is too long."),
    "too_many": _("There are too many lines: at most 60."),
}
LATEST_START = 7  # from this month on one plans the year that comes


class YearPlanForm(forms.Form):
    """The rule, asked with GET so that it stands in the address; sent along when the days are chosen."""

    pattern = forms.ChoiceField(label=_("The meetings are"), choices=PATTERNS, widget=forms.RadioSelect)
    place_in_month = forms.TypedChoiceField(label=_("Which one"), choices=PLACES, coerce=int)
    weekday = forms.TypedChoiceField(label=_("Weekday"), choices=list(enumerate(WEEKDAYS)), coerce=int)
    every = forms.IntegerField(label=_("Distance in months or weeks"), min_value=1, max_value=26)
    first = DayField(_("From"), required=True)
    last = DayField(_("Until"), required=True)
    start = ClockField(_("Begins"))
    end = ClockField(_("Ends"))
    place = PlaceField(label=_("Place"), required=False, max_length=Meeting._meta.get_field("place").max_length)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["every"].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 3})
        style_fields(self)

    def clean(self) -> dict:
        data = super().clean()
        first, last, start, end = (data.get(name) for name in ("first", "last", "start", "end"))
        for name, day in (("first", first), ("last", last)):
            if day and not is_near(day):
                self.add_error(name, _("Check the year."))
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first."))
        if start and end and end <= start:
            self.add_error("end", _("The meeting ends before it begins."))
        return data

    @property
    def asked(self) -> PlanRequest:
        """The rule of a valid form."""
        data = self.cleaned_data
        rule = MeetingRule(Pattern(data["pattern"]), data["weekday"], data["place_in_month"], data["every"])
        return PlanRequest(rule, data["first"], data["last"], data["start"], data["end"], data["place"])


def filled_in(body: Body, *, today: dt.date) -> dict:
    """The rule that the body's meetings follow, for the rest of the year, or from July on for the one that comes."""
    rule, coming = usual_rule(body), today.month >= LATEST_START
    first = dt.date(today.year + 1, 1, 1) if coming else today
    usual = {"start": body.usual_start, "end": body.usual_end, "place": body.usual_place}
    days = {"first": first, "last": dt.date(first.year, 12, 31)}
    return {"pattern": rule.pattern, "place_in_month": rule.place, "weekday": rule.weekday, "every": rule.every} | days | usual


class ClosingsForm(forms.Form):
    """The school holidays, a line each. `shown` are those that the page showed; both give lists of `Closing`."""

    closings = forms.CharField(
        label=_("School holidays"),
        required=False,
        widget=lines(6),
        max_length=10_000,
        help_text=_("One a line: the days, and what they are called. They hold for all bodies."),
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10_000)

    def __init__(self, *args, today: dt.date, closings: list[Closing], **kwargs):
        written = write_closings(closings)
        super().__init__(*args, initial={"closings": written, "shown": written}, **kwargs)
        self.today = today
        style_fields(self)

    def clean_closings(self) -> list[Closing]:
        return self._read("closings")

    def clean_shown(self) -> list[Closing]:
        return self._read("shown")

    def _read(self, name: str) -> list[Closing]:
        try:
            return read_closings(self.cleaned_data[name], today=self.today)
        except UnreadableLine as error:
            raise forms.ValidationError(UNREADABLE[error.code], params={"line": error.line[:80]}) from error
