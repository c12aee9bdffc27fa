"""Lengths, distances and counts of times in Danish words for a page."""

_TIMES = ["én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
_DAYS_ARE_TOLD, _MONTHS_ARE_TOLD = 99, 730
_MONTH, _YEAR = 30.44, 365.25  # days


def length_in_words(days: int) -> str:
    """`1 dag`, `12 dage`; what nobody counts in days any more is told in whole months, and from two years on in years."""
    if days <= _DAYS_ARE_TOLD:
        return "1 dag" if days == 1 else f"{days} dage"
    if days < _MONTHS_ARE_TOLD:
        return f"{int(days / _MONTH)} måneder"
    return f"{max(2, int(days / _YEAR))} år"


def times_in_words(count: int) -> str:
    """`én gang`, `to gange`, `13 gange`."""
    number = _TIMES[count - 1] if 0 < count <= len(_TIMES) else str(count)
    return f"{number} gang" if count == 1 else f"{number} gange"


def distance_in_words(days: int) -> str:
    """A day so many days from today: `i dag`, `i morgen`, `om 12 dage`, `i går`, `for 3 dage siden`."""
    near = {0: "i dag", 1: "i morgen", -1: "i går"}
    if days in near:
        return near[days]
    return f"om {length_in_words(days)}" if days > 0 else f"for {length_in_words(-days)} siden"


def working_days_in_words(days: int) -> str:
    """The same in working days: `i dag`, `om 1 arbejdsdag`, `for 3 arbejdsdage siden`."""
    if days == 0:
        return "i dag"
    length = f"{abs(days)} arbejdsdag{'' if abs(days) == 1 else 'e'}"
    return f"om {length}" if days > 0 else f"for {length} siden"
