"""On which ring each shape stands, so that no two on one ring cover each other."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from math import degrees

_GAP = 2.5  # left free on every side of a shape, less where rings are thin
Stretch = tuple[float, float]  # first and last angle


@dataclass(frozen=True, slots=True)
class RingPlace:
    """The place of a shape: from one angle to another, `half` its thickness to either side of `radius`."""

    first: float
    last: float
    radius: float
    half: float


@dataclass(slots=True)
class _Lane:
    radius: float
    thickness: float
    taken: list[Stretch] = field(default_factory=list)

    def room_for(self, stretch: Stretch) -> Stretch:
        """The stretch, made as long as the lane is thick where it is shorter, and still within the year."""
        lacking = degrees(self.thickness / self.radius) - (stretch[1] - stretch[0])
        if lacking <= 0:
            return stretch
        first = min(max(stretch[0] - lacking / 2, 0), 360 - (stretch[1] - stretch[0]) - lacking)
        return first, first + (stretch[1] - stretch[0]) + lacking

    def is_free(self, room: Stretch) -> bool:
        after = bisect_left(self.taken, room)
        ahead = after < len(self.taken) and self.taken[after][0] < room[1]
        behind = after > 0 and self.taken[after - 1][1] > room[0]
        return not ahead and not behind

    def take(self, room: Stretch) -> RingPlace:
        self.taken.insert(bisect_left(self.taken, room), room)
        gap = min(_GAP, self.thickness / 8)
        turned = degrees(gap / self.radius)
        return RingPlace(room[0] + turned, room[1] - turned, self.radius, self.thickness / 2 - gap)


@dataclass(frozen=True, slots=True)
class Rings:
    """A place for each stretch of each group, and how far in the innermost ring reaches."""

    places: list[list[RingPlace]]
    inner: float


def lay(groups: Sequence[Sequence[Stretch]], *, outer: float, depth: float, thickest: float) -> Rings:
    """Rings from the radius `outer` inwards, at most `depth` deep together: as few as will do, and so as thick as can be.

    The stretches of a group keep to one ring where they can, so that what recurs reads as a circle. A shape is never shorter than it is
    thick, so that it has room for its number.
    """
    fewest = _most_at_once([stretch for group in groups for stretch in group])
    tried = (_rings(groups, lanes, outer, min(thickest, depth / lanes)) for lanes in count(fewest))
    return next(rings for rings in tried if rings)


def _rings(groups: Sequence[Sequence[Stretch]], count: int, outer: float, thickness: float) -> Rings | None:
    """That many rings, if there is room for everything on them."""
    lanes = [_Lane(outer - thickness * (index + 0.5), thickness) for index in range(count)]
    places = [_placed(group, lanes) for group in groups]
    whole = [place for place in places if place is not None]
    return Rings(whole, outer - thickness * count) if len(whole) == len(places) else None


def _most_at_once(stretches: Sequence[Stretch]) -> int:
    return max((sum(first <= start < last for first, last in stretches) for start, _ in stretches), default=1)


def _placed(group: Sequence[Stretch], lanes: Sequence[_Lane]) -> list[RingPlace] | None:
    """Together on the outermost lane with room for all, else each on the outermost with room for it; None where there is no room."""
    for lane in lanes:
        rooms = sorted(lane.room_for(stretch) for stretch in group)
        if all(map(lane.is_free, rooms)) and all(one[1] <= other[0] for one, other in pairwise(rooms)):
            return [lane.take(lane.room_for(stretch)) for stretch in group]
    alone = [place for stretch in group if (place := _alone(stretch, lanes))]
    return alone if len(alone) == len(group) else None


def _alone(stretch: Stretch, lanes: Sequence[_Lane]) -> RingPlace | None:
    free = ((lane, lane.room_for(stretch)) for lane in lanes)
    return next((lane.take(room) for lane, room in free if lane.is_free(room)), None)
