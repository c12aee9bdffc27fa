"""Proposals that a secretary has said no to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hearings.models.hearings import Hearing
from hearings.models.parties import HearingParty


class RejectedProposalClaim(models.TextChoices):
    SAME_HEARING = "same_hearing", _("is the same hearing")
    SAME_PARTY = "same_party", _("is the same party")
    NO_PARTY = "no_party", _("is no party")


class RejectedProposal(models.Model):
    """A proposal that was rejected. Proposals about a hearing are computed anew for each page; those kept here are not shown again.

    `says` that `other` is the same hearing, that the party `same_as` is the party `party`, or that `party` is no party.
    """

    Says = RejectedProposalClaim

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="rejected_proposals", verbose_name=_("hearing"))
    says = models.CharField(_("says that it"), max_length=20, choices=Says.choices)
    other = models.ForeignKey(Hearing, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("the other hearing"))
    party = models.ForeignKey(HearingParty, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("party"))
    same_as = models.ForeignKey(HearingParty, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("the other party"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("rejected by"))
    at = models.DateTimeField(_("rejected"))

    class Meta:
        verbose_name = _("rejected proposal")
        verbose_name_plural = _("rejected proposals")
        ordering = ["hearing", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(says="same_hearing", other__isnull=False, party__isnull=True, same_as__isnull=True)
                | Q(says="same_party", other__isnull=True, party__isnull=False, same_as__isnull=False)
                | Q(says="no_party", other__isnull=True, party__isnull=False, same_as__isnull=True),
                name="a_rejected_proposal_says_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.hearing}: {self.get_says_display()}"
