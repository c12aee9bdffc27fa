"""Hearings and promises whose days cannot be right, as far as the document itself shows."""

import datetime as dt
import re
from collections.abc import Iterator

from danish.folding import name_key
from danish.periods import Direction, Precision, find_periods
from reader.facts import FollowUpFacts, HearingFacts, ItemFacts, Minutes, Warning

# In the present tense it is this meeting that sends it out; a hearing told of in the past has run.
_SENDS_OUT = re.compile(r"\bsendes?\b[^.]*\bhøring", re.IGNORECASE)
_COMES_BACK = ("status_report", "return", "deferred", "extra_meeting")


def check_obligations(minutes: Minutes) -> Iterator[Warning]:
    """Deadlines before what they wait for, two deadlines for one hearing, and promises for a time that is over at the meeting."""
    day = minutes.meeting.date
    for item in minutes.items:
        yield from _hearings(item, day)
        for promise in item.follow_ups:
            over = _over(promise, day) if day else None
            if over and day:
                params = {"due": over.isoformat(), "date": day.isoformat()}
                yield Warning("promise_before_meeting", item.number, params, promise.quote, promise.at)


def _hearings(item: ItemFacts, day: dt.date | None) -> Iterator[Warning]:
    dated = [(hearing, hearing.deadline) for hearing in item.hearings if hearing.deadline]
    for place, (hearing, last) in enumerate(dated):
        deadline = last.isoformat()
        if hearing.opens and last < hearing.opens.start:
            params = {"deadline": deadline, "opens": hearing.opens.start.isoformat()}
            yield Warning("hearing_ends_before_it_opens", item.number, params, hearing.quote, hearing.at)
        elif day and last < day and _is_sent_out_at(hearing, day):
            params = {"deadline": deadline, "date": day.isoformat()}
            yield Warning("hearing_ends_before_meeting", item.number, params, hearing.quote, hearing.at)
        for other, other_last in dated[:place]:
            if other_last != last and name_key(other.subject) == name_key(hearing.subject):
                params = {"deadline": other_last.isoformat(), "other": deadline}
                yield Warning("hearing_has_two_deadlines", item.number, params, hearing.quote, hearing.at)


def _is_sent_out_at(hearing: HearingFacts, day: dt.date) -> bool:
    return bool(hearing.opens and hearing.opens.end >= day) or bool(_SENDS_OUT.search(hearing.quote))


def _over(promise: FollowUpFacts, day: dt.date) -> dt.date | None:
    """The last day of a promise that was over before the meeting: the one it has, or a stretch of time its sentence names."""
    if promise.due_end:
        return promise.due_end if promise.due_end < day else None
    if promise.kind not in _COMES_BACK or promise.recurrence:
        return None
    # A single day may be that of something told of; "i slutningen af 2017" is when the promise falls due.
    told = [period for period in find_periods(promise.quote, day) if period.last and period.direction is not Direction.FROM]
    vague = [
        one.last for one in told if one.last and (one.precision not in (Precision.DAY, Precision.YEAR) or one.direction is Direction.BY)
    ]
    return vague[0] if len(vague) == len(told) == 1 and vague[0] < day else None
