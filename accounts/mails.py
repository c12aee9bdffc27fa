"""The mails about log-ins, one function each."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.smtp_errors import permanent_code


class MailRefused(Exception):
    """The mail server will not take this mail, now or later. `errno` is the server's code, which the log tells."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.errno = code


HEADERS = {"Auto-Submitted": "auto-generated"}


def send_reset_link(user: User, *, link: str) -> None:
    """The link to the page on which a new password is chosen."""
    context = {"user": user, "name": user.name or user.username, "link": link, "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
    _send(user, _("New password for the Secretariat"), "accounts/mails/reset.txt", context)


def send_password_changed(user: User) -> None:
    context = {"user": user, "name": user.name or user.username}
    _send(user, _("Your password for the Secretariat has been changed"), "accounts/mails/changed.txt", context)


def _send(user: User, subject: str, template: str, context: dict) -> None:
    # To the address the user has, not to one that was typed and only looks like it.
    mail = EmailMessage(subject, render_to_string(template, context), to=[user.email], headers=HEADERS)
    try:
        mail.send()
    except SMTPException as error:
        if code := permanent_code(error):
            raise MailRefused(code) from None  # what the server says repeats the address
        raise
