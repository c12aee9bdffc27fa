"""How long, and how many times, as Danish says it on a page."""

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
