"""The columns of a history: each row says who did something and when, and who took it back and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class HistoryRow(models.Model):
    """One change that can be taken back. The row stays when it is: `undone_at` is null as long as it is in force. Times are aware, stored in UTC."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("undone by"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        abstract = True
