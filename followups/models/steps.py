"""The history of an occurrence, kept so that every step can be taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.transitions import Transition
from followups.exceptions import Refused
from followups.models.occurrences import Occurrence
from followups.querysets import StepQuerySet
from meetings.models import Reviewed


class Step(Transition):
    """One transition of an occurrence. `why` is for the body's own people.

    A rejection changes no column of the occurrence: `review_before` is what had been said of the sentence until then.
    """

    class What(models.TextChoices):
        PLACED = "placed", _("placed on an agenda")
        UNPLACED = "unplaced", _("taken off the agenda")
        MET = "met", _("met")
        ANSWERED = "answered", _("answered in the hearing")
        DROPPED = "dropped", _("dropped")
        ENDED = "ended", _("dropped, and comes no more")
        POSTPONED = "postponed", _("postponed")
        REJECTED = "rejected", _("rejected as misread")

    row_field = "occurrence"
    recorded = ("state", "placed_on_id", "met_by_id", "met_on", "due_start", "due_end", "due_fixed")
    refusal = Refused

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="steps", verbose_name=_("occurrence"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    review_before = models.CharField(_("review before"), max_length=20, choices=Reviewed.Review.choices, blank=True, editable=False)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an occurrence")
        verbose_name_plural = _("steps of occurrences")
        ordering = ["occurrence", "pk"]
