"""The findings of a plan that has been made, by kind. `agendas.plan_wording` has their sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from danish.folding import fold, name_key

from .criteria import LONGEST_WITHOUT_BREAK
from .problem import fits, joined
from .values import ItemToPlan, Keep, Key, MeetingToPlan, OtherMeeting, PlanFinding, PlannedRow

Timed = Sequence[tuple[ItemToPlan, PlannedRow]]
Titles = Mapping[Key, str]


def find(meeting: MeetingToPlan, rows: Sequence[PlannedRow]) -> tuple[PlanFinding, ...]:
    timed = _timed(meeting, rows)
    return (
        *_over_run(meeting, rows),
        *_places(meeting),
        *_lengths(meeting),
        *_fixed_times(timed),
        *_gaps(meeting, rows, {item.key: item.title for item in meeting.items}),
        *_windows(meeting, timed),
        *_waits(timed),
        *_breaks_too_early(meeting, rows),
        *_stretches(meeting, rows),
        *_two_meetings(meeting, rows, timed),
    )


def waits(meeting: MeetingToPlan, rows: Sequence[PlannedRow]) -> dict[str, tuple[int, int]]:
    """By guest, the minutes from the first own item's start to the last one's end that are not spent in own items, and the other items then."""
    places = {row.key: place for place, row in enumerate(row for row in rows if row.key is not None)}
    return {
        guest: (
            own[-1][1].end - own[0][1].start - sum(row.end - row.start for _item, row in own),
            places[own[-1][0].key] - places[own[0][0].key] + 1 - len(own),
        )
        for guest, own in _of_guests(_timed(meeting, rows)).items()
    }


def _timed(meeting: MeetingToPlan, rows: Iterable[PlannedRow]) -> Timed:
    items = {item.key: item for item in meeting.items}
    return [(items[row.key], row) for row in rows if row.key is not None]


def _over_run(meeting: MeetingToPlan, rows: Sequence[PlannedRow]) -> Iterator[PlanFinding]:
    late = [row for row in rows if row.end > meeting.end]
    if late:
        end = late[-1].end
        keys = tuple(row.key for row in late if row.key is not None)
        yield PlanFinding("over_run", keys, {"end": end, "planned": meeting.end, "minutes": end - meeting.end})


def _places(meeting: MeetingToPlan) -> Iterator[PlanFinding]:
    """Items that are to be first, or last, and are not."""
    for place, item in enumerate(meeting.items):
        if item.keep == Keep.FIRST and any(other.keep != Keep.FIRST for other in meeting.items[:place]):
            yield PlanFinding("not_first", (item.key,), {"title": item.title})
        if item.keep == Keep.LAST and any(other.keep != Keep.LAST for other in meeting.items[place:]):
            yield PlanFinding("not_last", (item.key,), {"title": item.title})


def _lengths(meeting: MeetingToPlan) -> Iterator[PlanFinding]:
    for item in meeting.items:
        if not item.minutes:
            yield PlanFinding("no_minutes", (item.key,), {"title": item.title})
        elif item.suggested_from:
            params = {"title": item.title, "minutes": item.minutes, "count": item.suggested_from}
            yield PlanFinding("suggested_minutes", (item.key,), params)


def _fixed_times(timed: Timed) -> Iterator[PlanFinding]:
    for item, row in timed:
        if item.fixed_start is not None and row.start != item.fixed_start:
            params = {"title": item.title, "fixed": item.fixed_start, "start": row.start, "minutes": row.start - item.fixed_start}
            yield PlanFinding("fixed_start_missed", (item.key,), params)


def _gaps(meeting: MeetingToPlan, rows: Sequence[PlannedRow], titles: Titles) -> Iterator[PlanFinding]:
    """Only a fixed time makes one, so an item comes after it."""
    clock = meeting.start
    for row in rows:
        if row.start > clock and row.key is not None:
            params = {"title": titles[row.key], "start": clock, "end": row.start, "minutes": row.start - clock}
            yield PlanFinding("gap", (row.key,), params)
        clock = row.end


def _windows(meeting: MeetingToPlan, timed: Timed) -> Iterator[PlanFinding]:
    for item, row in timed:
        for guest in dict.fromkeys(item.guests):
            windows = joined(meeting.windows.get(guest, ()))
            if windows and not fits(windows, row.start, row.end):
                params = {"guest": guest, "title": item.title, "start": row.start, "end": row.end, "windows": windows}
                yield PlanFinding("guest_outside_window", (item.key,), params)


def _waits(timed: Timed) -> Iterator[PlanFinding]:
    for guest, own in _of_guests(timed).items():
        for (item, row), (next_item, next_row) in pairwise(own):
            if next_row.start > row.end:
                params = {"guest": guest, "minutes": next_row.start - row.end, "title": item.title, "next": next_item.title}
                yield PlanFinding("guest_waits", (item.key, next_item.key), params)


def _breaks_too_early(meeting: MeetingToPlan, rows: Sequence[PlannedRow]) -> Iterator[PlanFinding]:
    """Breaks for which there is no place between two items at their time or later."""
    for row in rows:
        if row.break_number is None:
            continue
        after = meeting.breaks[row.break_number - 1].after_minutes
        if after is not None and row.start - meeting.start < after:
            yield PlanFinding("break_too_early", (), {"start": row.start, "wanted": meeting.start + after})


def _stretches(meeting: MeetingToPlan, rows: Sequence[PlannedRow]) -> Iterator[PlanFinding]:
    since = meeting.start
    stretch: list[PlannedRow] = []
    for row in (*rows, None):
        if row is not None and row.key is not None:
            stretch.append(row)
            continue
        end = stretch[-1].end if stretch else since
        if end - since > LONGEST_WITHOUT_BREAK:
            keys = tuple(one.key for one in stretch if one.key is not None)
            yield PlanFinding("no_break", keys, {"start": since, "end": end, "minutes": end - since, "longest": LONGEST_WITHOUT_BREAK})
        since, stretch = row.end if row else end, []


def _two_meetings(meeting: MeetingToPlan, rows: Sequence[PlannedRow], timed: Timed) -> Iterator[PlanFinding]:
    """The room and those who attend are needed from the meeting's start to its end, guests for their own items."""
    whole = (meeting.start, max(meeting.end, rows[-1].end if rows else meeting.end))
    guests = _of_guests(timed)
    for other in meeting.other_meetings:
        told = {"meeting": other.title, "start": other.start, "end": other.end}
        meanwhile = tuple(item.key for item, row in timed if _overlaps(other, row.start, row.end))
        if meeting.room and name_key(meeting.room) == name_key(other.room) and _overlaps(other, *whole):
            yield PlanFinding("room_double_booked", meanwhile, told | {"room": meeting.room})
        there = {fold(name) for name in other.people}
        for name in dict.fromkeys((*meeting.attendees, *guests)):
            if fold(name) not in there:
                continue
            own = tuple(item.key for item, row in guests.get(name, ()) if _overlaps(other, row.start, row.end))
            if name in meeting.attendees and _overlaps(other, *whole):
                yield PlanFinding("person_double_booked", meanwhile, told | {"person": name})
            elif own:
                yield PlanFinding("person_double_booked", own, told | {"person": name})


def _overlaps(other: OtherMeeting, start: int, end: int) -> bool:
    return other.start < end and start < other.end


def _of_guests(timed: Timed) -> dict[str, list[tuple[ItemToPlan, PlannedRow]]]:
    rows: dict[str, list[tuple[ItemToPlan, PlannedRow]]] = {}
    for item, row in timed:
        for guest in dict.fromkeys(item.guests):
            rows.setdefault(guest, []).append((item, row))
    return rows
