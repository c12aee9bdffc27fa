"""Proposals of items that seem to answer an occurrence, for the secretary to confirm."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from followups.models.occurrences import Occurrence
from followups.querysets import ProposalQuerySet
from meetings.models import AgendaItem


class ProposalClaim(models.TextChoices):
    PLACED = "placed", _("is on an agenda")
    MET = "met", _("is answered")


class ProposalState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


class Proposal(models.Model):
    """A later item that seems to be what an occurrence waits for. `reasons` are codes, worded by `followups.wording`.

    `says` is what confirming it does: an item of a meeting to come places the occurrence on that agenda, one that was treated meets it.
    A rejected one stays, so that the same is not proposed anew.
    """

    Says = ProposalClaim

    State = ProposalState

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="proposals", verbose_name=_("occurrence"))
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="proposals", verbose_name=_("item"))
    says = models.CharField(_("says that it"), max_length=10, choices=Says.choices)
    reasons = models.JSONField(_("reasons"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed answer")
        verbose_name_plural = _("proposed answers")
        ordering = ["occurrence", "pk"]
        constraints = [models.UniqueConstraint(fields=["occurrence", "item", "says"], name="an_item_is_proposed_once_as_the_same")]

    def __str__(self) -> str:
        return f"{self.occurrence}: {self.item}"
