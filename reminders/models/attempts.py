"""The attempts to send mails, each with what came of it."""

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from reminders.models.outbox import Mail

INTERRUPTED = "interrupted"


class Attempt(models.Model):
    """One attempt to send a mail. Without an `error` the mail server took the mail.

    Of what the mail server said its code alone is kept, since its words may repeat an address or a subject.
    """

    mail = models.ForeignKey(Mail, models.CASCADE, related_name="history", verbose_name=_("mail"))
    at = models.DateTimeField(_("time"))
    error = models.CharField(_("error"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["mail", "pk"]

    def __str__(self) -> str:
        return date_format(localtime(self.at), "DATETIME_FORMAT")
