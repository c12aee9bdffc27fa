"""Facts about the meeting that a document is from: its front page and its time plan."""

import datetime as dt
from dataclasses import dataclass, field

from .people import Absence
from .places import TextPlace


@dataclass(slots=True)
class MeetingFacts:
    """The meeting the document is about, as its front page prints it.

    `absent` are those away from the whole meeting; `title_line` and `front_page` are kept as printed, for proof-reading;
    `corrected` are the parts that somebody has corrected by hand.
    """

    body: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    attendees: list[str] = field(default_factory=list)
    absent: list[Absence] = field(default_factory=list)
    title_line: str = ""
    front_page: str = ""
    corrected: list[str] = field(default_factory=list)
    at: TextPlace | None = None


@dataclass(slots=True)
class TimePlanRowFacts:
    """One row of the time plan; `item` is an item number of the same document, when the row can be told to be that item's."""

    start: dt.time | None
    end: dt.time | None
    title: str
    item: int | None = None
    guests: list[str] = field(default_factory=list)
    is_break: bool = False
    at: TextPlace | None = None
