"""The log of closed readings: who was shown what is in a closed item, and when."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedTextField
from danish.folding import fold
from meetings.models.items import AgendaItem


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A closed item of a document that has not been put in the register: where it stands, and not what it is about."""

    body_name: str
    date: date | None
    number: str
    position: int


class ClosedReading(models.Model):
    """One showing of a closed item's contents to one user.

    The row keeps body, day, number and user as values, so it outlives all of them; `item` and `user` only lead to what is still there.
    The title of a closed item can itself reveal, so it is not kept. `position` (from 1) tells items without a number apart.
    """

    body_name = models.CharField(_("body"), max_length=200, blank=True)
    meeting_date = models.DateField(_("date of the meeting"), null=True, blank=True)
    number = models.CharField(_("item"), max_length=30, blank=True)
    position = models.PositiveIntegerField(_("place on the agenda"), null=True, blank=True)
    user_name = models.CharField(_("user"), max_length=360)
    search_text = DerivedTextField(_("search text"), blank=True, of="words_to_find")
    at = models.DateTimeField(_("time"), db_index=True)
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="closed_readings", verbose_name=_("item in the register")
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("log-in"))

    class Meta:
        verbose_name = _("reading of a closed item")
        verbose_name_plural = _("readings of closed items")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["meeting_date", "at"], name="closed_reading_meeting_at")]

    def __str__(self) -> str:
        return f"{self.user_name}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"

    @property
    def words_to_find(self) -> str:
        return fold(f"{self.body_name} {self.user_name}")
