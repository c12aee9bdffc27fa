"""Follow-ups (opfølgninger), which were asked for or promised, and planned treatments (planlagte behandlinger) of cases."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from followups.due_rules import DueRule
from followups.querysets import FollowUpQuerySet, ObligationQuerySet
from hearings.models import Hearing
from meetings.models import AgendaItem, Body, Reviewed


class Promised(Reviewed):
    """Something due within a period: first and last day, both included, both null where no time was told."""

    due_start = models.DateField(_("due, first day"), null=True, blank=True)
    due_end = models.DateField(_("due, last day"), null=True, blank=True, db_index=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(due_end__gte=F("due_start")), name="%(class)s_is_due_within_days_in_order"),
            models.CheckConstraint(
                condition=Q(due_start__isnull=True, due_end__isnull=True) | Q(due_start__isnull=False, due_end__isnull=False),
                name="%(class)s_has_both_days_or_none",
            ),
        ]


class FollowUpKind(models.TextChoices):
    STATUS_REPORT = "status_report", _("status report")
    RETURN = "return", _("comes back")
    DEFERRED = "deferred", _("deferred")
    TASK = "task", _("task")
    QUESTION = "question", _("question")
    HEARING = "hearing", _("somebody to be heard")
    HEARING_RESPONSE = "hearing_response", _("answer to a hearing")
    EXTRA_MEETING = "extra_meeting", _("extraordinary meeting")


class FollowUp(Promised):
    """Something the body asked for or was promised, from the appearance that made it.

    When it is due is stored as it was told: the columns of `due_rule`. Those of what follows the body's next meeting hold no days.
    """

    Kind = FollowUpKind

    class Unit(models.TextChoices):
        MEETING = "meeting", _("meeting")
        MONTH = "month", _("month")
        QUARTER = "quarter", _("quarter")
        YEAR = "year", _("year")

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="follow_ups", verbose_name=_("item"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    text = models.TextField(_("what"))
    responsible = models.CharField(_("responsible"), max_length=200, blank=True)
    hearing = models.ForeignKey(
        Hearing, models.SET_NULL, null=True, blank=True, editable=False, related_name="awaited_responses", verbose_name=_("hearing")
    )
    due_words = models.CharField(_("due, in the sentence's words"), max_length=200, blank=True)
    at_next_meeting = models.BooleanField(
        _("due at the next meeting"),
        default=False,
        help_text=_("The body's next ordinary meeting after the one that asked, as the calendar has it."),
    )
    owed_to = models.ForeignKey(
        Body,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owed_reports",
        verbose_name=_("owed to"),
        help_text=_("Another body than the one in whose minutes it stands."),
    )
    every = models.PositiveSmallIntegerField(_("recurs every"), null=True, blank=True, validators=[MinValueValidator(1)])
    unit = models.CharField(_("unit"), max_length=10, choices=Unit.choices, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta(Promised.Meta):
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["due_end", "pk"]
        constraints = [
            *Promised.Meta.constraints,
            models.CheckConstraint(
                condition=Q(every__isnull=True, unit="") | (Q(every__gte=1) & ~Q(unit="")), name="a_recurrence_has_number_and_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def due_rule(self) -> DueRule:
        at_deadline = self.hearing_id is not None
        return DueRule(self.due_words, self.due_start, self.due_end, self.at_next_meeting, self.every, self.unit, at_deadline)


class PlannedTreatment(Promised):
    """A meeting of some body at which the case is expected later."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="planned_treatments", verbose_name=_("item"))
    body_name = models.CharField(_("body as printed"), max_length=200)
    body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="expects", verbose_name=_("body"))
    title = models.CharField(_("title"), max_length=1000)

    class Meta(Promised.Meta):
        verbose_name = _("planned treatment")
        verbose_name_plural = _("planned treatments")
        ordering = ["due_end", "pk"]

    def __str__(self) -> str:
        return f"{self.body_name}: {self.title}"

    @property
    def due_rule(self) -> DueRule:
        return DueRule(first=self.due_start, last=self.due_end)
