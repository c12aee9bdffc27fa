"""The forms in which a secretary writes down what happens with a hearing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from danish.folding import name_key
from hearings.files import LONGEST_HEAD, SUFFIXES, is_taken
from hearings.models import Hearing, HearingParty, HearingResponse
from hearings.order import out_of_order
from meetings.formfields import DayField, RowField, RowsField, dress, lines
from meetings.models import AgendaItem, Body
from meetings.templatetags.sitting import day as day_in_words

NAME_CHARACTERS = HearingParty._meta.get_field("name").max_length
TEXT_CHARACTERS = 100_000
NOT_YET = _("The day has not come yet.")


class _Form(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class NamesField(forms.CharField):
    """Names, one a line; a name written twice counts once, as it was written first."""

    def __init__(self, label, **kwargs):
        super().__init__(label=label, widget=lines(3), **kwargs)

    def clean(self, value) -> list[str]:
        names = [" ".join(name.split()) for name in super().clean(value).splitlines()]
        if any(len(name) > NAME_CHARACTERS for name in names):
            raise ValidationError(_("The name of a party has at most 200 characters."))
        return [*{name_key(name): name for name in reversed(names) if name}.values()][::-1]


class HearingForm(_Form):
    """A hearing entered by hand. With `instance` it is corrected: what was read out of a sentence is left to the page beside the sentence,
    the parties to the hearing's own page, and a deadline that was put off to its own history."""

    side = forms.ChoiceField(
        label=_("What the body does"),
        choices=[(Hearing.Side.CONSULTED, _("It is consulted")), (Hearing.Side.SENT, _("It sends something out to be heard"))],
    )
    subject = forms.CharField(label=_("Subject"), max_length=1000, widget=lines(2))
    sender = forms.CharField(label=_("Sender"), required=False, max_length=200, help_text=_("Who consults the body."))
    received_on = DayField(_("Received"), help_text=_("The day it came to the body that is consulted."))
    opens = DayField(_("Opens"), help_text=_("The day it is sent out, or opens."))
    deadline = DayField(_("Deadline"))
    answers_to = forms.CharField(label=_("Answers are sent to"), required=False, max_length=300)
    parties = NamesField(_("Parties, one a line"), required=False, help_text=_("A body that is consulted becomes a party by itself."))
    open_to_public = forms.BooleanField(label=_("Everybody may read about the hearing"), required=False)

    def __init__(self, *args, instance: Hearing | None = None, item: AgendaItem | None = None, **kwargs):
        if instance:
            kwargs["initial"] = {name: getattr(instance, name, None) for name in self.base_fields} | {"opens": instance.opens_last}
        super().__init__(*args, **kwargs)
        left_out = {"open_to_public"} if item or (instance and instance.item_id) else set()
        if instance:
            left_out |= {"parties"}
            left_out |= {"subject", "opens", "deadline"} if instance.quote else set()
            left_out |= {"deadline"} if instance.extensions.exists() else set()
        for name in left_out:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        begins = data.get("opens") or data.get("received_on")
        if begins and data.get("deadline") and data["deadline"] < begins:
            self.add_error("deadline", _("The deadline is before the hearing begins."))
        return data

    @property
    def values(self) -> dict[str, Any]:
        """The hearing's columns."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in ("body", "parties", "opens")}
        opens = self.cleaned_data.get("opens")
        return values | ({"opens_first": opens, "opens_last": opens} if "opens" in self.fields else {})


class BodyForm(_Form):
    """Whose hearing it is, among the bodies one serves."""

    body = RowField(label=_("Body"), queryset=Body.objects.none(), empty_label=None)

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class ExtensionForm(_Form):
    new = DayField(_("New deadline"), required=True)
    reason = forms.CharField(label=_("Why it is put off"), widget=lines(3), help_text=_("Shown with the hearing."))


class PartiesForm(_Form):
    """What is noted of several parties on one day; `column` is where."""

    parties = RowsField(queryset=HearingParty.objects.none(), error_messages={"required": _("Choose at least one party.")})
    on = DayField(_("Day"), required=True)

    def __init__(self, *args, hearing: Hearing, today: date, column: str = "asked_on", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = hearing.parties.all()
        self.hearing, self.today, self.column = hearing, today, column

    def clean_on(self) -> date:
        return _past(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for party in data.get("parties") or () if data.get("on") else ():
            is_passed_over = party.asked_on if self.column == "asked_on" else party.answered_on or party.declined_on
            if is_passed_over:
                continue
            if early := _too_early(self.hearing, party, {self.column: data["on"]}):
                self.add_error("on", ValidationError("%(party)s: %(why)s", params={"party": party, "why": early[1]}))
        return data


class NewPartiesForm(_Form):
    names = NamesField(_("Add parties, one a line"))


class PartyForm(_Form):
    """One party's name and days; a day that is emptied is taken back."""

    name = forms.CharField(label=_("Name"), max_length=NAME_CHARACTERS)
    asked_on = DayField(_("Asked"))
    reminded_on = DayField(_("Reminded"))
    declined_on = DayField(_("Declined to answer"))

    def __init__(self, *args, party: HearingParty, today: date, **kwargs):
        super().__init__(*args, initial={name: getattr(party, name) for name in self.base_fields}, **kwargs)
        self.party, self.today = party, today

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        days = {name: data.get(name) for name in ("asked_on", "reminded_on", "declined_on")}
        for name, day in days.items():
            if day and day > self.today:
                self.add_error(name, NOT_YET)
        if early := _too_early(self.party.hearing, self.party, days):
            name, why = early
            self.add_error(name if name in self.fields else "asked_on", why)
        return data


