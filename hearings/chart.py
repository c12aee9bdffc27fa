"""The Gantt chart of hearings over the bodies' meetings, and the same as the rows of a table: `gantt`, given rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hearings.gantt.axis import visible_period
from hearings.gantt.drawing import draw
from hearings.gantt.shapes import BodyLane, GanttDrawing, HearingBar, MeetingMark
from hearings.models import Hearing
from hearings.party_feasibility import PartyFeasibility, arrival
from meetings.models import Body, Meeting

WIDE, NARROW = 1000, 440


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A hearing in a body's lane: `first` is when it opens or comes to the body, `meetings` the body's from then to the deadline."""

    body: Body
    hearing: Hearing
    first: date | None
    warns: bool
    old_deadlines: tuple[date, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class HearingChart:
    """Drawn for a wide and for a narrow screen, and told in rows, the bodies in their own order."""

    wide: GanttDrawing
    narrow: GanttDrawing
    rows: tuple[ChartRow, ...]


def chart_of(
    hearings: Sequence[Hearing], feasibility: Mapping[int, Sequence[PartyFeasibility]], *, body: Body | None, today: date
) -> HearingChart | None:
    """`hearings`, with their parties and extensions at hand, under the meetings of the bodies that have sent them or are asked: one query.

    With `body` its own lane alone. None when there is nothing to draw.
    """
    shown = [
        (one, hearing, first)
        for hearing in hearings
        for one, first in _bodies_of(hearing, today)
        if hearing.deadline and (body is None or one == body)
    ]
    if not shown:
        return None
    begin, end = visible_period([(first, hearing.deadline) for _body, hearing, first in shown], today=today)
    meetings = _meetings({one.pk for one, _hearing, _first in shown}, begin, end)
    rows = tuple(
        ChartRow(
            one,
            hearing,
            first,
            any(party.warns and party.body == one for party in feasibility.get(hearing.pk, ())),
            tuple(extension.old for extension in hearing.readable_extensions if extension.old),
            tuple(
                meeting
                for meeting in meetings.get(one.pk, ())
                if (first or begin) <= meeting.date <= hearing.deadline and meeting.state != Meeting.State.CANCELLED
            ),
        )
        for one, hearing, first in sorted(shown, key=lambda entry: entry[0].sort_key)
    )
    lanes = [
        BodyLane(one.name, [_mark(meeting) for meeting in meetings.get(one.pk, ())], [_bar(row, today) for row in rows if row.body == one])
        for one in dict.fromkeys(row.body for row in rows)
    ]
    wide, narrow = (draw(lanes, first=begin, last=end, today=today, width=width) for width in (WIDE, NARROW))
    return HearingChart(wide, narrow, rows)


def _bodies_of(hearing: Hearing, today: date) -> Iterable[tuple[Body, date | None]]:
    """The body whose hearing it is and those it asks, outside parties left out; each with the day it begins for it."""
    asked = {party.body: party for party in hearing.readable_parties if party.body and party.body.kind != Body.Kind.OUTSIDE}
    for body in dict.fromkeys([hearing.body, *asked]):
        yield (
            body,
            arrival(hearing, asked[body], today) if body in asked else hearing.opens_first or (hearing.item and hearing.item.meeting.date),
        )


def _meetings(body_ids: set[int], begin: date, end: date) -> dict[int, list[Meeting]]:
    found: dict[int, list[Meeting]] = {}
    for meeting in Meeting.objects.filter(body__in=body_ids, date__range=(begin, end)).order_by("date", "sequence"):
        found.setdefault(meeting.body_id, []).append(meeting)
    return found


def _mark(meeting: Meeting) -> MeetingMark:
    kind = Meeting.State.CANCELLED if meeting.state == Meeting.State.CANCELLED else meeting.kind
    return MeetingMark(meeting.date, str(kind))


def _bar(row: ChartRow, today: date) -> HearingBar:
    css = "over" if row.hearing.deadline < today else "warns" if row.warns else "runs"
    return HearingBar(row.hearing.label, row.first, row.hearing.deadline, row.old_deadlines, css, row.hearing.get_absolute_url())
