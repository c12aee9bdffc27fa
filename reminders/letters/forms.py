"""The form in which a letter is written and sent on its way."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from meetings.forms.fields import DayField, lines, style_fields
from meetings.templatetags.danish import day
from reminders.letters.about import About, with_address
from reminders.letters.draft import SUBJECT_CHARACTERS
from reminders.models import Contact, Letter
from reminders.models.letters import ADDRESS_CHARACTERS

TEXT_CHARACTERS, POSTAL_CHARACTERS = 20_000, 500
NOT_BY_MAIL = {
    "closed": gettext_lazy("The item is closed, so it is not written about by mail. Print the letter and send it by post."),
    "unpublished": gettext_lazy(
        "The minutes have not been published yet, so they are not written about by mail. Print the letter and send it by post."
    ),
    "no_server": gettext_lazy("No mail server is set up, so no mail can be sent from here."),
}
Way = Letter.Way


class LetterForm(forms.Form):
    """The letter's words, and for each way that it can go what that way asks for. `way` is that of the button it was sent with.

    `to` is the key of a contact who has an address; without one `email` is a new address.
    """

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=SUBJECT_CHARACTERS)
    text = forms.CharField(label=pgettext_lazy("letter", "Text"), max_length=TEXT_CHARACTERS, widget=lines(18))
    to = forms.ChoiceField(label=gettext_lazy("Send the mail to"), required=False, widget=forms.RadioSelect)
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        max_length=ADDRESS_CHARACTERS,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    postal_address = forms.CharField(
        label=gettext_lazy("Postal address"),
        help_text=gettext_lazy("It stands at the top of the letter. It may be left empty."),
        required=False,
        max_length=POSTAL_CHARACTERS,
        widget=lines(3),
    )
    how = forms.CharField(
        label=gettext_lazy("How"),
        help_text=gettext_lazy("By telephone, at a meeting, by mail from your own mail program"),
        required=False,
        max_length=200,
    )
    sent_on = DayField(pgettext_lazy("letter", "Day"))

    def __init__(self, *args, about: About, contacts: Mapping[str, Contact], why_no_mail: str, way: str, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.about, self.contacts, self.way, self.today = about, with_address(contacts), way, today
        self.refused = {one.refused_email for one in contacts.values() if one.refused_email}
        self.why_no_mail = NOT_BY_MAIL.get(why_no_mail, "")
        known = [(key, f"{contact}, {contact.address}") for key, contact in self.contacts.items()]
        self.fields["to"].choices = [*known, ("", _("another address"))]
        self.initial = {
            "subject": about.draft.subject,
            "text": about.draft.text,
            "to": known[0][0] if known else "",
            "sent_on": today,
        } | self.initial
        style_fields(self)

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].split())

    def clean_text(self) -> str:
        return "\n".join(self.cleaned_data["text"].splitlines())

    def clean_postal_address(self) -> str:
        return "\n".join(self.cleaned_data["postal_address"].splitlines())

    def clean_sent_on(self) -> date | None:
        sent = self.cleaned_data["sent_on"]
        if sent and sent > self.today:
            raise ValidationError(_("The day has not come yet."))
        if sent and self.about.since and sent < self.about.since:
            raise ValidationError(_("It was asked for on %(day)s, and cannot be reminded of before.") % {"day": day(self.about.since)})
        return sent

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.way == Way.MAIL:
            self._clean_mail(data)
        elif not data.get("sent_on") and "sent_on" not in self.errors:
            self.add_error("sent_on", _("Write the day."))
        if self.way == Way.HAND and not data.get("how", "").strip():
            self.add_error("how", _("Write how."))
        return data

    def _clean_mail(self, data: dict[str, Any]) -> None:
        if self.why_no_mail:
            self.add_error(None, self.why_no_mail)
        elif "to" in self.errors or "email" in self.errors:
            return
        elif data["to"] and data["email"]:
            self.add_error("email", _("You have chosen an address and written another one. Choose “another address”, or empty this field."))
        elif not data["to"] and not data["email"]:
            self.add_error("email", _("There is no address to send the mail to. Write one."))
        elif data["email"] in self.refused:
            self.add_error("email", _("The mail server does not know that address."))

    @property
    def values(self) -> dict[str, Any]:
        """Returns the values to keep of a valid form: none that its way does not ask for."""
        data, key = self.cleaned_data, self.cleaned_data["to"]
        kept = {"way": self.way, "subject": data["subject"], "text": data["text"], "sent_on": self.today, "contact": key}
        kept |= {"address": "", "postal_address": "", "how": ""}
        if self.way == Way.MAIL:
            return kept | {"address": self.contacts[key].address if key else data["email"]}
        own = {"postal_address": data["postal_address"]} if self.way == Way.POST else {"how": data["how"]}
        return kept | own | {"sent_on": data["sent_on"]}
