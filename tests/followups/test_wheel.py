"""The year wheel: every day in its place, everything of the year drawn once, and nothing over anything else."""

import datetime as dt
import re
from itertools import pairwise
from math import atan2, degrees, hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followups.wheel import Business, BusinessKind, Shape, Wheel, WheelMeeting, WheelMeetingKind, WheelSlot, draw
from followups.wheel.lanes import RingPlace, lay
from followups.wheel.parts import EDGE

D = dt.date
NUMBER = r"-?\d+(?:\.\d{1,2})?"


def wheel(year: int = 2026, meetings=(), business=(), today=None) -> Wheel:
    return draw(year=year, meetings=meetings, business=business, today=today)


def once(first: dt.date, last: dt.date | None = None, *, kind: BusinessKind = BusinessKind.PLANNED, label: str = "Varmestue") -> Business:
    return Business(kind, label, (WheelSlot(first, last or first),))


def corners(path: str) -> list[tuple[float, float]]:
    """The points a path goes through; of an arc, where it ends."""
    ends = re.findall(rf"[ML]({NUMBER}) ({NUMBER})|A{NUMBER} {NUMBER} 0 [01] [01] ({NUMBER}) ({NUMBER})", path)
    return [tuple(float(number) for number in end if number) for end in ends]


def rings(shapes) -> list[list[Shape]]:
    """The shapes of each ring, outermost first; within a ring in the order given."""
    found: list[tuple[float, list[Shape]]] = []
    for shape in shapes:
        radius = hypot(float(shape.x), float(shape.y))
        ring = next((ring for at, ring in found if abs(at - radius) < 0.1), None)
        if ring is None:
            found.append((radius, ring := []))
        ring.append(shape)
    return [ring for _, ring in sorted(found, key=lambda pair: -pair[0])]


def angle(shape: Shape) -> float:
    return degrees(atan2(float(shape.x), -float(shape.y))) % 360


def drawn(picture: Wheel) -> list[Shape]:
    return [shape for _, shape in picture.meetings] + [shape for row in picture.rows for _, shape in row.shapes]


# Where in the year something stands: hours of a clock, so that January 1 is near 0 and July 2 near 6.
HOURS = [
    (D(2026, 1, 1), 0.016),
    (D(2026, 4, 1), 2.975),
    (D(2026, 7, 2), 6.0),
    (D(2026, 12, 31), 11.984),
    (D(2024, 2, 29), 1.951),
    (D(2024, 12, 31), 11.984),
]


@pytest.mark.parametrize(("day", "hour"), HOURS)
def test_the_year_goes_round_like_a_clock(day, hour):
    hand = corners(wheel(day.year, today=day).hand)
    assert [degrees(atan2(x, -y)) % 360 / 30 for x, y in hand] == pytest.approx([hour, hour], abs=0.01)


def test_the_hand_points_at_today_in_its_own_year_alone():
    assert wheel(2026, today=D(2026, 5, 6)).hand
    assert not wheel(2027, today=D(2026, 5, 6)).hand
    assert not wheel(2026).hand


@pytest.mark.parametrize(("year", "share"), [(2026, 28 / 365), (2024, 29 / 366), (1900, 28 / 365), (2000, 29 / 366), (9999, 28 / 365)])
def test_a_month_is_as_wide_as_it_has_days(year, share):
    february = corners(wheel(year).months[1].path)
    (x1, y1), (x2, y2) = february[:2]
    assert degrees(atan2(x2, -y2) - atan2(x1, -y1)) / 360 == pytest.approx(share, abs=1e-4)


def test_the_months_are_named_from_january_and_none_is_upside_down():
    months = wheel().months
    assert [month.name for month in months][::11] == ["januar", "december"]
    assert all(float(month.turn) % 360 <= 90 or float(month.turn) % 360 >= 270 for month in months)


def test_an_empty_year_is_a_wheel_of_months():
    picture = wheel()
    assert len(picture.months) == 12
    assert (picture.meetings, picture.rows, picture.by_kind) == ((), (), [])


