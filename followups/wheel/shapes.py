"""Paths of SVG round a centre at 0,0. Angles are degrees clockwise from the top."""

from math import cos, degrees, radians, sin

from danish.axis import figure


def xy(angle: float, radius: float) -> tuple[str, str]:
    return figure(radius * sin(radians(angle))), figure(-radius * cos(radians(angle)))


def ray(angle: float, inner: float, outer: float) -> str:
    """A line from the centre's side outwards."""
    return f"M{_at(angle, inner)}L{_at(angle, outer)}"


def sector(first: float, last: float, inner: float, outer: float) -> str:
    """A piece of a ring, its corners square."""
    return f"M{_at(first, outer)}{_arc(first, last, outer)}L{_at(last, inner)}{_arc(last, first, inner)}Z"


def capsule(first: float, last: float, radius: float, half: float) -> str:
    """A piece of a ring with round ends; a disc when it is no longer than it is thick. `half` its thickness lies to either side of `radius`."""
    middle, end = (first + last) / 2, degrees(half / radius)
    begins, ends = min(first + end, middle), max(last - end, middle)
    inner, outer, round_end = radius - half, radius + half, f"A{figure(half)} {figure(half)} 0 0 1 "
    forth, back = _arc(begins, ends, outer), _arc(ends, begins, inner)
    return f"M{_at(begins, outer)}{forth}{round_end}{_at(ends, inner)}{back}{round_end}{_at(begins, outer)}Z"


def _arc(start: float, end: float, radius: float) -> str:
    """Clockwise when `end` is the greater angle."""
    return f"A{figure(radius)} {figure(radius)} 0 {int(abs(end - start) > 180)} {int(end > start)} {_at(end, radius)}"


def _at(angle: float, radius: float) -> str:
    return " ".join(xy(angle, radius))
