"""A phrase of time as a person types it, read from some day on and by the calendar of some body."""

from dataclasses import dataclass
from datetime import date

from danish.periods import Direction, Period, find_periods, parse_period
from meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class TypedPeriod:
    """The reading of a phrase: `words` are those that were read. No `words`: nothing could be read; no days: it names none."""

    words: str = ""
    first: date | None = None
    last: date | None = None
    begins_only: bool = False


def read_typed_period(text: str, since: date, days: list[date]) -> TypedPeriod:
    """The period the text tells of; the first one where it tells of more. `days` are those on which the body meets."""
    period = parse_period(text, since, meetings=days) or next(iter(find_periods(text, since, meetings=days)), None)
    if period is None:
        return TypedPeriod()
    words = text[period.start : period.end].strip()
    if period.last is None:
        return TypedPeriod(words, begins_only=period.direction is Direction.FROM and period.first is not None)
    return TypedPeriod(words, _first(period), period.last)


def days_of_body(body_id: int, since: date) -> list[date]:
    """The days after `since` on which the body meets: "næste møde" is one of them."""
    coming = Meeting.objects.filter(body=body_id, date__gt=since).exclude(state=Meeting.State.CANCELLED)
    return list(coming.order_by("date").values_list("date", flat=True)[:100])


def _first(period: Period) -> date:
    # "Senest den 1. maj" is due on one day, as the reader of obligations has it.
    return period.first or period.last
