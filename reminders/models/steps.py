"""The history of policies, which can be taken back, and of what people do with single reminders."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.transitions import Transition
from reminders.exceptions import PolicyRefused
from reminders.models.outbox import Reminder
from reminders.models.policies import ReminderPolicy


class PolicyStepKind(models.TextChoices):
    WRITTEN = "written", _("written")
    GIVEN_UP = "given_up", _("given up")


class PolicyStep(Transition):
    """A policy that was written, or given up for what holds for all.

    `carried_from` names the body of another policy, in which the step was taken before that body became a spelling of this one's. Such a
    step is told and cannot be taken back, since the columns before it are those of the other policy.
    """

    What = PolicyStepKind

    row_field = "policy"
    recorded = ("steps",)
    refusal = PolicyRefused

    policy = models.ForeignKey(ReminderPolicy, models.CASCADE, related_name="history", verbose_name=_("reminder policy"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    carried_from = models.CharField(_("in the policy of"), max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = _("step of a reminder policy")
        verbose_name_plural = _("steps of reminder policies")
        ordering = ["policy", "pk"]

    def others(self) -> models.QuerySet:
        """The transitions of the same policy that are in force, less this one."""
        return super().others().filter(carried_from="")


class ReminderStepKind(models.TextChoices):
    HURRIED = "hurried", _("sent at once")
    SKIPPED = "skipped", _("skipped")
    PLANNED = "planned", _("planned again")


class ReminderStep(models.Model):
    """An action of somebody on one reminder: sent it at once, skipped it, or let it leave after all."""

    What = ReminderStepKind

    reminder = models.ForeignKey(Reminder, models.CASCADE, related_name="steps", verbose_name=_("reminder"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("step of a reminder")
        verbose_name_plural = _("steps of reminders")
        ordering = ["reminder", "pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.at:%d.%m.%Y}"
