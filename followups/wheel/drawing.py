"""From a year, its meetings and its business to the wheel."""

from collections.abc import Iterable
from datetime import date

from danish.axis import AxisMonth, DateAxis, figure
from followups.wheel.lanes import RingPlace, Stretch, lay
from followups.wheel.parts import Business, BusinessKind, Month, Shape, Wheel, WheelMeeting, WheelMeetingKind, WheelRow, WheelSlot
from followups.wheel.shapes import capsule, ray, sector, xy

_ROUND = 360  # degrees
# Radii, and how thick a ring is at most.
_MONTHS_OUTER, _MONTHS_INNER = 396, 350
_MEETINGS_OUTER, _MEETINGS_DEEP = 346, 90
_BUSINESS_INNER = 92
_THICKEST = 38
_SPARE = 6  # between the rings of meetings and those of business, and inside these


def draw(*, year: int, meetings: Iterable[WheelMeeting], business: Iterable[Business], today: date | None) -> Wheel:
    """The wheel of `year`. What lies outside the year is left out, and what reaches over its ends is cut."""
    axis = DateAxis(date(year, 1, 1), date(year, 12, 31), _ROUND)
    held = sorted((meeting for meeting in meetings if meeting.day.year == year), key=lambda meeting: (meeting.day, meeting.url))
    told = sorted(((one, slots) for one in business if (slots := _within(one, year))), key=lambda pair: _order(pair[0], pair[1], year))
    sat = lay([[_turned(one.day, one.day, axis)] for one in held], outer=_MEETINGS_OUTER, depth=_MEETINGS_DEEP, thickest=_THICKEST)
    outer = sat.inner - _SPARE
    stretches = [[_turned(slot.first, slot.last, axis) for slot in slots] for _, slots in told]
    done = lay(stretches, outer=outer, depth=outer - _BUSINESS_INNER, thickest=_THICKEST)
    hub, months = done.inner - _SPARE, list(axis.months())
    return Wheel(
        year=year,
        months=tuple(map(_month, months)),
        meetings=tuple(
            (one, _shape(place, one.kind is WheelMeetingKind.EXTRAORDINARY)) for one, (place,) in zip(held, sat.places, strict=True)
        ),
        rows=tuple(_row(index, *pair, places) for index, (pair, places) in enumerate(zip(told, done.places, strict=True), 1)),
        spokes="".join(ray(month.start, hub, _MONTHS_INNER) for month in months),
        hub=figure(hub),
        hand=ray(axis.middle(today), hub, _MONTHS_INNER + _SPARE) if today and axis.shows(today) else "",
    )


def _turned(first: date, last: date, axis: DateAxis) -> Stretch:
    """From the beginning of the first day to the end of the last, in degrees, cut to the year."""
    return axis.start(first), axis.end(last)


def _within(one: Business, year: int) -> list[WheelSlot]:
    return sorted((slot for slot in one.slots if slot.first.year <= year <= slot.last.year), key=lambda slot: (slot.first, slot.last))


def _order(one: Business, slots: list[WheelSlot], year: int) -> tuple[int, date, int, str]:
    """By kind, then as the days come; of two that begin together the longer first, since it needs the most room."""
    return list(BusinessKind).index(one.kind), max(slots[0].first, date(year, 1, 1)), -slots[0].last.toordinal(), one.label


def _row(index: int, one: Business, slots: list[WheelSlot], places: list[RingPlace]) -> WheelRow:
    return WheelRow(
        index, one, tuple((slot, _shape(place, one.kind is BusinessKind.HEARING)) for slot, place in zip(slots, places, strict=True))
    )


def _shape(place: RingPlace, square: bool) -> Shape:
    """Shapes tell what colours do too: square are hearings, and meetings out of the ordinary."""
    inner, outer = place.radius - place.half, place.radius + place.half
    path = sector(place.first, place.last, inner, outer) if square else capsule(place.first, place.last, place.radius, place.half)
    return Shape(path, *xy((place.first + place.last) / 2, place.radius), figure(place.half * 1.2))


def _month(month: AxisMonth) -> Month:
    middle = (month.start + month.end) / 2
    turn = middle + 180 if 90 < middle < 270 else middle
    x, y = xy(middle, (_MONTHS_INNER + _MONTHS_OUTER) / 2)
    return Month(month.name, sector(month.start, month.end, _MONTHS_INNER, _MONTHS_OUTER), x, y, figure(turn))
