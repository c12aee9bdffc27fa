"""The secretary's answers to proposals: yes, no, and the no taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from hearings.models import Hearing, RejectedProposal
from hearings.proposals import HearingProposal, PartyProposal, Says
from hearings.services.acceptance import hold
from hearings.services.hearing_merging import join_hearings
from hearings.services.party_merging import join_parties
from hearings.services.party_progress import drop_party
from hearings.services.transitions import Versions, refuse_changed


@transaction.atomic
def confirm_proposals(*, proposals: Sequence[HearingProposal | PartyProposal], versions: Versions, by: User, now: datetime) -> None:
    """Confirm all the proposals, or none. Raises `HearingRefused` ("changed") when a row of one has another version than in `versions`."""
    of_hearings = [one for one in proposals if isinstance(one, HearingProposal)]
    of_parties = [one for one in proposals if isinstance(one, PartyProposal)]
    refuse_changed(
        hearing_ids={row.pk for one in of_hearings for row in (one.kept, one.gone)},
        party_ids={row.pk for one in of_parties for row in (one.party, one.same_as) if row},
        versions=versions,
    )
    for proposal in proposals:
        act = {"by": by, "now": now, "why": proposal.because}
        if isinstance(proposal, HearingProposal):
            join_hearings(kept=proposal.kept, gone=proposal.gone, **act)
        elif proposal.same_as:
            join_parties(kept=proposal.same_as, gone=proposal.party, **act)
        else:
            drop_party(party=proposal.party, **act)


@transaction.atomic
def reject_proposals(*, hearing: Hearing, proposals: Sequence[HearingProposal | PartyProposal], by: User, now: datetime) -> None:
    """Reject all the proposals about `hearing`, or none."""
    for proposal in proposals:
        if isinstance(proposal, HearingProposal):
            said = {"says": Says.SAME_HEARING, "other": proposal.other.pk}
        else:
            same_as = proposal.same_as.pk if proposal.same_as else None
            said = {"says": proposal.says, "party": proposal.party.pk, "same_as": same_as}
        reject_proposal(hearing=hearing, by=by, now=now, **said)


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
