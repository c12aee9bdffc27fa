"""The breaks that are planned for a meeting."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models import Meeting


class AgendaBreak(Versioned):
    """A break of so many minutes: at the first place after `after_minutes` of meeting, or near the middle when that is not said."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="breaks", verbose_name=_("meeting"))
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), validators=[MinValueValidator(1)])
    after_minutes = models.PositiveSmallIntegerField(_("after so many minutes"), null=True, blank=True)

    class Meta:
        verbose_name = _("break")
        verbose_name_plural = _("breaks")
        ordering = ["meeting", "pk"]

    def __str__(self) -> str:
        return f"{self.minutes}"

    @property
    def name(self) -> str:
        """Its name on a page, where the number of a row may be another's after a change."""
        return break_name(self.minutes, self.after_minutes)


def break_name(minutes: int, after_minutes: int | None) -> str:
    """Names a break on a page, where the number of a row may be another's after a change."""
    return f"{minutes}-{'' if after_minutes is None else after_minutes}"
