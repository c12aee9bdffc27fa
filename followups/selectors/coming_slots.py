"""The slots of what recurs that are still to come, reckoned ahead without making them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from followups.models import Occurrence
from followups.recurrence import MeetingDay
from followups.services.due_dates import days_due, meetings_of
from followups.services.next_occurrences import next_after
from followups.wheel import WheelSlot


def coming_slots(rows: Sequence[Occurrence], *, until: date, today: date) -> dict[int, list[WheelSlot]]:
    """By the key of each of `rows`, which are open and recur, the slots after it up to the day `until`. At most one query.

    Each is taken to be delivered when it is due, and what is overdue today. Where the calendar lacks meetings the slots end.
    """
    meetings = meetings_of(rows)
    return {row.pk: list(_after(row, meetings, until, today)) for row in rows}


def _after(row: Occurrence, meetings: Mapping[int, list[MeetingDay]], until: date, today: date) -> Iterator[WheelSlot]:
    last = row.due_end
    while last and last < until:
        row = next_after(row, max(last, today))
        first, last = days_due(row, meetings.get(row.body_id, ()))
        if first is None or first > until:
            return
        yield WheelSlot(first, last, computed=True)
