"""The steps a secretary has taken with matters (forløb), kept so that every step can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.models import Matter
from meetings.models.items import AgendaItem


class MatterStep(models.Model):
    """One decision of a secretary about which items belong together: items moved, matters merged or split, in one go."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("change of matters")
        verbose_name_plural = _("changes of matters")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"


class MatterMove(models.Model):
    """One item's move in a step, from the matter it was in, if any, to the one it is in now."""

    step = models.ForeignKey(MatterStep, models.CASCADE, related_name="moves", verbose_name=_("change"))
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="matter_moves", verbose_name=_("item"))
    before = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="departures", verbose_name=_("from"))
    after = models.ForeignKey(Matter, models.PROTECT, related_name="arrivals", verbose_name=_("to"))

    class Meta:
        verbose_name = _("move to another matter")
        verbose_name_plural = _("moves to other matters")
        constraints = [models.UniqueConstraint(fields=["step", "item"], name="an_item_moves_once_in_a_step")]

    def __str__(self) -> str:
        return f"{self.item}: {self.after}"
