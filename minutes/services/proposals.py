"""Answers to proposals ("måske"): one is taken, and so becomes an obligation as those that a person adds, or it is left."""

from datetime import datetime

from accounts.models import User
from followups.models import FollowUp
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem
from minutes.models import ProposalAnswer
from minutes.proposals import as_follow_up, key_of
from minutes.services.obligation_answers import Obligation, add
from minutes.storing.column_limits import fitted
from minutes.storing.obligations import follow_up_columns
from reader import facts

Said = ProposalAnswer.Said


def take_proposal(*, item: AgendaItem, proposal: facts.ProposalFacts, by: User, now: datetime) -> Obligation:
    """Makes it an obligation of the item, with kind, days and who as far as the rules read them. Taken twice it is one."""
    values = fitted(FollowUp, follow_up_columns(as_follow_up(proposal), item)) | {"quote": proposal.quote}
    with holding(bodies_of(item)):
        _answer(item, proposal, Said.TAKEN, by, now)
        return add(item=item, model=FollowUp, values=values, by=by, now=now)


def leave_proposal(*, item: AgendaItem, proposal: facts.ProposalFacts, by: User, now: datetime) -> None:
    """Says that the sentence makes no obligation; it stays on the page as left."""
    with holding(bodies_of(item)):
        _answer(item, proposal, Said.LEFT, by, now)


def take_proposal_answer_back(*, item: AgendaItem, quote: str) -> None:
    """Leaves the sentence unanswered, as it was."""
    with holding(bodies_of(item)):
        ProposalAnswer.objects.filter(item=item, key=key_of(quote)).delete()


def _answer(item: AgendaItem, proposal: facts.ProposalFacts, said: str, by: User, now: datetime) -> None:
    told = {"quote": proposal.quote, "part": proposal.part, "score": proposal.score, "said": said, "by": by, "at": now}
    ProposalAnswer.objects.update_or_create(item=item, key=key_of(proposal.quote), defaults=told)
