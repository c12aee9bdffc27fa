"""Hearings (høringer): what is sent out to be heard, or what a body is consulted about, until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hearings.querysets import HearingPartQuerySet, HearingQuerySet
from meetings.models import AgendaItem, Body, Reviewed


class Hearing(Reviewed):
    """A consultation, also one that has run: `body` has sent it out, or is consulted by `sender`.

    Most are told by an `item`; one entered by hand may have none yet. It opens within `opens_first` and `opens_last`, as far as told;
    to a body that is consulted it came on `received_on`. `deadline` is the one in force, the ones before it are its extensions.
    """

    class Side(models.TextChoices):
        SENT = "sent", _("sent out")
        CONSULTED = "consulted", _("consulted")

    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, blank=True, related_name="hearings", verbose_name=_("item"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="hearings", verbose_name=_("body"))
    side = models.CharField(_("side"), max_length=10, choices=Side.choices, blank=True)
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

    @property
    def label(self) -> str:
        """What it is called wherever it is named: of a closed item the item's title, since reading more than that is logged."""
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
