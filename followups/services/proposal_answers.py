"""The secretary's answer to a proposal."""

from datetime import datetime

from django.db import transaction
from django.utils.text import capfirst

from accounts.models import User
from followups.exceptions import FollowUpRefused
from followups.models import Proposal, Step
from followups.services.agenda_items import place
from followups.services.lifecycle import meet
from followups.services.transitions import lock_occurrences
from followups.wording import reasons_in_words
from meetings.models import AgendaItem

Says, State = Proposal.Says, Proposal.State


def confirm(*, proposal: Proposal, by: User | None, now: datetime) -> Step | None:
    """Do what was proposed, for the reasons it was proposed. Returns the step; None when it is so already.

    Raises `FollowUpRefused` when the proposal has been rejected or is not there any more, and when what it says cannot be done any more.
    """
    with transaction.atomic():
        lock_occurrences([proposal.occurrence_id], also=AgendaItem.objects.filter(pk=proposal.item_id).values_list("body", flat=True))
        rows = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk)
        proposal = rows.select_related("occurrence", "item__meeting", "item__case").first()
        if proposal is None or proposal.state == State.REJECTED:
            raise FollowUpRefused("answered")
        item, number = proposal.item, proposal.item.case.number if proposal.item.case else ""
        why = capfirst(", ".join(reasons_in_words(proposal.reasons, number=number)))
        done = {"occurrence": proposal.occurrence, "item": item, "by": by, "now": now, "why": why}
        step = place(**done) if proposal.says == Says.PLACED else meet(on=item.meeting.date, **done)
        Proposal.objects.filter(pk=proposal.pk, state=State.WAITING).update(state=State.CONFIRMED, by=by, at=now)
    return step


def ask_anew(*, proposal: Proposal) -> bool:
    """Take its rejection back: it waits for an answer again. Returns whether that changed anything."""
    return bool(Proposal.objects.filter(pk=proposal.pk, state=State.REJECTED).update(state=State.WAITING, by=None, at=None))


def reject(*, proposal: Proposal, by: User | None, now: datetime) -> bool:
    """Say that it is no answer; it is not proposed again. Returns whether that changed anything. Raises `FollowUpRefused` when it is confirmed."""
    waiting_still = Proposal.objects.filter(pk=proposal.pk, state=State.WAITING)
    if waiting_still.update(state=State.REJECTED, by=by, at=now):
        return True
    if Proposal.objects.filter(pk=proposal.pk, state=State.CONFIRMED).exists():
        raise FollowUpRefused("answered")
    return False