class TreatedAtField(forms.ChoiceField):
    """An item among those of the same `matter` and the body's `others`; none is a choice too."""

    def __init__(self, label, **kwargs):
        super().__init__(label=label, required=False, **kwargs)
        self._items: dict[str, AgendaItem] = {}

    def offer(self, matter: Sequence[AgendaItem], others: Sequence[AgendaItem], chosen: AgendaItem | None = None) -> None:
        items = [*matter, *others]
        left_out = [chosen] if chosen and chosen not in items else []
        self._items = {str(item.pk): item for item in [*items, *left_out]}
        groups = [(_("Chosen now"), left_out), (_("In the same matter"), matter), (_("Other items of the body"), others)]
        named = [(label, [(str(item.pk), _name(item)) for item in group]) for label, group in groups if group]
        self.choices = [("", _("None yet")), *named]

    def clean(self, value) -> AgendaItem | None:
        return self._items.get(super().clean(value))


class AnswerForm(_Form):
    """A party's answer. Our own body's is a draft without a day, and has an item at which it is decided."""

    given_on = DayField(_("Answered on"), required=True)
    text = forms.CharField(label=_("The answer"), required=False, max_length=TEXT_CHARACTERS, widget=lines(8))
    file = forms.FileField(label=_("File"), required=False, max_length=255, widget=forms.FileInput())
    decided_at = TreatedAtField(_("Decided at"), help_text=_("The item at which the body decides its answer."))
    is_public = forms.BooleanField(label=_("Everybody may read the answer"), required=False)

    def __init__(self, *args, party: HearingParty, items, today: date, instance: HearingResponse | None = None, **kwargs):
        if instance:
            kwargs["initial"] = {name: getattr(instance, name) for name in ("given_on", "text", "is_public")}
            kwargs["initial"] |= {"decided_at": str(instance.decided_at_id or "")}
        super().__init__(*args, **kwargs)
        self.party, self.is_own, self.today, self.instance = party, party.is_own, today, instance
        self.fields["file"].help_text = _("At most 25 MB: %(kinds)s.") % {"kinds": SUFFIXES}
        self.fields["file"].widget.attrs["accept"] = SUFFIXES.replace(" ", "")
        if self.is_own:
            self.fields["given_on"].required = False
            self.fields["given_on"].label = _("Sent")
            self.fields["given_on"].help_text = _("Without a day it is a draft.")
            self.fields["decided_at"].offer(*items, chosen=instance and instance.decided_at)
            self.order_fields(["text", "file", "decided_at"])
        else:
            del self.fields["decided_at"]

    def clean_given_on(self) -> date | None:
        day = _past(self.cleaned_data["given_on"], self.today)
        if early := _too_early(self.party.hearing, self.party, {"answered_on": day}, only="answered_on"):
            raise ValidationError(early[1])
        return day

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > settings.MINUTES_MAX_UPLOAD_BYTES:
            raise ValidationError(_("The file is too large. It can be at most 25 MB."))
        head = file.read(LONGEST_HEAD)
        file.seek(0)
        if not is_taken(file.name, head):
            raise ValidationError(_("The file is none of the kinds that can be kept: %(kinds)s.") % {"kinds": SUFFIXES})
        return file

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        kept = self.instance and self.instance.file
        if not (data.get("text", "").strip() or data.get("file") or kept or self.errors):
            self.add_error("text", _("Write the answer or choose a file."))
        if data.get("is_public") and not data.get("given_on") and "given_on" not in self.errors:
            self.add_error("is_public", _("A draft cannot be read by everybody."))
        if "file" in self.files and self.errors and "file" not in self.errors:
            self.add_error("file", _("Choose the file again."))
        return data


class ConsiderForm(_Form):
    """Which answers the body considered at which item."""

    answers = RowsField(queryset=HearingResponse.objects.none(), error_messages={"required": _("Choose at least one answer.")})
    item = TreatedAtField(_("Considered at"))

    def __init__(self, *args, answers, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answers"].queryset = answers
        self.fields["item"].offer(*items)


def _too_early(hearing: Hearing, party: HearingParty, said: dict[str, date | None], only: str | None = None) -> tuple[str, str] | None:
    """Which of the party's days would lie too early with what is `said` now, and the words for it; of `only` that one when told."""
    known = {name: getattr(party, name) for name in ("asked_on", "reminded_on", "declined_on", "answered_on")} | said
    if only:
        known = {name: day for name, day in known.items() if name in ("asked_on", only)}
    early = out_of_order(opened=hearing.received_on or hearing.opens_first, **known)
    if early is None:
        return None
    name, earliest = early
    texts = {
        "reminded_on": _("Nobody is reminded before being asked, which was on %(day)s."),
        "declined_on": _("Nobody declines before being asked, which was on %(day)s."),
        "answered_on": _("The answer would be older than the hearing, which came on %(day)s."),
    }
    return name, texts[name] % {"day": day_in_words(earliest)}


def _past(day: date | None, today: date) -> date | None:
    if day and day > today:
        raise ValidationError(NOT_YET)
    return day


def _name(item: AgendaItem) -> str:
    """`06-06-2018, 16. Varmestue ved havnen (Socialudvalget)`."""
    return f"{item.meeting.date:%d-%m-%Y}, {item} ({item.body})"
