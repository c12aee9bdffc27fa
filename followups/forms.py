"""The forms in which those who manage a body say what has become of what it waits for."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from followups.models import FollowUp, PlannedTreatment
from followups.selectors.agendas import MeetingAgenda
from followups.selectors.narrowing import DROPPED, HISTORY, MET, OPEN, OVERDUE, PLACED, PLANNED, UNDATED, WAITING, Narrowing
from followups.wording import say
from meetings.forms.fields import DayField, lines, style_fields
from meetings.forms.period import PeriodField, PeriodForm
from meetings.models import AgendaItem, Meeting
from meetings.templatetags.danish import item_number, weekday

NEW = "nyt-"  # before the key of a meeting: a new item on its agenda
Group = tuple[str, list[tuple[str, str]]]
STATES = [
    (OPEN, _("All that is open")),
    (OVERDUE, _("Overdue")),
    (WAITING, _("On no agenda")),
    (PLACED, _("On an agenda")),
    (UNDATED, _("Without a date")),
    (MET, _("Answered")),
    (DROPPED, _("Dropped")),
    (HISTORY, _("History: due before the start")),
]
KINDS = [("", _("All kinds")), *FollowUp.Kind.choices, (PLANNED, PlannedTreatment._meta.verbose_name)]


class ItemField(forms.ChoiceField):
    """An item out of several agendas, or a new one on any of them."""

    def __init__(self, label, **kwargs):
        super().__init__(label=label, **kwargs)
        self.items: dict[str, AgendaItem] = {}
        self.meetings: dict[str, Meeting] = {}

    def offer(
        self, agendas: Sequence[MeetingAgenda], *, new_in: Sequence[int] = (), first: Sequence[AgendaItem] = (), none: str = ""
    ) -> None:
        """Lets one choose among the items of `agendas`; `first` come before them, `new_in` are the bodies whose agendas take a new one."""
        self.items, self.meetings = {}, {}
        groups: list[Group | tuple[str, str]] = [("", none)] if none else [("", str(_("Choose an item")))]
        if first:
            groups.append((str(_("The same case")), [self._option(item, with_meeting=True) for item in first]))
        for agenda in agendas:
            options = [self._option(item) for item in agenda.items]
            if agenda.meeting.body_id in new_in:
                options.append(self._new(agenda.meeting))
            if options:
                groups.append((meeting_label(agenda.meeting), options))
        self.choices = groups

    def _option(self, item: AgendaItem, *, with_meeting: bool = False) -> tuple[str, str]:
        self.items[str(item.pk)] = item
        number = item_number(item)
        told = f"{number}. {item.title}" if number else item.title
        told = _("%(item)s (closed)") % {"item": told} if item.closed else told
        return str(item.pk), f"{told} – {meeting_label(item.meeting)}" if with_meeting else told

    def _new(self, meeting: Meeting) -> tuple[str, str]:
        self.meetings[f"{NEW}{meeting.pk}"] = meeting
        told = _("New item, on an agenda that has been published") if meeting.agenda_published_at else _("New item on the agenda")
        return f"{NEW}{meeting.pk}", str(told)


class StepForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


class PlaceForm(StepForm):
    item = ItemField(_("On which agenda"))
    why = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=lines(2))


class MeetForm(StepForm):
    """Met by an item, or outside a meeting on a day."""

    item = ItemField(_("Answered by"), required=False)
    on = DayField(_("Or else: answered outside a meeting on"))
    why = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=lines(2))

    def clean(self) -> dict:
        data = super().clean()
        if not data.get("item") and not data.get("on") and not self.errors:
            self.add_error("on", _("Choose an item, or write the day."))
        return data


class PostponeForm(PeriodForm):
    """Till when, from `today` on."""

    phrase = PeriodField(_("Till when, in words"), first="first", last="last")
    first = DayField(_("First day"))
    last = DayField(_("Last day"))
    why = forms.CharField(label=_("Why"), max_length=2000, widget=lines(2))

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict:
        data = super().clean()
        if not data.get("last") and not self.errors:
            self.add_error("phrase", _("Write till when, in words or as days."))
        elif data.get("last") and data["last"] < self.today:
            self.add_error("last", say("days_passed"))
        return data


class DropForm(StepForm):
    why = forms.CharField(label=_("Why"), max_length=2000, widget=lines(2))
    for_good = forms.BooleanField(label=_("It shall not come again"), required=False)


class TakeUpForm(StepForm):
    """The form takes up what was due before its body's start, so that it counts like any other."""

    why = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=lines(2))


class RejectForm(StepForm):
    """The sentences of several were misread."""

    why = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=lines(2))


def meeting_label(meeting: Meeting) -> str:
    """`Udsatterådet, onsdag d. 3. februar 2027`."""
    return f"{meeting.body}, {weekday(meeting.date)}"


class NarrowingForm(forms.Form):
    """The filters of the desk's list, in the address. A value that is not understood counts as not chosen."""

    tilstand = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    slags = forms.ChoiceField(label=_("Kind"), required=False, choices=KINDS)
    ansvarlig = forms.CharField(label=_("Responsible"), required=False, max_length=200)
    senest = DayField(_("Due by"))

    def __init__(self, *args, responsibles: Sequence[str], **kwargs):
        super().__init__(*args, **kwargs)
        wanted = self.data.get("ansvarlig", "")
        names = [*responsibles, *([wanted] if wanted and wanted not in responsibles else [])]
        everybody = [("", str(_("Everybody"))), *((name, name) for name in names)]
        self.fields["ansvarlig"].widget = forms.Select(choices=everybody)
        style_fields(self)

    def narrowing(self) -> Narrowing:
        self.is_valid()
        found = self.cleaned_data
        return Narrowing(found.get("tilstand") or OPEN, found.get("slags", ""), found.get("ansvarlig", ""), found.get("senest"))
