"""The lines of a document that every item has once or that only items have: decisions, case numbers, parts, headings of halves, listed titles.

Each block is looked at once; the readings of the document are judged by these lines.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter

from reader.reading import TextBlock

from .case_numbers import case_number_in
from .closed import half_of, is_bare_mark
from .contents import folded
from .headings import Heading, Headings

_PREFIX = 12  # letters by which a cut title is still known
_SHORTEST_TITLE = 4  # letters
LABELLED = re.compile(r"(?:§|[^\W\d_]{2,20}\.?(?:\snr\.?)?)?\s?\d{1,4}(?:/\d\d)?\s?(?:[.):]|\s[-–])\s|[IVX]{1,5}\.\s|[A-ZÆØÅ][.)]\s")


class Landmarks:
    """By index of the block: `role` of the part it heads, `part` it stands in, `decisions` of this meeting, `cases`, `halves` of the agenda."""

    def __init__(self, blocks: list[TextBlock], contents: list[str], listed: set[int], headings: Headings) -> None:
        found = [headings.of(block) if i not in listed else None for i, block in enumerate(blocks)]
        free = [(i, block.text) for i, block in enumerate(blocks) if i not in listed]
        self.role = [heading.role if heading else None for heading in found]
        self.cases = [i for i, text in free if case_number_in(text)]
        self.cased = set(self.cases)
        self.shown = self.cased | {i for i, role in enumerate(self.role) if role}
        self.halves = [i for i, text in free if is_bare_mark(text) or half_of(text) is not None]
        self.decisions = _decisions(found, min(self.cases, default=len(blocks)))
        self.part = self._part_of_each()
        self._wanted = {key for title in contents if len(key := key_of(title)) >= _SHORTEST_TITLE}

    @property
    def wanted(self) -> int:
        """Counts the titles of the contents list."""
        return len(self._wanted)

    def is_wanted(self, title: str) -> bool:
        """Tells whether the contents list has the title, perhaps cut."""
        key = key_of(title)
        return key in self._wanted or (len(key) > _PREFIX and any(one.startswith(key[:_PREFIX]) for one in self._wanted))

    def decisions_between(self, first: int, end: int) -> int:
        return bisect_left(self.decisions, end) - bisect_left(self.decisions, first)

    def half_between(self, first: int, end: int) -> bool:
        at = bisect_left(self.halves, first)
        return at < len(self.halves) and self.halves[at] < end

    def _part_of_each(self) -> list[str | None]:
        halves, parts, now = set(self.halves), [], None
        for i, role in enumerate(self.role):
            now = None if i in halves else role or now
            parts.append(now)
        return parts


def key_of(title: str) -> str:
    """The title's letters and digits, without the number and the word before it."""
    return folded(LABELLED.sub("", title, count=1)).lstrip("0123456789")


def _decisions(found: list[Heading | None], first_case: int) -> list[int]:
    """The headings of this meeting's decisions: those without a day, and those of the day most of them have.

    A bare `Referat` above all else that items have is the document's own title.
    """
    days: Counter[dt.date] = Counter(one.date for one in found if one and one.role == "decision" and one.date)
    own = max(days, key=lambda day: (days[day], day), default=None)
    first = min([first_case, *(i for i, one in enumerate(found) if one and one.role not in ("decision", "absence", "presence"))])
    return [
        i
        for i, one in enumerate(found)
        if one and one.role == "decision" and one.date in (None, own) and (i > first or one.date or one.body or one.rest)
    ]
