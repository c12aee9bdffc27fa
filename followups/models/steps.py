"""The history of an occurrence, kept so that every step can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from concurrency.transitions import Transition
from followups.exceptions import FollowUpRefused
from followups.models.occurrences import Occurrence
from followups.querysets import StepQuerySet
from meetings.models import Reviewed
from reminders.models import Letter


class FollowUpStepKind(models.TextChoices):
    TAKEN_UP = "taken_up", _("taken up")
    PLACED = "placed", _("placed on an agenda")
    UNPLACED = "unplaced", _("taken off the agenda")
    MET = "met", _("met")
    ANSWERED = "answered", _("answered in the hearing")
    DROPPED = "dropped", _("dropped")
    ENDED = "ended", _("dropped, and comes no more")
    POSTPONED = "postponed", _("postponed")
    REJECTED = "rejected", _("rejected as misread")
    REMINDED = "reminded", _("reminded")


class Step(Transition):
    """One transition of an occurrence. `why` is for the body's own people, the `letter` that it was reminded by for those who act.

    A rejection changes no column of the occurrence: `review_before` is what had been said of the sentence until then.
    """

    What = FollowUpStepKind

    row_field = "occurrence"
    recorded = ("state", "placed_on_id", "met_by_id", "met_on", "due_start", "due_end", "due_fixed", "reminded_on", "taken_up")
    refusal = FollowUpRefused

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="steps", verbose_name=_("occurrence"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    review_before = models.CharField(_("review before"), max_length=20, choices=Reviewed.Review.choices, blank=True, editable=False)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("letter"))

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an occurrence")
        verbose_name_plural = _("steps of occurrences")
        ordering = ["occurrence", "pk"]

    def others(self) -> models.QuerySet:
        """Less the letters, which change nothing that another step does: one that has left keeps no step before it from being taken back."""
        is_letter = Q(what=self.What.REMINDED)
        return super().others().filter(is_letter if self.what == self.What.REMINDED else ~is_letter)
