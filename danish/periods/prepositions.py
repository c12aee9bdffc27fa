"""The effect of "inden", "senest", "pr." and "efter" before a time."""

from danish.periods.context import Context, PhraseReading
from danish.periods.parts import AT_THE_END
from danish.periods.spans import DAY
from danish.periods.values import Direction, Period, Precision


def directed(reading: PhraseReading, context: Context, rule: str, start: int, end: int) -> Period:
    """The reading as a period of `text[start:end]`, turned by what stands before it.

    "inden" is the day before; but "inden udgangen af" and "inden ultimo" are meant with the end.
    """
    first, last, direction, precision = reading.first, reading.last, reading.direction, reading.precision
    lead = context.lead
    if lead in ("before", "after") and precision is Precision.MEETING and first is not None:
        precision = Precision.DAY
    if lead in ("end", "by", "before"):
        direction = Direction.BY
        if lead == "before" and first is not None and context.part not in AT_THE_END:
            last = first - DAY
        first = None
    elif lead in ("from", "after"):
        if last is not None and (lead == "after" or first is None):  # From the end of a year is from the next one.
            first = last + DAY
        direction, last = Direction.FROM, None
    return Period(first, last, precision, direction, start, end, rule, reading.year_inferred)
