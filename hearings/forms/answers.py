"""The forms of answers: one written down, and where several were considered."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hearings.files import LONGEST_HEAD, SUFFIXES, is_taken
from hearings.forms.common import HearingsForm, TreatedAtField, past_day, too_early
from hearings.models import HearingParty, HearingResponse
from meetings.forms.fields import DayField, RowsField, lines

TEXT_CHARACTERS = 100_000


class AnswerForm(HearingsForm):
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
        super().__init__(*args, row=instance, **kwargs)
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
        day = past_day(self.cleaned_data["given_on"], self.today)
        if early := too_early(self.party.hearing, self.party, {"answered_on": day}, only="answered_on"):
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


class ConsiderForm(HearingsForm):
    """The answers that the body considered, and the item at which it did."""

    answers = RowsField(queryset=HearingResponse.objects.none(), error_messages={"required": _("Choose at least one answer.")})
    item = TreatedAtField(_("Considered at"))

    def __init__(self, *args, answers, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answers"].queryset = answers
        self.fields["item"].offer(*items)
