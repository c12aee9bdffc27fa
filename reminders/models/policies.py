"""Policies of reminders: the steps for each kind of deadline, as a body or the municipality wants them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models import Body
from reminders.deadlines import DeadlineKind
from reminders.steps import parse_step

KINDS = [
    (DeadlineKind.HEARING.value, _("hearing to be answered")),
    (DeadlineKind.PARTY.value, _("party that has not answered")),
    (DeadlineKind.REPORT.value, _("promised report")),
    (DeadlineKind.DISPATCH.value, _("dispatch of an agenda")),
    (DeadlineKind.MEETING.value, _("meeting")),
]


class ReminderPolicy(Versioned):
    """The steps of one kind of deadline for a body; without a body, for all that have none of their own.

    Where there is no row, or one without `steps`, which has been given up, `reminders.default_policies` holds. `steps` is the list that
    `reminders.planning` reads.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=KINDS)
    body = models.ForeignKey(
        Body,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="reminder_policies",
        verbose_name=_("body"),
        help_text=_("Empty for the whole municipality."),
    )
    steps = models.JSONField(_("steps"), default=list, null=True, blank=True, help_text=_("Empty for what holds for all."))

    class Meta:
        verbose_name = _("reminder policy")
        verbose_name_plural = _("reminder policies")
        ordering = ["kind", "body"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "body"], name="one_policy_per_kind_and_body"),
            models.UniqueConstraint(fields=["kind"], condition=Q(body__isnull=True), name="one_policy_per_kind_for_all"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.body}" if self.body else self.get_kind_display()

    def clean(self) -> None:
        """Raises ValidationError for steps that the planner cannot read, since it would then plan for nobody."""
        if self.steps is None:
            return
        try:
            is_list = isinstance(self.steps, list) and all(map(parse_step, self.steps))
        except (TypeError, ValueError):
            is_list = False
        if not is_list:
            raise ValidationError({"steps": _('Write a list of steps, such as ["opens", "before-10", "overdue", "monthly"].')})
