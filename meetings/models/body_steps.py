"""The history of a body's settings: each change with who, when and the settings before and after it, so that it can be undone."""

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from concurrency.history_rows import HistoryRow
from meetings.models.bodies import Body


class BodyStep(HistoryRow):
    """One change of a body's rules or seats. `before` and `after` are the whole of them, as `meetings.body_settings.snapshot` gives it."""

    class What(models.TextChoices):
        RULES = "rules", _("the rules were changed")
        SEATS = "seats", _("members and substitutes were changed")

    body = models.ForeignKey(Body, models.CASCADE, related_name="steps", verbose_name=_("body"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)

    class Meta:
        verbose_name = _("change of a body")
        verbose_name_plural = _("changes of bodies")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
