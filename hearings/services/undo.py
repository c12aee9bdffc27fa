"""Taking a step back: the hearing, the party or the answer is as it was before, and what came of the step is gone."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from concurrency.transitions import save_columns, undo_transition
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import Hearing, HearingParty, HearingStep, PartyStep
from hearings.services.acceptance import hold, noted, noted_days, parties_changed
from hearings.services.answer_steps import undo_answer_step
from hearings.services.hearing_merging import part_hearings
from hearings.services.letters import take_letter_back
from hearings.services.party_merging import part_parties
from hearings.services.transitions import lock_hearings, lock_parties

_OF_THE_LIST = {PartyStep.What.JOINED, PartyStep.What.DROPPED, PartyStep.What.RESTORED, PartyStep.What.CORRECTED}


def undo_party_step(*, step: PartyStep, by: User | None, now: datetime) -> PartyStep:
    """Take `step` back. Returns it as it is now. Raises `HearingRefused` when it is undone already, or something has been done since."""

    def before(row: HearingParty, made: PartyStep) -> None:
        take_letter_back(made)
        if made.what == PartyStep.What.JOINED:
            part_parties(row, made)
        elif made.what in PartyStep.OF_ANSWERS:
            undo_answer_step(made)

    with transaction.atomic():
        row, step = undo_transition(step, lock=lock_parties, by=by, now=now, before=before)
        if step.what in _OF_THE_LIST:
            parties_changed(hearing_ids=[row.hearing_id])
        if _moved_answers(step):
            hearing_changed(hearing=row.hearing, by=by, now=now)
    return step


def undo_hearing_step(*, step: HearingStep, by: User | None, now: datetime) -> HearingStep:
    """The same with a step of a hearing; the hearing that it was joined with is held too.

    A hearing whose entering is taken back is rejected, as what was read by mistake is: nobody sees it, and its row stays.
    """

    def before(row: Hearing, made: HearingStep) -> None:
        if made.what == HearingStep.What.JOINED:
            part_hearings(row, made, undo_party_step=partial(undo_party_step, by=by, now=now))
        elif made.what == HearingStep.What.EXTENDED:
            row.extensions.filter(old=made.before["deadline"], new=made.after["deadline"], at=made.at).delete()
        elif made.what == HearingStep.What.OPENED:
            _refuse_acted_on(row)
            save_columns(row, {"review": Hearing.Review.REJECTED, "reviewed_by_id": by.pk if by else None, "reviewed_at": now})
        elif own := made.moved.get("own_body"):
            _take_away_untouched(row, own)

    with transaction.atomic():
        kept = step.after["duplicate_of_id"]
        hold(hearing_ids=[step.hearing_id, *([kept] if kept else [])])
        row, step = undo_transition(step, lock=lock_hearings, by=by, now=now, before=before)
        parties_changed(hearing_ids=[row.pk, *([kept] if kept else [])])
        for hearing in Hearing.objects.filter(pk__in=[row.pk, kept]).order_by("pk"):
            hearing_changed(hearing=hearing, by=by, now=now)
    return step


def _moved_answers(step: PartyStep) -> bool:
    """Tells whether other answers count as those of a body after the step."""
    body = step.before.get("body_id") != step.after.get("body_id") or "body_id" in step.moved.get("changed", {})
    return body or bool(step.moved.get("answers"))


def _refuse_acted_on(hearing: Hearing) -> None:
    """Refuse to take the entering of a hearing back while a step of its parties is in force, or anything else is written down in it."""
    parties = HearingParty.objects.filter(hearing=hearing)
    acted_on = noted_days() | Q(responses__is_removed=False) | Q(steps__isnull=False, steps__undone_at=None)
    if parties.filter(acted_on).exists() or hearing.extensions.exists() or hearing.duplicates.exists():
        raise HearingRefused("not_latest")


def _take_away_untouched(hearing: Hearing, key: int) -> None:
    """Take the party away that came of the hearing's role, as long as nothing has been done with it."""
    party = HearingParty.objects.filter(pk=key, hearing=hearing)
    touched = noted() | Q(steps__isnull=False) | Q(duplicates__isnull=False)
    if not party.filter(touched).exists():
        party.delete()
