"""Occurrences: each delivery of a follow-up, and each planned treatment."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedDateField
from concurrency.models import Versioned
from followups.models.obligations import FollowUp, PlannedTreatment
from followups.querysets import OccurrenceQuerySet
from meetings.models import AgendaItem, Body
from meetings.start_dates import is_before_start

NO_DAY = date(9999, 12, 31)  # where what has no day stands in the order: last


class OccurrenceState(models.TextChoices):
    OPEN = "open", _("open")
    MET = "met", _("met")
    DROPPED = "dropped", _("dropped")


class Occurrence(Versioned):
    """One thing to come, of a follow-up or of a planned treatment: the first, or the next once the one before is met or dropped.

    `item` is the appearance that made it and `body` the one that waits for it: the body that asked, or the one that is to treat the case.
    It is due within `due_start` and `due_end`, both included, and without them when no time is known. While nobody has postponed it
    (`due_fixed`), the days follow the calendar of the body's meetings. An open one with `placed_on` stands on an agenda as long as
    that item is there and its meeting takes place. Overdue is no state: it is open, and its last day has passed. Neither is history: it
    was due before its body's start, and nobody has acted on it or `taken_up` it.

    The same promise read more than once is a `duplicate_of` the one that is told first of them all, whose `duplicate_rank` is 0. Those
    after it are told where no earlier one may be read, or somebody has acted on them (`OccurrenceQuerySet.without_duplicates`).
    """

    State = OccurrenceState

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="occurrences", verbose_name=_("item"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="occurrences", verbose_name=_("body that waits"))
    follow_up = models.ForeignKey(FollowUp, models.CASCADE, null=True, blank=True, related_name="occurrences", verbose_name=_("follow-up"))
    planned = models.ForeignKey(
        PlannedTreatment, models.CASCADE, null=True, blank=True, related_name="occurrences", verbose_name=_("planned treatment")
    )
    ordinal = models.PositiveIntegerField(_("number"), default=1)
    due_start = models.DateField(_("due, first day"), null=True, blank=True)
    due_end = models.DateField(_("due, last day"), null=True, blank=True)
    due_order = DerivedDateField(_("place in time"), of="due_end_or_last")
    due_fixed = models.BooleanField(_("days set by hand"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    placed_on = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="placed_occurrences", verbose_name=_("placed on")
    )
    met_by = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="met_occurrences", verbose_name=_("met by"))
    met_on = models.DateField(_("met on"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    taken_up = models.BooleanField(
        _("taken up"), default=False, help_text=_("It counts, even though it was due before the day from which its body is in use.")
    )

    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="duplicates", verbose_name=_("the same as")
    )
    duplicate_rank = models.PositiveIntegerField(_("place among the same"), default=0, editable=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("occurrence")
        verbose_name_plural = _("occurrences")
        ordering = ["due_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(follow_up__isnull=False, planned__isnull=True) | Q(follow_up__isnull=True, planned__isnull=False, ordinal=1),
                name="an_occurrence_is_of_one_obligation",
            ),
            models.CheckConstraint(condition=Q(due_end__gte=F("due_start")), name="an_occurrence_is_due_within_days_in_order"),
            models.CheckConstraint(
                condition=Q(due_start__isnull=True, due_end__isnull=True) | Q(due_start__isnull=False, due_end__isnull=False),
                name="an_occurrence_has_both_days_or_none",
            ),
            models.CheckConstraint(condition=Q(ordinal__gte=1), name="occurrences_count_from_1"),
            models.CheckConstraint(
                condition=Q(state="met", met_on__isnull=False) | ~Q(state="met") & Q(met_on__isnull=True, met_by__isnull=True),
                name="only_what_is_met_has_been_met",
            ),
            models.UniqueConstraint(fields=["follow_up", "ordinal"], name="occurrences_of_a_follow_up_are_counted"),
            models.UniqueConstraint(fields=["planned"], name="one_occurrence_of_a_planned_treatment"),
            models.UniqueConstraint(fields=["follow_up"], condition=Q(state="open"), name="one_open_occurrence_of_a_follow_up"),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_order", "id"], name="occurrence_of_body_in_time"),
            models.Index(fields=["state", "due_order", "id"], name="occurrence_in_time"),
        ]

    def __str__(self) -> str:
        return str(self.obligation)

    def get_absolute_url(self) -> str:
        return reverse("occurrence", kwargs={"pk": self.pk})

    @property
    def obligation(self) -> FollowUp | PlannedTreatment:
        return self.follow_up or self.planned

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def due_end_or_last(self) -> date:
        return self.due_end or NO_DAY

    @property
    def is_touched(self) -> bool:
        """Tells whether somebody has seen to it while it was open."""
        return bool(self.taken_up or self.placed_on_id or self.due_fixed or self.reminded_on)

    @property
    def is_historic(self) -> bool:
        """Tells whether it is history, which counts nowhere, as `querysets.historic` does. Its body is at hand."""
        return self.is_open and not self.is_touched and is_before_start(self.due_end, self.body.in_use_since)

    def is_overdue(self, today: date) -> bool:
        """Its body is at hand."""
        return self.is_open and self.due_end is not None and self.due_end < today and not self.is_historic
