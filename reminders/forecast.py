"""The reminders that are planned, as they stand in the outbox and in the words that each recipient would read."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from reminders.final_check import descriptions
from reminders.models import Reminder
from reminders.wording import what_is_due, why_you


@dataclass(frozen=True, slots=True)
class Forecast:
    """One reminder to come. `send_at` is a local time, `due` the deadline's day, `link` a whole address."""

    key: str
    kind: str
    step: str
    recipient: str
    send_at: datetime
    due: date
    title: str
    reason: str
    link: str


def forecast(*, today: date) -> list[Forecast]:
    """Returns the planned reminders by the time they leave, without those that the recipient may not read, which would be withdrawn."""
    reminders = Reminder.objects.filter(state=Reminder.State.PLANNED).select_related("body", "contact__user", "contact__person")
    by_contact = defaultdict(list)
    for one in reminders:
        by_contact[one.contact].append(one)
    found = []
    for contact, own in by_contact.items():
        words = descriptions({one.key for one in own}, contact, today=today)
        found += [
            Forecast(
                key=one.key,
                kind=one.kind,
                step=one.step,
                recipient=contact.address or str(contact),
                send_at=timezone.localtime(one.send_at),
                due=one.last,
                title=words[one.key].title,
                reason=f"{what_is_due(one.kind, one.last, today=one.send_at.date())} {why_you(one.duty, one.body.name)}",
                link=settings.SITE_URL + words[one.key].link,
            )
            for one in own
            if one.key in words
        ]
    return sorted(found, key=lambda one: (one.send_at, one.key, one.recipient))
