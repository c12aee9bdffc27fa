"""The rules of passwords that Django tells in words of its own."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class UserAttributeSimilarityValidator(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("The password is too much like the user name, the name or the e-mail address.")
