"""Hearings (høringer): what is sent out to be heard, until when, and by whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hearings.querysets import HearingPartyQuerySet, HearingQuerySet
from meetings.models import AgendaItem, Body, Reviewed


class Hearing(Reviewed):
    """A consultation that an item tells of, also one that has run. It opens within `opens_first` and `opens_last`, as far as told."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="hearings", verbose_name=_("item"))
    subject = models.CharField(_("subject"), max_length=1000)
    opens_first = models.DateField(_("opens, first day"), null=True, blank=True)
    opens_last = models.DateField(_("opens, last day"), null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True, db_index=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        ordering = ["deadline", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(opens_last__gte=F("opens_first")), name="a_hearing_opens_within_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.subject


class HearingParty(models.Model):
    """Somebody asked in a hearing, as printed; `body` when the register knows it."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="parties", verbose_name=_("hearing"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name as printed"), max_length=200)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="heard_in", verbose_name=_("body"))

    objects = HearingPartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party to a hearing")
        verbose_name_plural = _("parties to hearings")
        ordering = ["hearing", "position"]
        constraints = [models.UniqueConstraint(fields=["hearing", "position"], name="parties_stand_in_order")]

    def __str__(self) -> str:
        return self.name
