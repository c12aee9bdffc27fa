"""The day from which a body uses the register. What was due before it is history. Pure."""

from datetime import date


def is_before_start(last: date | None, start: date | None) -> bool:
    """Tells whether something whose last day is `last` was due before the body's start. Without one of the two days nothing was."""
    return last is not None and start is not None and last < start
