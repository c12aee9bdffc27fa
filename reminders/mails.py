"""The mails of reminders, one function each. They are built here and sent by `reminders.outbox`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reminders.deadlines import Description
from reminders.models import Contact, Mail, Reminder
from reminders.wording import weekday_in_words, what_is_due, why_you

TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class MailEntry:
    """One reminder in words. The links are whole addresses, in a mail. Of a closed item none tells more than that there is one."""

    title: str
    quote: str
    what: str
    why: str
    link: str
    sentence_link: str
    last: date
    body: str


@dataclass(frozen=True, slots=True)
class MailGroup:
    body: str
    entries: list[MailEntry]


def entry_of(reminder: Reminder, described: Description, *, today: date, mailed_to: Contact | None = None) -> MailEntry:
    """The reminder, whose body is at hand, in words; in a mail to a contact with whole addresses."""
    links = (described.link, described.sentence_link)
    link, sentence_link = (address_for(mailed_to, path) if mailed_to and path else path for path in links)
    title, quote = (" ".join(words.split()) for words in (described.title, described.sentence))
    return MailEntry(
        title=title,
        quote=quote,
        what=what_is_due(reminder.kind, reminder.last, today=today),
        why=why_you(reminder.duty, reminder.body.name),
        link=link,
        sentence_link=sentence_link,
        last=reminder.last,
        body=reminder.body.name,
    )


def address_for(contact: Contact, link: str) -> str:
    """The whole address of the site's page; for somebody with a log-in by way of it, since the public may not read every page."""
    by_way = f"{reverse('account_login')}?{urlencode({'next': link}, safe='/')}" if contact.user_id else link
    return settings.SITE_URL + by_way


def grouped(entries: Collection[MailEntry]) -> list[MailGroup]:
    """The entries by body, in both the one whose deadline comes first standing first."""
    by_body: dict[str, list[MailEntry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.last):
        by_body.setdefault(entry.body, []).append(entry)
    return [MailGroup(body, entries) for body, entries in by_body.items()]


def subject_of(entries: Collection[MailEntry]) -> str:
    """Of one entry its title, of several how many there are and the first deadline."""
    first = min(entries, key=lambda entry: entry.last)
    if len(entries) == 1:
        return _("Reminder: %(title)s") % {"title": Truncator(first.title).chars(TITLE_LENGTH)}
    told = {"count": len(entries), "day": weekday_in_words(first.last)}
    return _("%(count)d reminders, first deadline %(day)s") % told


def reminders_mail(mail: Mail, address: str, entries: Collection[MailEntry]) -> EmailMultiAlternatives:
    """The mail with these reminders, as text and as HTML, under the Message-ID that its row has."""
    leave = settings.SITE_URL + reverse("reminders-leave", kwargs={"token": mail.contact.unsubscribe_token})
    own = settings.SITE_URL + reverse("reminder-settings") if mail.contact.user_id else ""
    context = {"groups": grouped(entries), "leave": leave, "own": own}
    message = EmailMultiAlternatives(
        subject_of(entries),
        render_to_string("reminders/mails/reminders.txt", context),
        to=[address],
        headers={
            "Message-ID": mail.message_id,
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(render_to_string("reminders/mails/reminders.html", context), "text/html")
    return message
