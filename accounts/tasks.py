"""Mails about log-ins are sent beside the request: it takes the same time whether there is somebody to write to or not."""

import logging

from allauth.account.utils import user_pk_to_url_str
from celery import Task, shared_task
from django.contrib.auth.tokens import default_token_generator
from django.db import InterfaceError, OperationalError
from django.urls import reverse
from kombu.exceptions import OperationalError as BrokerError

from accounts import mails
from accounts.models import User
from accounts.sessions import SessionStore

log = logging.getLogger(__name__)

DATABASE_ERRORS = (OperationalError, InterfaceError)
# A mail server that is full, busy or not there; one that will never take the mail raises `mails.MailRefused`.
MAIL = {"autoretry_for": (*DATABASE_ERRORS, OSError), "retry_backoff": 30}


def queue(task: Task, *values) -> bool:
    """Tells whether the broker took the task, for a request that leaves no row behind."""
    try:
        task.delay(*values)
    except (BrokerError, OSError):
        log.exception("%s could not be queued", task.name)
        return False
    return True


@shared_task(autoretry_for=(*DATABASE_ERRORS, BrokerError, OSError))
def send_reset_links(email: str, site: str) -> None:
    """Asks for a mail to each active user with the address, in whatever letters; `site` is where the service answers, such as https://host/."""
    for pk in User.objects.filter(email__iexact=email, is_active=True).order_by("pk").values_list("pk", flat=True):
        send_reset_link.delay(pk, site)


@shared_task(**MAIL)
def send_reset_link(pk: int, site: str) -> None:
    user = User.objects.filter(pk=pk, is_active=True).first()
    if user:
        place = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
        mails.send_reset_link(user, link=site.rstrip("/") + reverse("account_reset_password_from_key", kwargs=place))


@shared_task(**MAIL)
def send_password_changed(pk: int) -> None:
    user = User.objects.filter(pk=pk).first()
    if user and user.email:
        mails.send_password_changed(user)


@shared_task
def clear_sessions() -> None:
    """Removes the sessions that have run out."""
    SessionStore.clear_expired()
