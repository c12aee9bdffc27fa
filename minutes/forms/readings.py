"""The forms in which a secretary corrects what was read of the meeting and of an item.

`changes` are the corrections as `minutes.services.correct_reading` takes them: JSON values of the parts that were changed in the form.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concurrency.forms import VersionedForm
from meetings.forms.fields import DayField, style_fields
from meetings.forms.meeting import ClockField, is_near
from meetings.forms.places import PlaceInput
from meetings.models import Body, Meeting, Outcome, Participation
from minutes.corrections import value_of
from minutes.forms.headings import HeadForm
from minutes.forms.reading_fields import NameListField, VoteFields, longest
from reader import facts
from reader.format import part_to_json

_DOUBT = "doubt"
_KIND = Participation.Kind


class CorrectionForm(VersionedForm):
    """A form of the parts of `owner`, the facts of a meeting or an item."""

    def __init__(self, *args, owner: facts.Minutes | facts.ItemFacts, **kwargs):
        self.owner = owner
        super().__init__(*args, **kwargs)
        style_fields(self)

    @property
    def changes(self) -> dict[str, Any]:
        """The changed values by part. A field left as it was opened corrects nothing, though it would be written otherwise."""
        changed = {self.part_of(name) for name in self.changed_data}
        return {part: value for part, value in self.parts_written().items() if part in changed}

    def part_of(self, field: str) -> str:
        """The part of the facts that the field is about."""
        return field

    def parts_written(self) -> dict[str, Any]:
        raise NotImplementedError


class MeetingFactsForm(CorrectionForm):
    kind = forms.ChoiceField(label=_("Document"), choices=[("minutes", _("Minutes")), ("agenda", _("Agenda"))])
    body = forms.CharField(
        label=_("Body"), max_length=longest(Body, "name"), widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"})
    )
    date = DayField(_("Date"), required=True)
    start = ClockField(_("Begins"))
    end = ClockField(_("Ends"))
    place = forms.CharField(label=_("Place"), required=False, max_length=longest(Meeting, "place"), widget=PlaceInput())
    attendees = NameListField(_("Participants, one a line"), 6)
    absent = NameListField(_("Absent from the whole meeting, one a line"))

    def __init__(self, *args, owner: facts.Minutes, **kwargs):
        meeting = owner.meeting
        initial = {name: getattr(meeting, name) for name in ("body", "date", "start", "end", "place", "attendees")}
        initial |= {"kind": owner.kind, "absent": [one.name for one in meeting.absent]}
        super().__init__(*args, owner=owner, initial=initial, **kwargs)
        if "body" in self.fields:
            self.fields["body"].help_text = _("Choose one of the bodies, or write the name of a new one.")
        self.fields["date"].help_text = _("For instance 3. september 2018.")

    def clean_date(self):
        if not is_near(self.cleaned_data["date"]):
            raise forms.ValidationError(_("Check the year."))
        return self.cleaned_data["date"]

    def parts_written(self) -> dict[str, Any]:
        data = self.cleaned_data
        written = {name: part_to_json(data[name]) for name in ("kind", "body", "date", "start", "end", "attendees") if name in data}
        known = {one.name: one for one in self.owner.meeting.absent}
        absent = [known.get(name) or facts.Absence(name, _KIND.ABSENT) for name in data["absent"]]
        return written | {"place": data["place"] or None, "absent": part_to_json(absent)}


class KeptMeetingForm(MeetingFactsForm):
    """Of a meeting that is in the register. What it is, and whose, is not said anew."""

    kind = None
    body = None


class ItemFactsForm(CorrectionForm, HeadForm):
    """`may_open` is asked for of a closed item: opening one is said in so many words."""

    closed = forms.ChoiceField(
        label=_("Open or closed"),
        choices=[("", pgettext_lazy("item", "Open")), ("closed", pgettext_lazy("item", "Closed"))],
        required=False,
    )
    may_open = forms.BooleanField(
        label=_("Yes, open the item"),
        required=False,
        help_text=_("Everybody can read it, with all its text, when it is published."),
    )
    absent = NameListField(_("Absent, one a line"), 2)
    did_not_participate = NameListField(_("Took no part in the item, one a line"), 2)

    def __init__(self, *args, owner: facts.ItemFacts, **kwargs):
        initial = {"number": value_of(owner, "number"), "title": owner.title, "case_number": owner.case_number}
        initial |= {"closed": _DOUBT if owner.in_doubt else "closed" if owner.closed else ""}
        initial |= {kind: [one.name for one in owner.absences if one.kind == kind] for kind in (_KIND.ABSENT, _KIND.DID_NOT_PARTICIPATE)}
        initial |= {_outcome(number): _outcomes_of(owner, number) for number in self.recommendations(owner)}
        self.votes = [VoteFields(number, vote) for number, vote in enumerate([*owner.votes, None])]
        added = {_outcome(number): _outcome_field(number) for number in self.recommendations(owner)}
        for vote in self.votes:
            initial |= vote.initial()
            added |= vote.fields()
        asked = {name: field for name, field in type(self).base_fields.items() if owner.closed or name != "may_open"}
        self.base_fields = asked | added
        super().__init__(*args, owner=owner, initial=initial, **kwargs)
        if owner.in_doubt:
            self.fields["closed"].choices = [(_DOUBT, _("In doubt, closed until further notice")), *self.fields["closed"].choices]

    def part_of(self, field: str) -> str:
        if field in (_KIND.ABSENT, _KIND.DID_NOT_PARTICIPATE):
            return "absences"
        return "outcomes" if field.startswith("outcome_") else "votes" if field.startswith("vote_") else field

    @staticmethod
    def recommendations(owner: facts.ItemFacts) -> list[int | None]:
        """The places with an outcome of their own: None for the whole decision, and each recommendation's number."""
        numbers = [one.number for one in owner.recommendations] + [one.recommendation for one in owner.outcomes]
        return [None, *sorted({number for number in numbers if number is not None})]

    def outcome_fields(self):
        return [self[_outcome(number)] for number in self.recommendations(self.owner)]

    def vote_fields(self):
        return [[self[name] for name in vote.fields()] for vote in self.votes]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.owner.closed and not self.errors and not data["closed"] and not data.get("may_open"):
            self.add_error("may_open", _("The item is closed. Set the tick if everybody is to read it."))
        return data

    def parts_written(self) -> dict[str, Any]:
        data, item = self.cleaned_data, self.owner
        kinds = (_KIND.ABSENT, _KIND.DID_NOT_PARTICIPATE)
        named = {(one.kind, one.name): one for one in item.absences}
        absences = [named.get((kind, name)) or facts.Absence(name, str(kind)) for kind in kinds for name in data[kind]]
        told = sorted(absences, key=lambda one: item.absences.index(one) if one in item.absences else len(item.absences))
        votes = [vote.written(data) for vote in self.votes]
        return {
            "number": data["number"],
            "title": data["title"],
            "case_number": data["case_number"] or None,
            "closed": bool(data["closed"]),
            "outcomes": part_to_json(self._outcomes(data)),
            "absences": part_to_json(told),
            "votes": part_to_json([vote for vote in votes if vote]),
        }

    def _outcomes(self, data: dict[str, Any]) -> list[facts.OutcomeFacts]:
        """In the order they had: an outcome that stays keeps its place."""
        chosen = {number: data[_outcome(number)] for number in self.recommendations(self.owner) if data[_outcome(number)]}
        kept = [one for one in self.owner.outcomes if chosen.get(one.recommendation) == one.outcome]
        new = [facts.OutcomeFacts(number, code) for number, code in chosen.items() if not any(one.recommendation == number for one in kept)]
        return sorted([*kept, *new], key=lambda one: one.recommendation or 0) if new else kept


def known_bodies() -> Iterable[Body]:
    """The bodies to choose between."""
    return Body.objects.order_by("name")


def _outcome(number: int | None) -> str:
    return f"outcome_{number or 0}"


def _outcomes_of(item: facts.ItemFacts, number: int | None) -> str:
    return next((one.outcome for one in item.outcomes if one.recommendation == number), "")


def _outcome_field(number: int | None) -> forms.ChoiceField:
    label = _("Outcome of the whole item") if number is None else format_lazy("{} {}", _("Outcome of recommendation"), number)
    return forms.ChoiceField(label=label, required=False, choices=[("", _("none told")), *Outcome.Value.choices])
