"""The log-in as this service wants it: closed to newcomers, with limits that leave a line in the log, and texts of our own."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts import tasks
from accounts.models import User

log = logging.getLogger(__name__)

SAID = {"account/messages/password_changed.txt": _("Your password has been changed.")}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The user name or the password is wrong."),
        "too_many_login_attempts": _(
            "Too many attempts have failed. Wait five minutes and try again, or get a new password with “Forgotten your password?”."
        ),
        "enter_current_password": _("This is not your present password."),
        "same_as_current": _("The new password is the same as the old one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # an administrator makes the users

    def is_ajax(self, request: HttpRequest) -> bool:
        return False  # a page is always answered with a page

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address as the proxies that are trusted tell it; as the connection does where they tell nothing that can be used."""
        try:
            return super().get_client_ip(request)
        except ImproperlyConfigured:
            return request.META.get("REMOTE_ADDR", "")

    def pre_authenticate(self, request: HttpRequest, **credentials) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            log.warning("log-in refused for a while, too many have failed: %s, %s", _whose(credentials), self._from(request))
            raise

    def authenticate(self, request: HttpRequest, **credentials) -> User | None:
        """The user, or None. Somebody who may log in no more is answered as one with a wrong password."""
        user = super().authenticate(request, **credentials)
        if user and not user.is_active:
            self.authentication_failed(request, **credentials)
            return None
        return user

    def authentication_failed(self, request: HttpRequest, **credentials) -> None:
        log.warning("log-in failed: %s, %s", _whose(credentials), self._from(request))

    def _from(self, request: HttpRequest) -> str:
        """A mark that is the same for the same address and tells it to nobody."""
        return f"from {salted_hmac('accounts.adapter', self.get_client_ip(request)).hexdigest()[:10]}"

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None) -> None:
        """Says what is worth saying: neither that somebody has logged in nor out."""
        if text := message or SAID.get(message_template):
            messages.add_message(request, level, text)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        """Tells the user that the password has been changed, whichever way it was."""
        tasks.send_password_changed.delay_on_commit(user.pk)


def _whose(credentials: dict) -> str:
    """The user by key. What was typed is not written down: it may be a password in the wrong field."""
    user = User.objects.filter(username=credentials.get("username", "")).first()
    return f"user {user.pk}" if user else "no such user"
