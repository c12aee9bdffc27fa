"""Text blocks in, facts out: what a document of Danish municipal minutes says.

Pure: the same document always gives the same `Minutes`. Never raises on any document but `NoMinutes`, for one that has neither
items nor a meeting's heading. What is not understood stays as text in its section and is told by a `not_understood` warning.
"""

import re
from collections import Counter

from reader.facts import Absence, Minutes, SourceFile
from reader.reading import TextDocument

from .broken_headings import with_headings_joined
from .contents import contents_of
from .disqualification import UNNAMED, leaves_open_whom
from .doubts import doubt, without_closed_rows
from .front_page import FrontPage, front_page_of, kind_of
from .furniture import without_furniture
from .headings import Headings
from .item_starts import readings_of
from .item_tables import without_item_tables
from .items import item_of
from .leftovers import leftovers_of
from .named import doubt_by_name
from .outline import DocumentOutline, outline
from .timeplan import spans_under_titles, time_plan_of
from .two_readings import are_alike

__all__ = ["NoMinutes", "doubt_by_name", "parse", "parse_both"]


class NoMinutes(ValueError):
    """The document is something else than minutes or an agenda."""


def parse(document: TextDocument) -> Minutes:
    """The facts of one document. Warnings that need the text alone are among them; `reader.checks` finds the others."""
    return parse_both(document)[0]


def parse_both(document: TextDocument) -> tuple[Minutes, Minutes | None]:
    """The facts of one document in the best reading of its items, and in the second-best where that explains nearly as much of it."""
    blocks = with_headings_joined(without_furniture(without_item_tables(document.blocks)))
    headings = Headings(blocks)
    contents, listed = contents_of(blocks)
    best, *others = readings_of(blocks, contents, listed, headings)
    cut = outline(blocks, headings, best.starts, contents, listed)
    minutes = _facts_of(document, headings, cut)
    minutes.form = best.form
    for one in others:
        if one.starts == best.starts:
            continue
        other_cut = outline(blocks, headings, one.starts, contents, listed)
        if not are_alike(cut, other_cut):
            other = _facts_of(document, headings, other_cut)
            other.form = one.form
            minutes.margin, other.margin = best.points - one.points, one.points - best.points
            return minutes, other
    return minutes, None


def _facts_of(document: TextDocument, headings: Headings, cut: DocumentOutline) -> Minutes:
    front = front_page_of(cut.front, cut.close)
    meeting = front.meeting
    if not cut.items and (meeting.body is None or meeting.date is None):
        raise NoMinutes(document.name)
    meeting.body = meeting.body or _body_of_decisions(cut, headings)
    numbers = {item.number for item in cut.items if item.number is not None}
    minutes = Minutes(SourceFile(document.name, document.sha256, document.format), "minutes", meeting, contents=cut.contents)
    bare = kind_of(cut.front, decided=False) == "minutes" and not _heads_decisions(cut, headings)
    for its_blocks in cut.items:
        item, warnings = item_of(its_blocks, headings, meeting, numbers, bare=bare)
        minutes.items.append(item)
        minutes.warnings += warnings
    _spread(front, minutes)
    minutes.kind = kind_of(cut.front, decided=any(item.decision for item in minutes.items))
    everything = cut.front + [block for item in cut.items for block in item.blocks]
    minutes.time_plan = time_plan_of(everything, minutes.items) or spans_under_titles(
        [(item, below.blocks) for item, below in zip(minutes.items, cut.items, strict=True)]
    )
    doubt(minutes, cut, headings)
    doubt_by_name(minutes, document.name, *document.titles)
    minutes.time_plan = without_closed_rows(minutes)
    _ask_for_unnamed(minutes)
    minutes.leftovers = leftovers_of(cut, minutes)
    return minutes


def _body_of_decisions(cut: DocumentOutline, headings: Headings) -> str | None:
    """The body whose decisions the items tell most often, where the front page names none."""
    found = (headings.of(block) for item in cut.items for block in item.blocks)
    bodies = Counter(one.body for one in found if one is not None and one.role == "decision" and one.body)
    return max(bodies, key=bodies.__getitem__, default=None)


def _heads_decisions(cut: DocumentOutline, headings: Headings) -> bool:
    """Tells whether any item has a heading over its decision; in minutes without any, an item's text is what was decided."""
    found = (headings.of(block) for item in cut.items for block in item.blocks)
    return any(heading is not None and heading.role == "decision" for heading in found)


def _ask_for_unnamed(minutes: Minutes) -> None:
    """Give each closed item that speaks of disqualification and names nobody one whom no member is for certain, so that it is asked about."""
    for item in minutes.items:
        if item.closed and not any(one.disqualified for one in item.absences):
            spoken = next((one for one in item.sections if leaves_open_whom(one.text)), None)
            if spoken:
                item.absences.append(Absence(UNNAMED, "did_not_participate", spoken.at, True))


def _spread(front: FrontPage, minutes: Minutes) -> None:
    """Give the items what the front page says of them alone."""
    all_numbers = {item.number for item in minutes.items}
    for absence, numbers in front.away_from:
        if all_numbers <= set(numbers):
            minutes.meeting.absent.append(absence)
        for item in minutes.items:
            if item.number in numbers:
                known = next((known for known in item.absences if known.name == absence.name), None)
                if known is None:
                    item.absences.append(absence)
                elif absence.disqualified:
                    known.disqualified = True
    for guest, where in front.guests:
        number = re.search(r"\d+", where)
        for item in minutes.items:
            named = len(where) > 5 and where.lower() in item.title.lower()
            if (named or (number and item.number == int(number.group()))) and guest.name not in {known.name for known in item.guests}:
                item.guests.append(guest)
