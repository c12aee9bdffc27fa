"""A party reminded by a letter: a step that can be undone as long as the letter has not left."""

from datetime import datetime

from accounts.models import User
from concurrency.transitions import Columns
from hearings.exceptions import HearingRefused
from hearings.models import HearingParty, PartyStep
from hearings.services.transitions import Versions, take_party_step
from reminders.letters import writing
from reminders.models import Letter


def remind_by_letter(*, party: HearingParty, letter: Letter, by: User, now: datetime, versions: Versions) -> PartyStep:
    """The party is reminded on the letter's day. Raises `HearingRefused` when it is waited for no more, or has been changed."""

    def reminded(row: HearingParty) -> Columns:
        if row.answered_on or row.declined_on or row.is_dropped or row.duplicate_of_id:
            raise HearingRefused("not_waited_for")
        return {"reminded_on": max(row.reminded_on or letter.sent_on, letter.sent_on)}

    [step] = take_party_step([party], PartyStep.What.REMINDED, reminded, by=by, now=now, versions=versions)
    step.letter = letter
    step.save(update_fields=["letter"])
    return step


def take_letter_back(step: PartyStep) -> None:
    """Raises `HearingRefused` when the step's letter has left by mail."""
    if step.letter and not writing.take_back(step.letter):
        raise HearingRefused("letter_left")
