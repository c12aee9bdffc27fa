"""The rows of the outbox that pages show."""

from datetime import date

from django.db.models import Q, QuerySet

from cases.access import Actor
from reminders.final_check import described_for
from reminders.mails import MailGroup, entry_of, grouped
from reminders.models import Attempt, Mail, Reminder


def mails_of(actor: Actor):
    """The mails that say something of a body the actor manages, the newest first, with their contacts."""
    return Mail.objects.visible_to(actor).select_related("contact__user", "contact__person")


def told_in(mail: Mail, *, actor: Actor, today: date) -> tuple[list[MailGroup], int]:
    """The mail's reminders in words that the actor may read now, and the number of those without any.

    The words are not kept with the mail: what has been closed since is told to nobody who may not read it.
    """
    reminders = list(Reminder.objects.visible_to(actor).of_mail(mail).select_related("body"))
    words = described_for({one.key for one in reminders}, actor=actor)
    told_on = mail.sent_at.date() if mail.sent_at else today
    entries = [entry_of(one, words[one.key], today=told_on) for one in reminders if one.key in words]
    return grouped(entries), len(reminders) - len(entries)


def attempts_of(reminder: Reminder) -> QuerySet[Attempt]:
    """The attempts to send the mails that the reminder is or was in, the first first."""
    earlier = Reminder.earlier_mails.through.objects.filter(reminder=reminder).values("mail")
    return Attempt.objects.filter(Q(mail=reminder.mail_id) | Q(mail__in=earlier)).order_by("at", "pk")
