"""Sends one mail that has been taken out of the outbox, and writes down what came of it. Logs tell keys and codes, never words or addresses."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPNotSupportedError, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from accounts.smtp_errors import code_of, permanent_code
from reminders.final_check import Checked, check
from reminders.letters.message import may_leave, message_of
from reminders.mails import reminders_mail
from reminders.models import Attempt, Contact, Letter, Mail, Reminder

log = logging.getLogger(__name__)

# Between one try and the next; after the last of them the mail is given up, in its third day.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440, 1440)]
GIVEN_UP_AFTER = len(PAUSES) + 1  # tries
UNSENDABLE = "unsendable"

State, Error = Reminder.State, Reminder.Error


def send(mail: Mail, *, now: datetime) -> bool:
    """Sends the mail, which this process has claimed, its contact and user at hand. Returns False when the mail server does not answer at all."""
    message = _letter(mail) if mail.letter_id else _reminders(mail, now)
    if message is None:
        return True
    [address] = message.to
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        if code := permanent_code(error):
            _refuse(mail, address, code, now)
        else:
            _try_later(mail, str(code_of(error)), now)
    except SMTPDataError as error:
        if code := permanent_code(error):
            _give_up(mail, str(code), now)
        else:
            _try_later(mail, str(code_of(error)), now)
    except (SMTPNotSupportedError, ValueError) as error:  # an address or a header that no mail can have
        log.warning("mail %s cannot be sent: %s", mail.pk, type(error).__name__)
        _give_up(mail, UNSENDABLE, now)
    except (SMTPException, OSError) as error:  # also what is the server's own fault or the set-up's, such as a wrong password
        _try_later(mail, str(code_of(error) or "connection"), now)
        return False
    else:
        _sent(mail, address, now)
    return True


def _reminders(mail: Mail, now: datetime) -> EmailMessage | None:
    """The mail with those of its reminders that are still to be told. None when nothing is to be sent, which is written down."""
    if why_not := mail.contact.why_no_mail:
        _give_up(mail, why_not, now)
        return None
    reminders = list(mail.reminders.filter(state=State.SENDING).select_related("body"))
    checked = check(reminders, mail.contact, now=now, today=timezone.localdate(now))
    if not checked.told or len(checked.told) < len(reminders):
        _write_down(mail, checked, now)
    return reminders_mail(mail, mail.contact.address, checked.entries) if checked.entries else None


def _letter(mail: Mail) -> EmailMessage | None:
    """The mail with its letter. None when that is not to be sent any more, which is written down."""
    letter = Letter.objects.select_related("item__meeting", "by").get(pk=mail.letter_id)
    if may_leave(letter):
        return message_of(mail, letter)
    Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING).update(state=Mail.State.EMPTY)
    return None


def give_up(mail: Mail, error: str) -> None:
    """The mail and its reminders have failed, and are tried no more."""
    log.warning("mail %s is given up: %s", mail.pk, error)
    with transaction.atomic():
        if Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING).update(state=Mail.State.FAILED, error=error):
            mail.reminders.filter(state=State.SENDING).update(state=State.FAILED, error=error)


def _give_up(mail: Mail, error: str, now: datetime) -> None:
    with transaction.atomic():
        Attempt.objects.create(mail=mail, at=now, error=error)
        give_up(mail, error)


def _write_down(mail: Mail, checked: Checked, now: datetime) -> None:
    """Writes down the rows that are not sent after all."""
    with transaction.atomic():
        sending = mail.reminders.filter(state=State.SENDING)
        if checked.withdrawn:
            sending.filter(pk__in=checked.withdrawn).update(state=State.WITHDRAWN)
        if checked.missed:
            sending.filter(pk__in=checked.missed).update(state=State.MISSED)
        if checked.moved:
            moved = sending.filter(pk__in=checked.moved)
            moved.note_mails()
            moved.update(state=State.PLANNED, mail=None, send_at=now + PAUSES[1])
        if not checked.entries:
            Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING).update(state=Mail.State.EMPTY)


def _sent(mail: Mail, address: str, now: datetime) -> None:
    with transaction.atomic():
        Attempt.objects.create(mail=mail, at=now)
        Mail.objects.filter(pk=mail.pk).update(state=Mail.State.SENT, address=address, sent_at=now, error="")
        mail.reminders.filter(state=State.SENDING).update(state=State.SENT, error="")


def _try_later(mail: Mail, error: str, now: datetime) -> None:
    """After a pause that grows; after the last one the mail is given up."""
    if mail.attempts >= GIVEN_UP_AFTER:
        _give_up(mail, error, now)
    else:
        log.info("mail %s is tried again later: %s", mail.pk, error)
        with transaction.atomic():
            Attempt.objects.create(mail=mail, at=now, error=error)
            Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING).update(try_at=now + PAUSES[mail.attempts - 1], error=error)


def _refuse(mail: Mail, address: str, code: int, now: datetime) -> None:
    """The server does not take the address, now or later: it is not tried again before there is another."""
    Contact.objects.filter(pk=mail.contact_id).update(refused_email=address, refused_at=now, refused_code=code)
    _give_up(mail, Error.REFUSED, now)
