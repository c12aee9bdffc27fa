"""The publications and withdrawals of agendas and minutes, with who and when."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from meetings.models.meetings import Meeting


class PublicationStepKind(models.TextChoices):
    AGENDA = "agenda", _("the agenda")
    MINUTES = "minutes", _("the minutes")


class PublicationStep(models.Model):
    """One publishing or withdrawal of a meeting's agenda or minutes. Whether they are public now, the meeting itself says."""

    What = PublicationStepKind

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="publication_steps", verbose_name=_("meeting"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    published = models.BooleanField(_("published"), help_text=_("If not, it was withdrawn."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("publication step")
        verbose_name_plural = _("publication steps")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
