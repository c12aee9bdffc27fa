"""The hours within which mails leave: working days from 8 to 16, local time (Europe/Copenhagen). Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from danish.working_days import Calendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIRST, LAST = time(8), time(16)


def morning(day: date) -> datetime:
    """The time on the day at which mails begin to leave."""
    return datetime.combine(day, FIRST, tzinfo=COPENHAGEN)


def is_within_hours(now: datetime, calendar: Calendar) -> bool:
    """Tells whether mails leave at `now`, an aware time."""
    local = now.astimezone(COPENHAGEN)
    return calendar.is_working_day(local.date()) and FIRST <= local.time() < LAST


def next_within_hours(now: datetime, calendar: Calendar) -> datetime:
    """`now` when mails leave then, else the morning of the next day on which they do."""
    if is_within_hours(now, calendar):
        return now
    local = now.astimezone(COPENHAGEN)
    is_over = local.time() >= LAST
    return morning(calendar.on_or_after(local.date() + timedelta(is_over)))
