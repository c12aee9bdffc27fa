"""The forms of a body's settings: its rules, and a row for each seat on it."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.access import Actor
from concurrency.forms import VersionedForm
from danish.folding import name_key
from meetings.body_settings import RULES, SeatChange
from meetings.forms.fields import DayField, style_fields
from meetings.forms.meeting import ClockField, is_near
from meetings.forms.places import PlaceField
from meetings.models import Body, Membership, Person, PersonName

MOST_DISPATCH_DAYS, NEW_ROWS = 60, 2


class NearDayField(DayField):
    """A day in a year that may be meant."""

    def clean(self, value):
        day = super().clean(value)
        if day and not is_near(day):
            raise forms.ValidationError(_("Check the year."))
        return day


class RulesForm(VersionedForm):
    dispatch_days = forms.IntegerField(
        label=_("The agenda goes out so many working days before"), min_value=0, max_value=MOST_DISPATCH_DAYS
    )
    saturday_counts = forms.BooleanField(label=_("Saturday counts as a working day"), required=False)
    numbering = forms.ChoiceField(label=_("Item numbers"), choices=Body.Numbering.choices)
    usual_place = PlaceField(label=_("Usual place"), required=False, max_length=Body._meta.get_field("usual_place").max_length)
    usual_start = ClockField(_("Meetings usually begin at"))
    usual_end = ClockField(_("Meetings usually end at"))
    in_use_since = NearDayField(_("In use since"), help_text=Body._meta.get_field("in_use_since").help_text)

    def __init__(self, *args, row: Body, **kwargs):
        super().__init__(*args, row=row, prefix="regler", initial={name: getattr(row, name) for name in RULES}, **kwargs)
        self.fields["dispatch_days"].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 3})
        style_fields(self)

    def clean(self) -> dict:
        data = super().clean()
        start, end = data.get("usual_start"), data.get("usual_end")
        if start and end and end <= start:
            self.add_error("usual_end", _("The meeting ends before it begins."))
        return data


class SeatForm(VersionedForm):
    """One seat that is there. `is_gone` takes it away as one that never was."""

    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices)
    first_day = NearDayField(_("First day"), required=True)
    last_day = NearDayField(_("Last day"))
    is_gone = forms.BooleanField(label=_("Take away: it stood here by mistake"), required=False)

    def __init__(self, *args, row: Membership, **kwargs):
        initial = {name: getattr(row, name) for name in ("role", "first_day", "last_day")}
        super().__init__(*args, row=row, prefix=f"plads{row.pk}", initial=initial, **kwargs)
        style_fields(self)

    def clean(self) -> dict:
        return _in_order(self, super().clean())

    @property
    def person(self) -> Person:
        return self.row.person

    def seat(self) -> SeatChange:
        values = {name: self.cleaned_data[name] for name in ("role", "first_day", "last_day", "is_gone")}
        return SeatChange(**values, row=self.row, person=self.row.person)


class NewSeatForm(forms.Form):
    """A seat of somebody known, or of somebody new. A row without a name is none."""

    name = forms.CharField(label=_("Name"), required=False, max_length=Person._meta.get_field("name").max_length)
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices, initial=Membership.Role.MEMBER)
    first_day = NearDayField(_("First day"))
    last_day = NearDayField(_("Last day"))

    def __init__(self, *args, actor: Actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= {"list": "people", "autocomplete": "off"}
        self.actor, self.person = actor, None
        style_fields(self)

    def clean(self) -> dict:
        data = super().clean()
        name = data.get("name", "")
        if not name or "name" in self.errors:
            return data
        if not data.get("first_day") and "first_day" not in self.errors:
            self.add_error("first_day", _("Write the first day."))
        found = people_called(name, self.actor)
        if len(found) > 1:
            self.add_error("name", _("More than one is called so. Choose among those that are suggested, with their party."))
        self.person = found[0] if len(found) == 1 else None
        return _in_order(self, data)

    def seat(self) -> SeatChange | None:
        data = self.cleaned_data
        if not data["name"]:
            return None
        return SeatChange(data["role"], data["first_day"], data["last_day"], person=self.person, name=data["name"])


def told_person(person: Person) -> str:
    """The name as it is suggested: with the party, which tells two of one name apart."""
    return f"{person.name} ({person.party})" if person.party else person.name


def people_called(text: str, actor: Actor) -> list[Person]:
    """Those whom the actor knows by this name or another spelling of it, or by name and party as `told_person` writes them: two queries at most."""
    name, _bracket, party = text.removesuffix(")").partition(" (")
    keys, known = {name_key(text), name_key(name)}, Person.objects.visible_to(actor).order_by("pk")
    found = list(known.filter(key__in=keys)) or list(known.filter(pk__in=PersonName.objects.filter(key__in=keys).values("person")))
    exact = [person for person in found if told_person(person) == text] if party else []
    return exact or found


def refuse_doubles(forms_: Sequence[SeatForm | NewSeatForm]) -> None:
    """Says at the later row where somebody would have one role twice at a time. The forms are valid."""
    seen: list[SeatChange] = []
    for form in forms_:
        seat = form.seat()
        if seat is None or seat.is_gone:
            continue
        if any(_overlap(seat, other) for other in seen):
            form.add_error("first_day", _("This person has this role in that time already."))
        seen.append(seat)


def _overlap(one: SeatChange, other: SeatChange) -> bool:
    is_same = one.role == other.role and (one.person == other.person if one.person else name_key(one.name) == name_key(other.name))
    ends = [(seat.last_day, another.first_day) for seat, another in ((one, other), (other, one))]
    return is_same and all(last is None or last >= first for last, first in ends)


def _in_order(form: forms.Form, data: dict) -> dict:
    first, last = data.get("first_day"), data.get("last_day")
    if first and last and last < first:
        form.add_error("last_day", _("The last day lies before the first."))
    return data
