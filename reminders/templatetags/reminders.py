"""Reminders in words, and those of a deadline on its own page."""

from collections.abc import Collection
from datetime import date

from django import template
from django.template import Context

from danish.dates import weekday_name
from danish.formatting import month_abbreviated
from reminders.listing import ListedReminder, reminders_on_page
from reminders.step_words import far_in_words
from reminders.wording import error_in_words, what_is_due

register = template.Library()
register.filter("far", far_in_words)
register.filter("in_error_words", error_in_words)


@register.filter
def short_day(day: date) -> str:
    """`man. 3. feb. 2027`."""
    return f"{weekday_name(day)[:3]}. {day.day}. {month_abbreviated(day)} {day.year}"


@register.filter
def due(reminder: ListedReminder, today: date) -> str:
    return what_is_due(reminder.row.kind, reminder.row.last, today=today)


@register.inclusion_tag("reminders/on_page.html", takes_context=True)
def reminders_about(context: Context, keys: Collection[str]) -> dict:
    """Those that the actor may see of the deadlines, the latest first. One query for those who are logged in."""
    request = context["request"]
    return {"reminders": reminders_on_page(keys, request.actor), "request": request}
