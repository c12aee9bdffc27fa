"""Text blocks in, facts out: what a document of Danish municipal minutes says.

Pure: the same document always gives the same `Minutes`. Never raises on any document but `NoMinutes`, for one that has neither
items nor a meeting's heading. What is not understood stays as text in its section and is told by a `not_understood` warning.
"""

from minutes.facts import Minutes, Source
from minutes.reading import Document

from .front import kind_of, meeting_of
from .headings import Headings
from .items import item_of
from .outline import outline
from .timeplan import time_plan_of

__all__ = ["NoMinutes", "parse"]


class NoMinutes(ValueError):
    """The document is something else than minutes or an agenda."""


def parse(document: Document) -> Minutes:
    """The facts of one document. Warnings that need the text alone are among them; `minutes.proofreading` finds the others."""
    headings = Headings(document.blocks)
    cut = outline(document.blocks, headings)
    meeting = meeting_of(cut.front, cut.close)
    if not cut.items and (meeting.body is None or meeting.date is None):
        raise NoMinutes(document.name)
    numbers = {item.number for item in cut.items if item.number is not None}
    minutes = Minutes(Source(document.name, document.sha256, document.format), "minutes", meeting, contents=cut.contents)
    for blocks in cut.items:
        item, warnings = item_of(blocks, headings, meeting, numbers)
        minutes.items.append(item)
        minutes.warnings += warnings
    minutes.kind = kind_of(cut.front, decided=any(item.decision for item in minutes.items))
    everything = cut.front + [block for item in cut.items for block in item.blocks]
    minutes.time_plan = time_plan_of(everything, minutes.items)
    return minutes
