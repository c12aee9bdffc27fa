"""The history of hearings and of their parties, kept so that every step can be taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.transitions import Transition
from hearings.exceptions import HearingRefused
from hearings.models.hearings import Hearing
from hearings.models.parties import HearingParty
from reminders.models import Letter


class HearingStepKind(models.TextChoices):
    OPENED = "opened", _("entered")
    CORRECTED = "corrected", _("corrected")
    EXTENDED = "extended", _("deadline put off")
    JOINED = "joined", _("joined with another")


class HearingStep(Transition):
    """One transition of a hearing.

    `moved` of a hearing that was joined with another: what the other one got from it; of one that was corrected so that its body is
    consulted: the body as a new party (`own_body`).
    """

    What = HearingStepKind

    row_field = "hearing"
    recorded = (
        *("role", "sender", "subject", "received_on", "opens_first", "opens_last"),
        *("deadline", "answers_to", "open_to_public", "duplicate_of_id"),
    )
    refusal = HearingRefused

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="steps", verbose_name=_("hearing"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    moved = models.JSONField(_("what moved"), default=dict, editable=False)

    class Meta:
        verbose_name = _("step of a hearing")
        verbose_name_plural = _("steps of hearings")
        ordering = ["hearing", "pk"]


class PartyStepKind(models.TextChoices):
    ASKED = "asked", _("asked")
    REMINDED = "reminded", _("reminded")
    DECLINED = "declined", _("declined to answer")
    CORRECTED = "corrected", _("corrected")
    JOINED = "joined", _("joined with another spelling")
    DROPPED = "dropped", _("dropped as a party")
    RESTORED = "restored", _("a party again")
    RECORDED = "recorded", _("answer noted")
    DRAFTED = "drafted", _("draft of the answer saved")
    DECIDED = "decided", _("answer decided at an item")
    SENT = "sent", _("answer sent")
    REWRITTEN = "rewritten", _("answer corrected")
    WITHDRAWN = "withdrawn", _("answer removed")
    CONSIDERED = "considered", _("answer considered at an item")


class PartyStep(Transition):
    """One transition of a party.

    `moved` of a party that was joined with another: what the other one got from it; of a step `OF_ANSWERS`: the key of the answer (`answers`),
    and by the name of each column that changed, its value before and after (`changed`). `letter` is the one that a party was reminded by.
    """

    What = PartyStepKind

    OF_ANSWERS = (What.RECORDED, What.DRAFTED, What.DECIDED, What.SENT, What.REWRITTEN, What.WITHDRAWN, What.CONSIDERED)

    row_field = "party"
    recorded = ("name", "body_id", "asked_on", "reminded_on", "declined_on", "duplicate_of_id", "is_dropped")
    refusal = HearingRefused

    party = models.ForeignKey(HearingParty, models.CASCADE, related_name="steps", verbose_name=_("party"))
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    moved = models.JSONField(_("what moved"), default=dict, editable=False)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("letter"))

    class Meta:
        verbose_name = _("step of a party")
        verbose_name_plural = _("steps of parties")
        ordering = ["party", "pk"]
