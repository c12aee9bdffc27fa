"""The secretary's no to a proposal, and the no taken back."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from hearings.models import Hearing, RejectedProposal
from hearings.services.acceptance import hold


def reject_proposal(
    *, hearing: Hearing, says: str, by: User, now: datetime, other: int | None = None, party: int | None = None, same_as: int | None = None
) -> RejectedProposal:
    """Do not propose this again; the same said once more is the one that is there. The rows are given by their keys."""
    with transaction.atomic():
        hold(hearing_ids=[key for key in (hearing.pk, other) if key])
        said = {"hearing": hearing, "says": says, "other_id": other, "party_id": party, "same_as_id": same_as}
        row, _made = RejectedProposal.objects.get_or_create(**said, defaults={"by": by, "at": now})
    return row


def take_rejection_back(*, rejected: RejectedProposal) -> None:
    """Propose it again, as long as it still seems to be so."""
    RejectedProposal.objects.filter(pk=rejected.pk).delete()
