"""The next mail that somebody gets, as it will look."""

from dataclasses import dataclass
from datetime import date

from cases.access import Actor
from reminders.final_check import described_for
from reminders.hours import COPENHAGEN
from reminders.mails import MailGroup, entry_of, grouped
from reminders.models import Contact, Reminder

AT_MOST = 50


@dataclass(frozen=True, slots=True)
class NextMail:
    """The day on which it leaves, and its reminders by body."""

    day: date
    groups: list[MailGroup]


def next_mail_of(contact: Contact, *, actor: Actor, today: date) -> NextMail | None:
    """The contact's reminders of the first day on which any are to leave, as the actor, who is the contact, reads them. None when there are none."""
    planned = Reminder.objects.visible_to(actor).filter(contact=contact, state=Reminder.State.PLANNED).select_related("body")
    rows = list(planned.order_by("send_at", "pk")[:AT_MOST])
    if not rows:
        return None
    day = max(_day(rows[0]), today)  # what has not left yet leaves with the next mail
    rows = [row for row in rows if _day(row) <= day]
    words = described_for({row.key for row in rows}, actor=actor)
    return NextMail(day, grouped([entry_of(row, words[row.key], today=day) for row in rows if row.key in words]))


def _day(row: Reminder) -> date:
    return row.send_at.astimezone(COPENHAGEN).date()
