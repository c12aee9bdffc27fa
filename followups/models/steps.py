"""What was done about an occurrence, kept so that every step can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from followups.models.occurrences import Occurrence
from followups.querysets import StepQuerySet


class Step(models.Model):
    """One step in an occurrence's life: who, when and why, and its columns before and after. `why` is for the body's own people."""

    class What(models.TextChoices):
        PLACED = "placed", _("placed on an agenda")
        UNPLACED = "unplaced", _("taken off the agenda")
        MET = "met", _("met")
        DROPPED = "dropped", _("dropped")
        ENDED = "ended", _("dropped, and comes no more")
        POSTPONED = "postponed", _("postponed")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="steps", verbose_name=_("occurrence"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    why = models.TextField(_("why"), blank=True)
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("undone by"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an occurrence")
        verbose_name_plural = _("steps of occurrences")
        ordering = ["occurrence", "pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
