"""The outbox: takes what is due, one contact at a time, and sends it as a mail.

The promise is *at least once*. What is to leave is committed as a `Mail`, with its Message-ID, before the mail server is spoken to, and marked as
sent afterwards. A worker that dies in between leaves a claim that runs out, and another sends the same mail under the same Message-ID. So nothing
is lost, and the only window for a repeat lies between the server's OK and our commit; whoever gets the mail twice can tell by the Message-ID.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from concurrency.claiming import claim
from danish.working_days import Calendar
from reminders.models import Attempt, Contact, Mail, Reminder
from reminders.models.attempts import INTERRUPTED
from reminders.rhythm import latest_morning, next_mail_day
from reminders.sending import GIVEN_UP_AFTER, give_up, send

# After so long a worker that has taken a mail counts as dead: longer than a task may last (`CELERY_TASK_TIME_LIMIT`).
CLAIM_LASTS = timedelta(minutes=5)

State, Error = Reminder.State, Reminder.Error


def send_next(*, now: datetime, by_hand_only: bool = False) -> bool:
    """Sends one mail: one whose time for another try has come, or else what has been due longest, with all that leaves with it.

    `by_hand_only` leaves alone what nobody has asked for by hand, outside the hours in which mails leave; letters are. Returns False when there is nothing to
    do, when no mail server is set up, and when the mail server does not answer, since it would not take the next mail either.
    """
    if not settings.SENDS_MAIL:
        return False
    now = now.astimezone(UTC)  # five minutes are five minutes, also in the night when the clock goes back
    mail = _take_again(now, by_hand_only) or _take_due(now, by_hand_only)
    return mail is not None and send(mail, now=now)


def _take_again(now: datetime, by_hand_only: bool) -> Mail | None:
    """Claims a mail that is to be tried again or is a new letter, or whose worker is gone. One that has been tried too often is given up on the way."""
    mails = Mail.objects.unfinished(now).select_related("contact__user")
    if by_hand_only:
        mails = mails.filter(Exists(Reminder.objects.filter(mail=OuterRef("pk"), by_hand=True)) | Q(letter__isnull=False))
    while mail := claim(mails.order_by("try_at", "pk"), try_at=now + CLAIM_LASTS, attempts=F("attempts") + 1, error=""):
        if mail.is_leaving:  # whoever had it in hand never said what came of it
            Attempt.objects.create(mail=mail, at=mail.try_at - CLAIM_LASTS, error=INTERRUPTED)
        if mail.attempts < GIVEN_UP_AFTER:
            mail.attempts += 1
            return mail
        give_up(mail, mail.error or "crashed")
    return None


def _take_due(now: datetime, by_hand_only: bool) -> Mail | None:
    """Makes a mail of what is due to one contact, committed on return. Of several workers at once each takes another contact.

    Contacts that cannot be written to are passed over on the way: their reminders have failed.
    """
    due = _due(now, by_hand_only)
    in_order = due.select_related("contact__user").order_by("send_at", "pk")
    while True:
        with transaction.atomic(durable=True):
            first = in_order.select_for_update(of=("contact",), skip_locked=True, no_key=True).first()
            if first is None:
                return None
            # Read anew, since another worker may have taken them before the contact was locked.
            rows = due.filter(contact=first.contact_id)
            if first.contact.rhythm == Contact.Rhythm.SINGLE:
                rows = rows.filter(key=first.key)
            keys = list(rows.values_list("pk", flat=True))
            rows = Reminder.objects.filter(pk__in=keys, state=State.PLANNED)
            if why_not := first.contact.why_no_mail:
                rows.update(state=State.FAILED, error=why_not)
            elif keys:
                mail = Mail.objects.create(
                    contact=first.contact, message_id=new_message_id(), made_at=now, try_at=now + CLAIM_LASTS, attempts=1
                )
                rows.update(state=State.SENDING, mail=mail)
                return mail


def _due(now: datetime, by_hand_only: bool) -> QuerySet[Reminder]:
    """The reminders that may leave now. Of somebody who gets one mail a day and has had it, only what cannot wait for the next one."""
    due = Reminder.objects.due(now)
    if by_hand_only:
        return due.filter(by_hand=True)
    calendar = Calendar()
    had_one = Exists(Mail.objects.filter(contact=OuterRef("contact"), letter=None, sent_at__gte=latest_morning(now, calendar)))
    can_wait = Q(by_hand=False, last__gte=next_mail_day(now, calendar)) & ~Q(contact__rhythm=Contact.Rhythm.SINGLE)
    return due.exclude(had_one & can_wait)


def new_message_id() -> str:
    return f"<{uuid4().hex}@{urlsplit(settings.SITE_URL).hostname}>"
