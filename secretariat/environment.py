"""Reads the environment strictly: what cannot be understood stops the start and names its variable.

django-environ reads "maybe" as false and an empty text as a value; a service that keeps closed items closed cannot afford that.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from danish.numbers import whole_number

LARGEST_NUMBER = 999_999_999_999

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


class Environment:
    """The variables as typed values. An empty variable counts as one that is not set."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables

    def text(self, name: str, default: str = "") -> str:
        return self._variables.get(name, "").strip() or default

    def required(self, name: str, why: str) -> str:
        """The variable's text; raises ImproperlyConfigured with the reason when it is not there."""
        value = self.text(name)
        if not value:
            raise ImproperlyConfigured(f"{name} mangler: {why} Se docs/configuration.md.")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.text(name).lower()
        if not value:
            return default
        if value not in YES | NO:
            raise self._wrong(name, value, "skriv on eller off")
        return value in YES

    def words(self, name: str) -> list[str]:
        """Gives the texts between the commas."""
        return [word for part in self.text(name).split(",") if (word := part.strip())]

    def choice(self, name: str, options: list[str], *, default: str) -> str:
        value = self.text(name, default)
        if value not in options:
            raise self._wrong(name, value, "vælg mellem " + ", ".join(options))
        return value

    def number(self, name: str, *, default: int, least: int = 0) -> int:
        value = self.text(name, str(default))
        number = whole_number(value, least=least, most=LARGEST_NUMBER)
        if number is None:
            raise self._wrong(name, value, f"skriv et helt tal fra {least} og op")
        return number

    def address(self, name: str, *, default: str) -> str:
        """The address of a site, without a slash at its end."""
        value = self.text(name, default)
        if not re.fullmatch(r"https?://[^/\s?#@]+(?:/[^\s?#]*)?", value):
            raise self._wrong(name, value, "skriv en adresse som https://sekretariat.kommune.dk")
        return value.rstrip("/")

    def folder(self, name: str, *, default: Path) -> Path:
        return Path(self.text(name, str(default))).expanduser().resolve()

    def database(self, name: str) -> dict:
        """Django's settings for the PostgreSQL database the address names."""
        url = self.text(name)
        # The address holds a password, so no message repeats it.
        if not url.startswith(("postgres://", "postgresql://")):
            raise ImproperlyConfigured(f"{name} skal begynde med postgres://. Uden {name} bruges den indbyggede SQLite-database.")
        try:
            return dict(environ.Env.db_url_config(url))
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} kan ikke læses som en adresse. Se docs/configuration.md.") from error

    def mail(self, name: str) -> dict:
        """Django's settings for the mail server the address names; without one, mails are thrown away."""
        url = self.text(name)
        if not url:
            return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
        # The address holds a password, so no message repeats it.
        if not url.startswith(("smtp://", "smtp+tls://", "smtp+ssl://")):
            raise ImproperlyConfigured(f"{name} skal begynde med smtp://, smtp+tls:// eller smtp+ssl://. Se docs/configuration.md.")
        try:
            return dict(environ.Env.email_url_config(url))
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} kan ikke læses som en adresse. Se docs/configuration.md.") from error

    @staticmethod
    def _wrong(name: str, value: str, advice: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"{name} er sat til {value!r}, som ikke kan bruges: {advice}. Se docs/configuration.md.")


def kept_secret_key(path: Path) -> str:
    """The embedded set-up's own secret key, made at the first start and kept in `path`, readable by its owner only,
    as is the folder it makes for it: the database and the originals will lie there too."""
    from django.core.management.utils import get_random_secret_key

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists():
        return path.read_text(encoding="utf-8")
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(get_random_secret_key(), encoding="utf-8")
    try:
        # A link is made whole or not at all, so two processes that start together end with one key.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="utf-8")