CUT = [
    ("over new year, in the year it begins", D(2026, 12, 1), D(2027, 1, 31), D(2026, 12, 1), D(2026, 12, 31)),
    ("over new year, in the year it ends", D(2025, 11, 1), D(2026, 1, 31), D(2026, 1, 1), D(2026, 1, 31)),
    ("longer than the year", D(2025, 1, 1), D(2027, 12, 31), D(2026, 1, 1), D(2026, 12, 31)),
]


@pytest.mark.parametrize(("first", "last", "cut_first", "cut_last"), [case[1:] for case in CUT], ids=[case[0] for case in CUT])
def test_what_reaches_over_new_year_is_cut_to_the_year_and_told_whole(first, last, cut_first, cut_last):
    ((_, shape),) = wheel(business=[once(first, last)]).rows[0].shapes
    ((_, inside),) = wheel(business=[once(cut_first, cut_last)]).rows[0].shapes
    assert shape == inside
    assert wheel(business=[once(first, last)]).rows[0].known == [WheelSlot(first, last)]


def test_what_lies_in_other_years_is_left_out():
    picture = wheel(meetings=[WheelMeeting(D(2025, 12, 31))], business=[once(D(2027, 1, 1)), once(D(2025, 12, 31))])
    assert (picture.meetings, picture.rows) == ((), ())


def test_of_what_recurs_only_the_slots_of_the_year_are_drawn_under_one_number():
    quarters = tuple(WheelSlot(D(y, m, 1), D(y, m, 28), computed=y > 2026) for y in (2025, 2026, 2027) for m in (1, 4, 7, 10))
    row, other = wheel(business=[once(D(2026, 2, 1)), Business(BusinessKind.RECURRING, "Status", quarters)]).rows
    assert (row.number, len(row.known), len(row.computed)) == (1, 4, 0)
    assert (other.number, other.business.label) == (2, "Varmestue")


def test_what_recurs_keeps_to_one_ring():
    quarters = tuple(WheelSlot(D(2026, m, 1), D(2026, m, 28)) for m in (1, 4, 7, 10))
    crowd = [once(D(2026, 1, day), kind=BusinessKind.HEARING) for day in range(1, 20)]
    (row, *_) = wheel(business=[*crowd, Business(BusinessKind.RECURRING, "Status", quarters)]).rows
    assert len(rings(shape for _, shape in row.shapes)) == 1


def test_two_slots_over_each_other_are_both_seen():
    """A delivery that was postponed into the days of the next one."""
    both = (WheelSlot(D(2026, 5, 1), D(2026, 5, 31)), WheelSlot(D(2026, 5, 10), D(2026, 6, 10), computed=True))
    (row,) = wheel(business=[Business(BusinessKind.RECURRING, "Status", both)]).rows
    assert len(rings(shape for _, shape in row.shapes)) == 2


def test_the_kinds_are_numbered_one_after_the_other_and_each_as_the_days_come():
    business = [once(D(2026, m, 1), kind=kind, label=f"{kind} {m}") for m in (9, 2) for kind in reversed(BusinessKind)]
    told = [(row.number, row.business.label) for row in wheel(business=business).rows]
    assert told == [(1, "recurring 2"), (2, "recurring 9"), (3, "planned 2"), (4, "planned 9"), (5, "hearing 2"), (6, "hearing 9")]


def test_a_meeting_every_week_and_business_all_year_has_room():
    meetings = [WheelMeeting(D(2026, 1, 6) + dt.timedelta(weeks=week)) for week in range(51)]
    picture = wheel(meetings=meetings, business=[once(D(2026, 1, 1), D(2026, 12, 31)) for _ in range(60)])
    assert len(rings(shape for _, shape in picture.meetings)) == 1
    assert len(rings(shape for row in picture.rows for _, shape in row.shapes)) == 60


def test_two_meetings_of_one_day_do_not_cover_each_other():
    picture = wheel(meetings=[WheelMeeting(D(2026, 3, 3), url="/moeder/1/"), WheelMeeting(D(2026, 3, 3), url="/moeder/2/")])
    assert len(rings(shape for _, shape in picture.meetings)) == 2


SQUARE = [(WheelMeetingKind.ORDINARY, False), (WheelMeetingKind.CANCELLED, False), (WheelMeetingKind.EXTRAORDINARY, True)]
SQUARE += [(BusinessKind.RECURRING, False), (BusinessKind.PLANNED, False), (BusinessKind.HEARING, True)]


