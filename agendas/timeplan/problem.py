"""A meeting made ready for trying many orders: items by their place in the given order, guests as bits of whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .values import ItemToPlan, Keep, MeetingToPlan, Window


@dataclass(frozen=True, slots=True)
class Problem:
    """Tuples by item, if nothing else is said. An item's bit is `1 << place`.

    `guests` are the bits of those guests who come for more than one item, the only ones who can wait; `others` holds for each of them
    the guest's bit and the bits of all the guest's items. `windows` are those of each guest who has any. `weights` are what the middle is
    reckoned by: the minutes, or one for each item where none has minutes. `due` are the breaks with a time, `(after, minutes)`, by that time;
    `free` the minutes of the breaks without. `first` and `last` are the items kept there, `movable` the others.
    `groups` are the movable ones that belong together, of one guest or of several who share items. No row ends after `latest`.
    """

    start: int
    end: int
    minutes: tuple[int, ...]
    pins: tuple[int | None, ...]
    guests: tuple[int, ...]
    others: tuple[tuple[tuple[int, int], ...], ...]
    windows: tuple[tuple[tuple[Window, ...], ...], ...]
    weights: tuple[int, ...]
    weight: int
    due: tuple[tuple[int, int], ...]
    free: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    latest: int
    movable: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]

    @property
    def may_meet(self) -> bool:
        """There are more breaks without a time than places between two items."""
        return len(self.free) >= self.count

    @property
    def count(self) -> int:
        return len(self.minutes)


def prepare(meeting: MeetingToPlan) -> Problem:
    items = meeting.items
    bits = _guest_bits(items)
    items_of = {guest: sum(1 << place for place, item in enumerate(items) if guest in item.guests) for guest in bits}
    windows = {guest: joined(ways) for guest, ways in meeting.windows.items() if ways}
    minutes = tuple(item.minutes or 0 for item in items)
    weights = minutes if any(minutes) else (1,) * len(items)
    return Problem(
        start=meeting.start,
        end=meeting.end,
        minutes=minutes,
        pins=tuple(item.fixed_start for item in items),
        guests=tuple(sum(bits[guest] for guest in set(item.guests) if guest in bits) for item in items),
        others=tuple(tuple((bits[guest], items_of[guest]) for guest in dict.fromkeys(item.guests) if guest in bits) for item in items),
        windows=tuple(tuple(windows[guest] for guest in dict.fromkeys(item.guests) if guest in windows) for item in items),
        weights=weights,
        weight=sum(weights),
        due=tuple((meeting.breaks[place].after_minutes or 0, meeting.breaks[place].minutes) for place in breaks_with_time(meeting)),
        free=tuple(meeting.breaks[place].minutes for place in breaks_without_time(meeting)),
        first=_kept(items, Keep.FIRST),
        last=_kept(items, Keep.LAST),
        latest=max((meeting.start, *(item.fixed_start or 0 for item in items))) + sum(minutes) + sum(one.minutes for one in meeting.breaks),
        movable=tuple(place for place, item in enumerate(items) if item.keep is None),
        groups=_groups(items, [frozenset(place for place, item in enumerate(items) if guest in item.guests) for guest in bits]),
    )


def breaks_with_time(meeting: MeetingToPlan) -> list[int]:
    """The places of the breaks with a time, in the order in which they come."""
    timed = [(one.after_minutes, place) for place, one in enumerate(meeting.breaks) if one.after_minutes is not None]
    return [place for _after, place in sorted(timed)]


def breaks_without_time(meeting: MeetingToPlan) -> list[int]:
    return [place for place, one in enumerate(meeting.breaks) if one.after_minutes is None]


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """`windows` by time; those that touch are one."""
    whole: list[Window] = []
    for start, end in sorted(windows):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def fits(windows: Iterable[Window], start: int, end: int) -> bool:
    """One of the windows holds all of it."""
    return any(opens <= start and end <= closes for opens, closes in windows)


def _guest_bits(items: Iterable[ItemToPlan]) -> Mapping[str, int]:
    counted: dict[str, int] = {}
    for item in items:
        for guest in set(item.guests):
            counted[guest] = counted.get(guest, 0) + 1
    returning = sorted(guest for guest, count in counted.items() if count > 1)
    return {guest: 1 << place for place, guest in enumerate(returning)}


def _kept(items: Iterable[ItemToPlan], keep: Keep) -> tuple[int, ...]:
    return tuple(place for place, item in enumerate(items) if item.keep == keep)


def _groups(items: Sequence[ItemToPlan], of_guests: Sequence[frozenset[int]]) -> tuple[tuple[int, ...], ...]:
    """The items of each guest, and of all guests who are tied by items they share; without those that are kept first or last."""
    tied: list[frozenset[int]] = []
    for group in of_guests:
        touching = [other for other in tied if other & group]
        tied = [other for other in tied if not other & group] + [group.union(*touching)]
    free = frozenset(place for place, item in enumerate(items) if item.keep is None)
    groups = dict.fromkeys(tuple(sorted(group & free)) for group in (*tied, *of_guests))
    return tuple(group for group in groups if len(group) > 1)
