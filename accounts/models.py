"""The people who log in. What they may read follows from `role` and from the bodies they sit on or manage."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.fields import UserNameField
from concurrency.models import Versioned, VersionedQuerySet


class Role(models.TextChoices):
    """The columns of the table "Who sees what"; somebody with no role reads as the public does."""

    NONE = "", _("None")
    MEMBER = "member", _("Member")
    SECRETARY = "secretary", _("Secretary")
    ADMINISTRATOR = "administrator", _("Administrator")


class UserManager(BaseUserManager.from_queryset(VersionedQuerySet)):
    def create_user(self, username: str, password: str | None = None, **fields) -> "User":
        """A saved user with a hashed password; `fields` are those of the model."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields) -> "User":
        """The first administrator, as `manage.py createsuperuser` makes one."""
        return self.create_user(username, password, **{**fields, "role": Role.ADMINISTRATOR})

    def get_by_natural_key(self, username: str) -> "User":
        return self.get(username=username)


class User(Versioned, AbstractBaseUser):
    """Somebody who can log in. `role` alone says whether Django admin is open: there are no groups or permissions beside it."""

    username = UserNameField(_("user name"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.NONE, blank=True)
    is_active = models.BooleanField(_("active"), default=True, help_text=_("Take the tick away instead of deleting a user."))

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name or self.username

    @property
    def full_name(self) -> str:
        """The name with the user name behind it, which tells two of the same name apart."""
        return f"{self.name} ({self.username})" if self.name else self.username

    @property
    def is_administrator(self) -> bool:
        return self.is_active and self.role == Role.ADMINISTRATOR

    @property
    def is_staff(self) -> bool:
        """True if Django admin lets the user in."""
        return self.is_administrator

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_administrator

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_administrator
