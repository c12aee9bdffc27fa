"""The route that a matter is to take from body to body (sagsgang), as the secretary plans it, and how it was changed."""

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from agendas.querysets import RouteQuerySet, RouteStopQuerySet
from cases.models import Matter
from concurrency.history_rows import HistoryRow
from concurrency.models import Versioned
from meetings.models import AgendaItem, Body


class Route(Versioned):
    """A planned route of one matter. Its version grows whenever its stops are changed.

    `planned_without` are the closed items of the matter that whoever planned it might not read. It tells nothing of these, so they hide it from
    nobody; whoever may read them too has a route of their own beside it. An actor is told one route of a matter (`RouteQuerySet.told_to`).
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="routes", verbose_name=_("matter"))
    planned_without = models.ManyToManyField(
        AgendaItem, related_name="unaware_routes", editable=False, verbose_name=_("planned without knowing of")
    )

    objects = RouteQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned route")
        verbose_name_plural = _("planned routes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.matter)


class RouteStop(Versioned):
    """A body on the route. The case is expected there within `due_start` and `due_end`, both included, both null where no time was said."""

    route = models.ForeignKey(Route, models.CASCADE, related_name="stops", verbose_name=_("planned route"))
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    body = models.ForeignKey(Body, models.PROTECT, related_name="route_stops", verbose_name=_("body"))
    due_start = models.DateField(_("expected, first day"), null=True, blank=True)
    due_end = models.DateField(_("expected, last day"), null=True, blank=True)

    objects = RouteStopQuerySet.as_manager()

    class Meta:
        verbose_name = _("stop of a route")
        verbose_name_plural = _("stops of routes")
        ordering = ["route", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_start__isnull=True, due_end__isnull=True)
                | Q(due_start__isnull=False, due_end__isnull=False, due_end__gte=F("due_start")),
                name="a_stop_is_expected_within_days_in_order",
                violation_error_message=_("Write both days, the first before the last, or none."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)


class RouteChange(HistoryRow):
    """One change of a route. `before` and `after` are its stops: `[{"body": 3, "first": "2027-05-01", "last": "2027-05-31"}]`."""

    route = models.ForeignKey(Route, models.CASCADE, related_name="changes", verbose_name=_("planned route"))
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)

    class Meta:
        verbose_name = _("change of a route")
        verbose_name_plural = _("changes of routes")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.route}, {date_format(localtime(self.at), 'DATETIME_FORMAT')}"
