"""The meetings of a year that were planned for a body at once, and the school holidays that such plans keep clear of."""

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from concurrency.history_rows import HistoryRow
from concurrency.models import Versioned
from danish.working_days import Closing
from meetings.models.bodies import Body


class SchoolHoliday(Versioned):
    """Days on which the municipality's schools are closed, from the first to the last, both included. All bodies share them."""

    name = models.CharField(_("name"), max_length=100)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("school holiday")
        verbose_name_plural = _("school holidays")
        ordering = ["first_day", "last_day", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="a_school_holiday_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.UniqueConstraint(
                fields=["name", "first_day", "last_day"],
                name="a_school_holiday_stands_once",
                violation_error_message=_("The school holiday is there already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def closing(self) -> Closing:
        return Closing(self.name, self.first_day, self.last_day)


class MeetingPlan(HistoryRow):
    """Meetings that were planned in one go. `mark` is that of what was shown and ticked, so that a form sent twice makes them once.

    `meetings` are the keys of those that it made. Taking it back keeps the row; what somebody has put anything on since stays.
    """

    body = models.ForeignKey(Body, models.CASCADE, related_name="meeting_plans", verbose_name=_("body"))
    mark = models.CharField(_("mark"), max_length=32, unique=True, editable=False)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    meetings = models.JSONField(_("meetings"), default=list, editable=False)

    class Meta:
        verbose_name = _("meeting plan")
        verbose_name_plural = _("meeting plans")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.body}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
