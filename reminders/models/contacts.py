"""The address book: everybody who is reminded, with the address and how often mail is wanted."""

from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedCharField
from concurrency.models import Versioned
from danish.folding import name_key
from meetings.models import Body, Person


def new_token() -> str:
    """32 random bytes as 43 characters of an address."""
    return token_urlsafe(32)


class Contact(Versioned):
    """Somebody to remind: a user, a person without a log-in, or the name of a unit or an outside party.

    A user's address is the user's own; the others have theirs here, and are written to when they have consented. A refusal holds for the
    address that the server refused, so another address is tried.
    """

    class Rhythm(models.TextChoices):
        SINGLE = "single", _("one mail for each reminder")
        DAILY = "daily", _("one mail a day")
        WEEKLY = "weekly", _("one mail a week")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="contacts", verbose_name=_("user")
    )
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="contacts", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("Of a unit or an outside party."))
    key = DerivedCharField(_("comparison key"), max_length=200, of="name_key")
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("A user's address stands with the user."))
    consents = models.BooleanField(
        _("has agreed to mail"), default=False, help_text=_("Whoever has no log-in is written to only after agreeing to it.")
    )
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm.choices, default=Rhythm.DAILY)
    duties_only = models.BooleanField(
        _("own duties only"), default=False, help_text=_("No mail about meetings, and none to the chair; only about what one is to do.")
    )
    muted_bodies = models.ManyToManyField(Body, blank=True, related_name="muted_by", verbose_name=_("muted bodies"))
    refused_email = models.EmailField(_("refused address"), blank=True, editable=False)
    refused_at = models.DateTimeField(_("refused"), null=True, blank=True, editable=False)
    refused_code = models.PositiveSmallIntegerField(_("the mail server's code"), null=True, blank=True, editable=False)
    calendar_token = models.CharField(max_length=64, default=new_token, unique=True, editable=False)
    unsubscribe_token = models.CharField(max_length=64, default=new_token, unique=True, editable=False)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, person__isnull=True, name="")
                | Q(user__isnull=True, person__isnull=False, name="")
                | (Q(user__isnull=True, person__isnull=True) & ~Q(name="")),
                name="a_contact_is_a_user_a_person_or_a_name",
                violation_error_message=_("A contact is a user, a person or a name: fill in one of the three."),
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) | Q(email=""),
                name="the_address_of_a_user_stands_with_the_user",
                violation_error_message=_("A user's address stands with the user: leave this one empty."),
            ),
            models.UniqueConstraint(fields=["user"], name="one_contact_per_user"),
            models.UniqueConstraint(fields=["person"], name="one_contact_per_person"),
            models.UniqueConstraint(
                fields=["key"],
                condition=~Q(name=""),
                name="one_contact_per_name",
                violation_error_message=_("There is a contact of this name already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user or self.person or self.name)

    @property
    def name_key(self) -> str:
        return name_key(self.name)

    @property
    def address(self) -> str:
        """The address to write to; empty for none, and for a user who is not active. The user is at hand."""
        if self.user_id:
            return self.user.email if self.user.is_active else ""
        return self.email

    @property
    def is_refused(self) -> bool:
        """Tells whether the mail server has refused the present address for good."""
        return bool(self.refused_email) and self.refused_email == self.address

    @property
    def why_no_mail(self) -> str:
        """The `Reminder.Error` for which the contact cannot be written to now; empty when nothing hinders it. The user is at hand."""
        if not self.address:
            return "no_address"
        if not self.user_id and not self.consents:
            return "not_agreed"
        return "refused" if self.is_refused else ""


class FormerToken(models.Model):
    """The token in the mails of a contact that has become this one, so that whoever kept such a mail can still turn reminders off."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="former_tokens", verbose_name=_("contact"))
    unsubscribe_token = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("former token")
        verbose_name_plural = _("former tokens")

    def __str__(self) -> str:
        return str(self.contact)
