"""Sentences about items, votes and days for a meeting that have conditions in them."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from danish.dates import weekday_name
from danish.formatting import day_in_words
from meetings.dispatch import Advice


def numbered(number: str) -> str:
    """`punkt 3`, also of a number as printed; nothing without one."""
    return _("item %(number)s") % {"number": number} if number else ""


def titled(number: str, title: str) -> str:
    """`punkt 3, Natvarmestue i Havnegade`; of an item without a number the title."""
    return ", ".join(part for part in (numbered(number), title) if part)


def votes_counted(votes_for: int | None, votes_against: int | None, abstained: int | None) -> str:
    """`5 for, 2 imod`; only what was counted is told, and nobody who abstained is not."""
    counts = [
        (votes_for, votes_for is not None, pgettext("votes", "for")),
        (votes_against, votes_against is not None, pgettext("votes", "against")),
        (abstained, bool(abstained), pgettext("votes", "abstained")),
    ]
    return ", ".join(f"{count} {words}" for count, is_told, words in counts if is_told)


def warnings_told(advice: Advice) -> list[str]:
    """Says in a sentence each why the day suits no meeting. Of a day that has passed the sentences do not say that its agenda is late, too."""
    told = []
    if not advice.is_working_day:
        day = capfirst(_weekday(advice.day))
        if advice.holiday:
            told.append(_("%(day)s is no working day but %(holiday)s.") % {"day": day, "holiday": advice.holiday})
        else:
            told.append(_("%(day)s is no working day.") % {"day": day})
    if advice.is_past:
        told.append(_("The day has passed."))
    elif advice.dispatch_is_past:
        told.append(_("It is too late to send out the agenda in time: that had to be %(day)s.") % {"day": _weekday(advice.dispatch)})
    return told


def _weekday(day: date) -> str:
    return f"{weekday_name(day)} d. {day_in_words(day)}"
