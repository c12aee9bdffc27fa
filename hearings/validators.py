"""Validation of what is noted of a hearing: what the role of its body rules out, and the order of its days. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_AFTER_ASKED = ("reminded_on", "declined_on", "answered_on")
_OF_CONSULTED = ("sender", "received_on")


def foreign_to_role(role: str, columns: Mapping[str, Any]) -> list[str]:
    """The names of those `columns` that are filled in but do not go with the role: what a body sends out itself nobody sends to it."""
    return [name for name in _OF_CONSULTED if columns.get(name)] if role == "issuer" else []


def day_too_early(*, opened: date | None, asked_from: date | None = None, **days: date | None) -> tuple[str, date] | None:
    """The first of `days` that lies too early, by its name, with the day it cannot lie before; None when all is as it can be.

    `days` are `asked_on`, `reminded_on`, `declined_on` and `answered_on`, as far as known. Nobody is reminded, declines or answers before
    being asked, nor answers before the hearing has `opened`. Nobody is asked before `asked_from`, where that is known.
    """
    asked = days.get("asked_on")
    if asked and asked_from and asked < asked_from:
        return "asked_on", asked_from
    for name in _AFTER_ASKED:
        earliest = max((day for day in (asked, opened if name == "answered_on" else None) if day), default=None)
        day = days.get(name)
        if earliest and day and day < earliest:
            return name, earliest
    return None
