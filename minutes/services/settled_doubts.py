"""Doubts that the register has an answer to: nobody is asked about the same words of the same item again."""

from meetings.models import Meeting
from minutes.corrections.values import TEXT
from minutes.doubts import are_answered, doubts_of
from minutes.storing.items import pair_items
from reader import facts


def settle(minutes: facts.Minutes, meeting: Meeting | None) -> None:
    """Give every item of `minutes` in doubt the answer that the register has to the same words; without one it stays in doubt.

    So does one whose text somebody has joined, split or moved: it may hold closed words that the answer was not about.
    """
    if meeting is None or not any(item.in_doubt for item in minutes.items):
        return
    rows = pair_items(minutes.items, list(meeting.items.select_related("case").order_by("position")))
    for item, row, doubts in zip(minutes.items, rows, doubts_of(minutes), strict=True):
        if item.in_doubt and TEXT not in item.corrected and row and not row.in_doubt and are_answered(doubts, row.doubts):
            item.closed, item.in_doubt = row.closed, False
