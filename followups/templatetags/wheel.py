"""Texts of the year wheel for its days, its meetings and its business."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from danish.formatting import day_of_year_in_words, days_of_year_in_words
from followups.wheel import WheelMeeting, WheelMeetingKind, WheelRow, WheelSlot
from meetings.templatetags.danish import weekday

register = template.Library()
register.filter("day_of_year", day_of_year_in_words)


@register.filter
def slots_of(slots: Sequence[WheelSlot], year: int) -> str:
    """`1. kvartal, 3. kvartal`, the number kept on the line of its name."""
    return ", ".join(days_of_year_in_words(slot.first, slot.last, year) for slot in slots).replace(". ", ".\N{NO-BREAK SPACE}")


@register.filter
def meeting_kind_name(meeting: WheelMeeting) -> str:
    """Gives the kind of the meeting in words."""
    if meeting.kind is WheelMeetingKind.CANCELLED:
        return _("cancelled meeting")
    return _("extraordinary meeting") if meeting.kind is WheelMeetingKind.EXTRAORDINARY else _("ordinary meeting")


@register.simple_tag
def meeting_name(meeting: WheelMeeting) -> str:
    """Gives the name of the meeting's mark in the wheel: `Ordinært møde, onsdag d. 3. september 2025`."""
    return f"{meeting_kind_name(meeting).capitalize()}, {weekday(meeting.day)}"


@register.simple_tag
def business_name(row: WheelRow, slot: WheelSlot, year: int) -> str:
    """Gives the name of a mark of the business: `Nr. 3, 2. kvartal (beregnet): Status på varmestuen`."""
    words = {"number": row.number, "label": row.business.label, "when": slots_of([slot], year)}
    if slot.computed:
        return pgettext("wheel", "No. %(number)s, %(when)s (reckoned ahead): %(label)s") % words
    return pgettext("wheel", "No. %(number)s, %(when)s: %(label)s") % words
