"""In which order the days of a party can lie."""

from datetime import date

_AFTER_ASKED = ("reminded_on", "declined_on", "answered_on")


def out_of_order(*, opened: date | None, **days: date | None) -> tuple[str, date] | None:
    """The first of `days` that lies too early, by its name, with the day it cannot lie before; None when all is as it can be.

    `days` are `asked_on`, `reminded_on`, `declined_on` and `answered_on`, as far as known. Nobody is reminded, declines or answers before
    being asked, nor answers before the hearing has `opened`.
    """
    asked = days.get("asked_on")
    for name in _AFTER_ASKED:
        earliest = max((day for day in (asked, opened if name == "answered_on" else None) if day), default=None)
        day = days.get(name)
        if earliest and day and day < earliest:
            return name, earliest
    return None
