"""Something waited for that its debtor is reminded of by a letter: a step that can be undone as long as the letter has not left."""

from datetime import datetime

from accounts.models import User
from concurrency.transitions import Columns
from followups.exceptions import FollowUpRefused
from followups.models import Occurrence, Step
from followups.services.transitions import Versions, take_step
from reminders.models import Letter


def remind_by_letter(*, occurrence: Occurrence, letter: Letter, by: User, now: datetime, versions: Versions) -> Step:
    """It was reminded of on the letter's day. Raises `FollowUpRefused` when it is open no more, or has been changed."""

    def reminded(row: Occurrence) -> Columns:
        if not row.is_open:
            raise FollowUpRefused("settled")
        return {"reminded_on": max(row.reminded_on or letter.sent_on, letter.sent_on)}

    [step] = take_step([occurrence], Step.What.REMINDED, reminded, by=by, now=now, why="", versions=versions)
    step.letter = letter
    step.save(update_fields=["letter"])
    return step
