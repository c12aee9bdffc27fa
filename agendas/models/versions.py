"""The versions of an agenda: what the chair approved, what was sent, and each supplement."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting


class AgendaVersionKind(models.TextChoices):
    APPROVED = "approved", _("approved by the chair")
    SENT = "sent", _("sent")
    SUPPLEMENT = "supplement", _("supplement")


class AgendaVersion(models.Model):
    """An agenda as it stood, frozen. `agenda` is the whole of it (`agendas.snapshot`), `rows` are its rows with number and clock.

    Closed items are in it, so it is shown to the body's own people alone, and of each row to those who may read its item.
    """

    Kind = AgendaVersionKind

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda_versions", verbose_name=_("meeting"))
    number = models.PositiveSmallIntegerField(_("number of the version"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    agenda = models.JSONField(_("agenda"), editable=False)
    rows = models.JSONField(_("rows"), editable=False)
    reason = models.TextField(_("why it cannot wait"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("version of an agenda")
        verbose_name_plural = _("versions of agendas")
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_versions_are_counted"),
            models.CheckConstraint(
                condition=~Q(kind="supplement") | ~Q(reason=""),
                name="a_supplement_says_why_it_cannot_wait",
                violation_error_message=_("Say why it cannot wait for the next meeting."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("agenda-version", kwargs={"pk": self.meeting_id, "number": self.number})
