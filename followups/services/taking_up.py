"""Taking up what was due before its body's start, so that it counts like any other."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from concurrency.transitions import Columns
from followups.models import Occurrence, Step
from followups.services.transitions import Versions, refuse_settled, take_step


def take_up(*, occurrences: Iterable[Occurrence], by: User | None, now: datetime, why: str = "", versions: Versions = None) -> list[Step]:
    """Take the occurrences up, all or none. Returns the steps of those that were history.

    Raises `FollowUpRefused` for one that is settled.
    """

    def taken_up(row: Occurrence) -> Columns | None:
        refuse_settled(row)
        return {"taken_up": True} if row.is_historic else None

    return take_step(occurrences, Step.What.TAKEN_UP, taken_up, by=by, now=now, why=why, versions=versions)
