"""Text blocks in, facts out: what a document of Danish municipal minutes says.

Pure: the same document always gives the same `Minutes`. Never raises on any document but `NoMinutes`, for one that has neither
items nor a meeting's heading. What is not understood stays as text in its section and is told by a `not_understood` warning.
"""

import re

from minutes.facts import Minutes, Source
from minutes.reading import Document

from .front import Front, front_of, kind_of
from .headings import Headings
from .items import item_of
from .outline import outline
from .tabled import without_item_tables
from .timeplan import time_plan_of

__all__ = ["NoMinutes", "parse"]


class NoMinutes(ValueError):
    """The document is something else than minutes or an agenda."""


def parse(document: Document) -> Minutes:
    """The facts of one document. Warnings that need the text alone are among them; `minutes.proofreading` finds the others."""
    blocks = without_item_tables(document.blocks)
    headings = Headings(blocks)
    cut = outline(blocks, headings)
    front = front_of(cut.front, cut.close)
    meeting = front.meeting
    if not cut.items and (meeting.body is None or meeting.date is None):
        raise NoMinutes(document.name)
    numbers = {item.number for item in cut.items if item.number is not None}
    minutes = Minutes(Source(document.name, document.sha256, document.format), "minutes", meeting, contents=cut.contents)
    for blocks in cut.items:
        item, warnings = item_of(blocks, headings, meeting, numbers)
        minutes.items.append(item)
        minutes.warnings += warnings
    _spread(front, minutes)
    minutes.kind = kind_of(cut.front, decided=any(item.decision for item in minutes.items))
    everything = cut.front + [block for item in cut.items for block in item.blocks]
    minutes.time_plan = time_plan_of(everything, minutes.items)
    return minutes


def _spread(front: Front, minutes: Minutes) -> None:
    """Give the items what the front page says of them alone."""
    all_numbers = {item.number for item in minutes.items}
    for absence, numbers in front.away_from:
        if all_numbers <= set(numbers):
            minutes.meeting.absent.append(absence)
        for item in minutes.items:
            if item.number in numbers and absence.name not in {known.name for known in item.absences}:
                item.absences.append(absence)
    for guest, where in front.guests:
        number = re.search(r"\d+", where)
        for item in minutes.items:
            named = len(where) > 5 and where.lower() in item.title.lower()
            if (named or (number and item.number == int(number.group()))) and guest.name not in {known.name for known in item.guests}:
                item.guests.append(guest)
