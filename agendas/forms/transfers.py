"""The forms in which an item is split in two, and taken or sent to another meeting."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.forms.fields import MinutesField
from followups.presenters import OccurrencePresenter
from meetings.forms.fields import RowField, style_fields
from meetings.models import AgendaItem, Meeting
from meetings.templatetags.danish import weekday


class PartsField(forms.MultipleChoiceField):
    """Parts of an item to tick. One that is not there any more, as after the first of two clicks, is passed over: the version tells of it."""

    def __init__(self, label):
        super().__init__(label=label, required=False, widget=forms.CheckboxSelectMultiple)

    def to_python(self, value) -> list[str]:
        return [one for one in super().to_python(value) if self.valid_value(one)]


class AgendaItemSplitForm(forms.Form):
    """The form asks for the second item's title, the minutes of both, and the parts that go along with the second."""

    title = forms.CharField(label=_("The second item is called"), max_length=AgendaItem._meta.get_field("title").max_length)
    minutes_left = MinutesField()
    minutes = MinutesField()
    recommendations = PartsField(_("Recommendations that go along"))
    answers = PartsField(_("What the second item answers"))

    def __init__(self, *args, item: AgendaItem, answers: Sequence[OccurrencePresenter], **kwargs):
        super().__init__(*args, initial={"title": item.title, "minutes_left": item.minutes}, **kwargs)
        self.fields["minutes_left"].label = _("Minutes of the first")
        self.fields["minutes"].label = _("Minutes of the second")
        choices = {
            "recommendations": [(str(place), one.text) for place, one in enumerate(item.readable_recommendations)],
            "answers": [(str(one.occurrence.pk), one.text or one.item.title) for one in answers],
        }
        for name, options in choices.items():
            if options:
                self.fields[name].choices = options
            else:
                del self.fields[name]
        style_fields(self)
        for name in choices.keys() & self.fields.keys():
            self.fields[name].widget.attrs["class"] = "form-checkbox"

    def chosen(self) -> dict[str, list[int]]:
        return {name: [int(key) for key in self.cleaned_data.get(name, [])] for name in ("recommendations", "answers")}


class MeetingsField(RowField):
    def __init__(self, meetings):
        super().__init__(meetings, label=_("Which meeting"), empty_label=_("Choose a meeting"))

    def label_from_instance(self, obj: Meeting) -> str:
        return f"{obj.body}, {weekday(obj.date)}"


class DestinationForm(forms.Form):
    """The meeting that the item goes to, among `meetings`."""

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = MeetingsField(meetings)
        style_fields(self)