@pytest.mark.parametrize(("what", "square"), SQUARE)
def test_extraordinary_meetings_and_hearings_have_corners(what, square):
    day = D(2026, 3, 3)
    picture = wheel(meetings=[WheelMeeting(day, what)]) if isinstance(what, WheelMeetingKind) else wheel(business=[once(day, kind=what)])
    assert ("L" in drawn(picture)[0].path) == square


years = st.sampled_from([1900, 2024, 2026, 9996])
lengths = st.sampled_from([0, 0, 6, 30, 91, 400])


@st.composite
def tasks(make) -> tuple[int, list[WheelMeeting], list[Business]]:
    """A year, with meetings and business in it and round it."""
    year = make(years)
    days = st.dates(D(year - 1, 11, 1), D(year + 1, 2, 28))
    slots = st.builds(lambda first, days, computed: WheelSlot(first, first + dt.timedelta(days), computed), days, lengths, st.booleans())
    rows = st.builds(Business, st.sampled_from(BusinessKind), st.sampled_from("abc"), st.lists(slots, min_size=1, max_size=4).map(tuple))
    return (
        year,
        make(st.lists(st.builds(WheelMeeting, days, st.sampled_from(WheelMeetingKind)), max_size=30)),
        make(st.lists(rows, max_size=12)),
    )


@settings(deadline=None, max_examples=60)
@given(tasks())
def test_everything_of_the_year_is_drawn_once(task):
    year, meetings, business = task
    picture = wheel(*task)
    assert sorted(map(repr, (one for one, _ in picture.meetings))) == sorted(repr(one) for one in meetings if one.day.year == year)
    of_the_year = [(id(one), repr(slot)) for one in business for slot in one.slots if slot.first.year <= year <= slot.last.year]
    assert sorted((id(row.business), repr(slot)) for row in picture.rows for slot, _ in row.shapes) == sorted(of_the_year)
    assert [row.number for row in picture.rows] == list(range(1, len(picture.rows) + 1))


@settings(deadline=None, max_examples=60)
@given(tasks())
def test_all_is_within_the_picture_in_numbers_with_a_point(task):
    picture = wheel(*task, today=D(task[0], 5, 6))
    paths = [shape.path for shape in drawn(picture)] + [month.path for month in picture.months] + [picture.spokes, picture.hand]
    assert all(re.fullmatch(rf"(?:[MLAZ ]|{NUMBER})*", path) for path in paths)
    assert all(hypot(*corner) < EDGE for path in paths for corner in corners(path))
    assert all(re.fullmatch(NUMBER, value) for shape in drawn(picture) for value in (shape.x, shape.y, shape.size))
    assert all(float(shape.size) > 0 for shape in drawn(picture))


@settings(deadline=None, max_examples=60)
@given(tasks())
def test_of_two_days_on_one_ring_the_later_stands_further_round(task):
    for ring in rings(shape for _, shape in wheel(*task).meetings):
        assert all(angle(one) < angle(other) for one, other in pairwise(ring))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.tuples(st.integers(0, 364), st.sampled_from([1, 1, 7, 31, 90, 365])), max_size=5), max_size=25), st.data())
def test_no_two_shapes_cover_each_other(groups, data):
    stretches = [[(float(first), min(first + days, 360.0)) for first, days in group if first < 360] for group in groups]
    thickest = data.draw(st.sampled_from([8, 38]))
    laid = lay(stretches, outer=300, depth=210, thickest=thickest)
    by_radius: dict[float, list[RingPlace]] = {}
    for place in (place for places in laid.places for place in places):
        assert laid.inner - 0.01 <= place.radius - place.half < place.radius + place.half <= 300
        assert 0 <= place.first < place.last <= 360.001
        by_radius.setdefault(place.radius, []).append(place)
    for ring in by_radius.values():
        ring.sort(key=lambda place: place.first)
        assert all(one.last < other.first for one, other in pairwise(ring))
    ordered = sorted((ring[0] for ring in by_radius.values()), key=lambda place: place.radius)
    assert all(one.radius + one.half < other.radius - other.half for one, other in pairwise(ordered))
    assert all(place.last - place.first >= degrees(2 * place.half / place.radius) - 0.01 for ring in by_radius.values() for place in ring)
