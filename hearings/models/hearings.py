"""Hearings (høringer): what is sent out to be heard, or what a body is consulted about, until when."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hearings.querysets import HearingPartQuerySet, HearingQuerySet
from hearings.validators import foreign_to_role
from meetings.models import AgendaItem, Body, Reviewed

FOREIGN_TO_ISSUER = {
    "sender": _("The body sends the hearing out itself, so it has no other sender. Empty the field."),
    "received_on": _("The body sends the hearing out itself, so it has not received it. Empty the field."),
}


class HearingRole(models.TextChoices):
    """The role of the body whose hearing it is: it has sent something out, or is asked."""

    ISSUER = "issuer", _("sent out")
    CONSULTED = "consulted", _("consulted")


class Hearing(Reviewed):
    """A consultation, also one that has run: `body` has sent it out, or is consulted by `sender`.

    Most are told by an `item`; one entered by hand may have none yet. It opens within `opens_first` and `opens_last`, as far as told;
    to a body that is consulted it came on `received_on`. `deadline` is the one in force, the ones before it are its extensions.
    One that was written down twice is a `duplicate_of` the other, which has its parties and answers; nobody is shown it any more.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, blank=True, related_name="hearings", verbose_name=_("item"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="hearings", verbose_name=_("body"))
    role = models.CharField(_("role"), max_length=10, choices=HearingRole.choices, blank=True)
    sender = models.CharField(_("sender"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=1000)
    opens_first = models.DateField(_("opens, first day"), null=True, blank=True)
    opens_last = models.DateField(_("opens, last day"), null=True, blank=True)
    received_on = models.DateField(_("received"), null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True, db_index=True)
    answers_to = models.CharField(_("answers are sent to"), max_length=300, blank=True)
    open_to_public = models.BooleanField(
        _("open to the public"),
        default=False,
        help_text=_("Everybody may read a hearing that no item tells of. One of an item is read by those who may read the item."),
    )

    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="duplicates", verbose_name=_("the same as")
    )

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        ordering = ["deadline", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(opens_last__gte=F("opens_first")), name="a_hearing_opens_within_days_in_order"),
        ]
        indexes = [models.Index(fields=["body", "deadline"], name="hearing_body_deadline")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("hearing", kwargs={"pk": self.pk})

    def clean(self) -> None:
        super().clean()
        columns = {"sender": self.sender, "received_on": self.received_on}
        if wrong := foreign_to_role(self.role, columns):
            raise ValidationError({name: FOREIGN_TO_ISSUER[name] for name in wrong})

    @property
    def kept(self) -> "Hearing":
        """The one that has the deadline, parties and answers: itself, or the one that it is a duplicate of."""
        return self.duplicate_of or self

    @property
    def opened_on(self) -> date | None:
        """The day by which it has come to whoever is heard: a body that is consulted has received it, or it has opened."""
        return self._received_on or self.opens_last

    @property
    def opened_from(self) -> date | None:
        """The first day on which it can have come to whoever is heard."""
        return self._received_on or self.opens_first

    @property
    def asked_from(self) -> date | None:
        """The first day on which a party can be asked: what the body sends out itself asks nobody before it opens."""
        return self.opens_first if self.role == HearingRole.ISSUER else None

    @property
    def _received_on(self) -> date | None:
        return None if self.role == HearingRole.ISSUER else self.received_on

    @property
    def party_names(self) -> list[str]:
        """The names of its parties as printed, in order; they are at hand (`HearingQuerySet.whole`)."""
        return [party.name for party in self.parties.all()]

    @property
    def label(self) -> str:
        """The name of the hearing on every page: for a closed item the item's title, since reading more than that is logged."""
        return self.item.title if self.item and self.item.closed else self.subject


class Extension(models.Model):
    """A deadline that was put off: the old one, the new one, and why."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="extensions", verbose_name=_("hearing"))
    old = models.DateField(_("old deadline"), null=True)
    new = models.DateField(_("new deadline"))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    objects = HearingPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension of a deadline")
        verbose_name_plural = _("extensions of deadlines")
        ordering = ["hearing", "pk"]

    def __str__(self) -> str:
        return self.reason
