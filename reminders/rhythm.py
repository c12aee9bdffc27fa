"""The rhythm in which somebody is written to: at once, once a day or once a week. Pure."""

from datetime import date, datetime, timedelta

from danish.working_days import Calendar
from reminders.hours import COPENHAGEN, morning

WEEK = timedelta(weeks=1)


def is_before(send_at: datetime, last: date) -> bool:
    """Tells whether a reminder leaves before its deadline, or on its day."""
    return send_at.astimezone(COPENHAGEN).date() <= last


def weekly(send_at: datetime, last: date, calendar: Calendar) -> datetime:
    """The time at which a reminder leaves with the week's mail, on the first working day of a week.

    One that comes before its deadline leaves with the mail of its own week, so that it is never late; one that says that a deadline has passed,
    with the next mail after that.
    """
    day = send_at.astimezone(COPENHAGEN).date()
    monday = day - timedelta(day.weekday())
    leaves = morning(calendar.on_or_after(monday))
    return leaves if is_before(send_at, last) or leaves >= send_at else morning(calendar.on_or_after(monday + WEEK))


def latest_morning(now: datetime, calendar: Calendar) -> datetime:
    """The morning of the latest working day, at which the mails of the day began to leave."""
    local = now.astimezone(COPENHAGEN)
    day = calendar.on_or_before(local.date())
    return morning(day) if morning(day) <= now else morning(calendar.back(day, 1))


def next_mail_day(now: datetime, calendar: Calendar) -> date:
    """The day on which the next mail of somebody who has had one today leaves."""
    return calendar.next_working_day(latest_morning(now, calendar).astimezone(COPENHAGEN).date())
