"""A proposal answered by the step it proposed, whoever took the step and from which page."""

from datetime import datetime

from accounts.models import User
from followups.models import Occurrence, Proposal, Step
from meetings.models import AgendaItem

State = Proposal.State


def confirm_alike(row: Occurrence, item: AgendaItem, what: str, by: User | None, now: datetime) -> None:
    """The step `what` has been taken with `item`: whoever proposed just that was right."""
    Proposal.objects.filter(occurrence=row, item=item, says=what, state=State.WAITING).update(state=State.CONFIRMED, by=by, at=now)


def ask_again(step: Step) -> None:
    """The step has been undone: what proposed it waits for an answer anew."""
    item = {Step.What.PLACED: step.after["placed_on_id"], Step.What.MET: step.after["met_by_id"]}.get(step.what)
    if item:
        confirmed = Proposal.objects.filter(occurrence=step.occurrence_id, item=item, says=step.what, state=State.CONFIRMED)
        confirmed.update(state=State.WAITING, by=None, at=None)
