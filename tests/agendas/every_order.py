"""Every plan a meeting can have, and what each costs, told from its rows alone: an answer to hold the search against, slow and simple."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, combinations_with_replacement, permutations

from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, PlannedRow

Rows = Sequence[PlannedRow]


def every_plan(meeting: MeetingToPlan) -> Iterator[list[PlannedRow]]:
    firsts, lasts = ([one for one in meeting.items if one.keep == keep] for keep in (Keep.FIRST, Keep.LAST))
    for middle in permutations(one for one in meeting.items if one.keep is None):
        for borders in free_borders(meeting):
            yield rows_of(meeting, [*firsts, *middle, *lasts], borders)


def free_borders(meeting: MeetingToPlan) -> list[tuple[int, ...]]:
    """After how many items each break without a time comes: no two at one place unless there are too many."""
    free = sum(one.after_minutes is None for one in meeting.breaks)
    places = range(1, len(meeting.items))
    return list(combinations(places, free) if free <= len(places) else combinations_with_replacement(places, free))


def rows_of(meeting: MeetingToPlan, order: Sequence[ItemToPlan], borders: tuple[int, ...]) -> list[PlannedRow]:
    timed = sorted((one.after_minutes, number) for number, one in enumerate(meeting.breaks, 1) if one.after_minutes is not None)
    free = [number for number, one in enumerate(meeting.breaks, 1) if one.after_minutes is None]
    rows, clock = [], meeting.start
    for place, one in enumerate(order):
        if place:
            reached = clock - meeting.start
            due = [number for after, number in timed if after <= reached or place == len(order) - 1]
            timed = [pair for pair in timed if pair[1] not in due]
            for number in due + [number for number, border in zip(free, borders, strict=True) if border == place]:
                rows.append(PlannedRow(clock, clock := clock + meeting.breaks[number - 1].minutes, break_number=number))
        start = max(clock, one.fixed_start or 0)
        rows.append(PlannedRow(start, clock := start + (one.minutes or 0), key=one.key))
    return rows


class Judge:
    """The cost of plans of one meeting by the criteria of docs/timeplan.md, in their order."""

    def __init__(self, meeting: MeetingToPlan) -> None:
        self.meeting, self.items = meeting, {one.key: one for one in meeting.items}
        self.places = {one.key: place for place, one in enumerate(meeting.items)}
        self.guests = {guest for one in meeting.items for guest in one.guests}
        self.criteria = (
            self.late, self.outside, self.over_run, self.without_break, self.outside_the_middle, self.waiting, self.between,
            self.gaps, self.moved, self.swapped, self.from_the_middle,
        )  # fmt: skip

    def cost(self, rows: Rows) -> list[int]:
        return [criterion(rows) for criterion in self.criteria]

    def least(self, plans: Iterable[Rows]) -> list[int]:
        """The cost of the best: of all plans those that are best by the first criterion, of these by the second, and so on."""
        best, cost = list(plans), []
        for criterion in self.criteria:
            costs = list(map(criterion, best))
            cost.append(min(costs))
            best = [rows for rows, one in zip(best, costs, strict=True) if one == cost[-1]]
        return cost

    def late(self, rows: Rows) -> int:
        fixed = [(row.start, self.items[row.key].fixed_start) for row in rows if row.key is not None]
        return sum(start - due for start, due in fixed if due is not None)

    def outside(self, rows: Rows) -> int:
        return sum(self._is_outside(row, guest) for row in rows if row.key is not None for guest in set(self.items[row.key].guests))

    def _is_outside(self, row: PlannedRow, guest: str) -> bool:
        windows = self.meeting.windows.get(guest)
        if not windows:
            return False
        minutes = set(range(row.start, row.end)) or {row.start}
        return not minutes <= {minute for start, end in windows for minute in range(start, end + (row.start == row.end))}

    def over_run(self, rows: Rows) -> int:
        return max(0, rows[-1].end - self.meeting.end)

    def without_break(self, rows: Rows) -> int:
        since = end = self.meeting.start
        stretches = []
        for row in rows:
            if row.key is None:
                stretches.append(end - since)
                since = row.end
            end = row.end
        return sum(max(0, stretch - 120) for stretch in [*stretches, end - since])

    def outside_the_middle(self, rows: Rows) -> int:
        return sum(max(0, 3 * abs(off) - whole) for off, whole in self._middle(rows))

    def from_the_middle(self, rows: Rows) -> int:
        return sum(2 * abs(off) + (off < 0) for off, _whole in self._middle(rows))

    def _middle(self, rows: Rows) -> list[tuple[int, int]]:
        """Of each break without a time how far it is from where it is to be, and the whole length, both in parts of a minute."""
        minutes = {one.key: one.minutes or 0 for one in self.meeting.items}
        weights = minutes if any(minutes.values()) else dict.fromkeys(minutes, 1)
        free = [number for number, one in enumerate(self.meeting.breaks, 1) if one.after_minutes is None]
        whole, off, done = sum(weights.values()), [], 0
        for row in rows:
            if row.key is not None:
                done += weights[row.key]
            elif row.break_number in free:
                off.append((done * (len(free) + 1) - (len(off) + 1) * whole, whole))
        return off

    def waiting(self, rows: Rows) -> int:
        waits = 0
        for guest in self.guests:
            own = [row for row in rows if row.key is not None and guest in self.items[row.key].guests]
            waits += own[-1].end - own[0].start - sum(row.end - row.start for row in own)
        return waits

    def between(self, rows: Rows) -> int:
        others = 0
        for guest in self.guests:
            is_own = [guest in self.items[row.key].guests for row in rows if row.key is not None]
            last = len(is_own) - is_own[::-1].index(True)
            others += is_own[is_own.index(True) : last].count(False)
        return others

    def gaps(self, rows: Rows) -> int:
        gaps = [after.start - before for before, after in zip([self.meeting.start, *(row.end for row in rows)], rows, strict=False)]
        return sum(gap for gap in gaps if gap > 10)

    def moved(self, rows: Rows) -> int:
        order = self._order(rows)
        rising = (length for length in range(len(order), 0, -1) if any(list(row) == sorted(row) for row in combinations(order, length)))
        return len(order) - next(rising)

    def swapped(self, rows: Rows) -> int:
        return sum(one > other for one, other in combinations(self._order(rows), 2))

    def _order(self, rows: Rows) -> list[int]:
        return [self.places[row.key] for row in rows if row.key is not None]
