"""Guests as one writes them: a line for each, `Tine Horn, tine@horn.dk, 15.00–16.00`. Pure: no Django, no clock."""

import re
from datetime import time
from typing import NamedTuple

_MAIL = re.compile(r"^[^@\s,]+@[^@\s,]+\.[^@\s,]{2,}$")
_CLOCK = r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?"
_SPAN = re.compile(rf"^{_CLOCK}\s*(?:-|–|—|til)\s*{_CLOCK}$", re.IGNORECASE)
_ONE_END = re.compile(rf"^(fra|efter|til|inden|før)\s+{_CLOCK}$", re.IGNORECASE)
MOST, LONGEST_NAME, LONGEST_MAIL = 30, 200, 254


class GuestLine(NamedTuple):
    """A guest with the mail address, empty when not known, and the hours between which he or she can come, each of them None when not said."""

    name: str
    mail: str = ""
    opens: time | None = None
    closes: time | None = None


class UnreadableGuest(ValueError):
    """A line that is no guest: `code` is no_name, too_long, not_understood, ends_before or too_many, `line` the line."""

    def __init__(self, code: str, line: str):
        super().__init__(code)
        self.code, self.line = code, line


def read_guests(text: str) -> list[GuestLine]:
    """The guests of the lines that are not empty, in order. Raises `UnreadableGuest` for the first line that is none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise UnreadableGuest("too_many", lines[MOST])
    return [_read_line(line) for line in lines]


def write_guests(guests: list[GuestLine]) -> str:
    """The lines that `read_guests` reads as `guests`."""
    return "\n".join(", ".join(filter(None, [guest.name, guest.mail, _hours(guest)])) for guest in guests)


def _read_line(line: str) -> GuestLine:
    name, *others = (part.strip() for part in re.split(r"[,;]", line))
    if not name or "@" in name:
        raise UnreadableGuest("no_name", line)
    mail, opens, closes = "", None, None
    for part in filter(None, others):
        if not mail and _MAIL.match(part):
            mail = part
        elif (opens, closes) == (None, None) and (span := _span(part)):
            opens, closes = span
        else:
            raise UnreadableGuest("not_understood", line)
    if len(name) > LONGEST_NAME or len(mail) > LONGEST_MAIL:
        raise UnreadableGuest("too_long", line)
    if opens and closes and closes <= opens:
        raise UnreadableGuest("ends_before", line)
    return GuestLine(name, mail, opens, closes)


def _span(part: str) -> tuple[time | None, time | None] | None:
    if found := _SPAN.match(part):
        opens, closes = _time(found[1], found[2]), _time(found[3], found[4])
        return (opens, closes) if opens and closes else None
    if found := _ONE_END.match(part):
        at = _time(found[2], found[3])
        if at is not None:
            return (at, None) if found[1].lower() in ("fra", "efter") else (None, at)
    return None


def _time(hours: str, minutes: str | None) -> time | None:
    return time(int(hours), int(minutes or 0)) if int(hours) < 24 and int(minutes or 0) < 60 else None


def _hours(guest: GuestLine) -> str:
    if guest.opens and guest.closes:
        return f"{guest.opens:%H.%M}–{guest.closes:%H.%M}"
    return f"fra {guest.opens:%H.%M}" if guest.opens else f"til {guest.closes:%H.%M}" if guest.closes else ""
