"""Meetings, days and times in Danish, and the texts of minutes as paragraphs, lists and tables."""

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import PurePath

from django import template
from django.utils.translation import gettext as _

from danish.dates import weekday_name
from danish.formatting import day_in_words, days_in_words, month_abbreviated
from meetings import texts, wording
from meetings.models import Meeting, Outcome
from meetings.timeline import Entry

register = template.Library()
register.filter(month_abbreviated)

BADGES = {
    Outcome.Value.APPROVED: "badge-success",
    Outcome.Value.RECOMMENDED: "badge-success",
    Outcome.Value.NOTED: "badge-info",
    Outcome.Value.DISCUSSED: "badge-info",
    Outcome.Value.APPOINTED: "badge-info",
    Outcome.Value.DEFERRED: "badge-warning",
    Outcome.Value.REJECTED: "badge-error",
}


@register.filter
def day(value: date | None) -> str:
    """`3. september 2018`."""
    return day_in_words(value) if value else ""


@register.filter
def weekday(value: date | None) -> str:
    """`mandag d. 3. september 2018`."""
    return f"{weekday_name(value)} d. {day(value)}" if value else ""


@register.filter
def clock(value: time | None) -> str:
    """`15.30`."""
    return f"{value.hour}.{value.minute:02}" if value else ""


@register.filter
def hours(meeting) -> str:
    """Gives the hours of a row with a start and an end: `kl. 15.30–18.00`; nothing when the start is not known."""
    if not meeting.start:
        return ""
    return f"kl. {clock(meeting.start)}–{clock(meeting.end)}" if meeting.end else f"kl. {clock(meeting.start)}"


@register.filter
def minutes_long(row) -> str:
    """Gives the length of a row of the time plan: `20 min.`; nothing when it is not known or the times do not add up."""
    if not (row.start and row.end):
        return ""
    length = (row.end.hour - row.start.hour) * 60 + row.end.minute - row.start.minute
    return f"{length} min." if length > 0 else ""


@register.filter
def blocks(text: str) -> list[texts.Block]:
    return texts.blocks(text)


@register.filter
def telling(outcomes) -> list[Outcome]:
    """The outcomes whose name tells something; of the others the decision's own words must do."""
    return [outcome for outcome in outcomes if outcome.outcome != Outcome.Value.OTHER]


@register.filter
def outcome_badge(outcome: Outcome) -> str:
    """The design system's class for the outcome's colour; the word beside it says the same."""
    return BADGES.get(outcome.outcome, "")


@register.filter
def outcome_told(outcome: Outcome) -> str:
    """`1. Tiltrådt`, of one that answers a recommendation; else `Tiltrådt`."""
    name = outcome.get_outcome_display()
    return f"{outcome.recommendation}. {name}" if outcome.recommendation else name


@register.filter
def says_more(item) -> bool:
    """Tells whether the decision's text says more than the badges of its outcomes do."""
    said = item.readable_decision
    return bool(said) and not texts.is_only(said, [outcome.get_outcome_display() for outcome in item.readable_outcomes])


@register.filter
def item_number(item) -> str:
    """The number of the year, else the number as printed without the word before it: `3` of `Punkt 3`, `A)`."""
    return str(item.number) if item.number else re.sub(r"^\W*[^\W\d]{2,}\W+(?:nr\W+)?", "", item.label)


@register.filter
def numbered(item) -> str:
    """`punkt 3`; nothing of an item without a number."""
    return wording.numbered(item_number(item))


@register.filter
def titled(item) -> str:
    """`punkt 3, Natvarmestue i Havnegade`."""
    return wording.titled(item_number(item), item.title)


@register.inclusion_tag("partials/item_link.html")
def item_link(item, address: str = "") -> dict:
    """The item as a link, with its body and day, and whether it is closed. `address` is where in or about it the link leads."""
    return {"item": item, "address": address or item.get_absolute_url()}


@register.filter
def counted(vote) -> str:
    """`5 for, 2 imod`."""
    return wording.votes_counted(vote.votes_for, vote.votes_against, vote.abstained)


@register.filter
def step_css(entry: Entry) -> str:
    """The class of a step of a case's way: whether its item is closed, and whether the meeting is still to come."""
    is_planned = not entry.tells and entry.item.meeting.state == Meeting.State.PLANNED
    return " ".join(css for css, holds in (("step-closed", entry.item.closed), ("step-planned", is_planned)) if holds)


@register.filter
def lookup(mapping: Mapping, key):
    return mapping.get(key)


@register.simple_tag
def days(first: date | None, last: date | None) -> str:
    """The days in words: `mellem d. 1. og d. 15. maj 2019`; of one day the day."""
    return days_in_words(first, last)


@register.inclusion_tag("partials/provenance.html")
def provenance(fact, documents: Mapping) -> dict:
    """Links to the place in the original where `fact` was read; nothing for those who may not open the original."""
    document = documents.get(fact.source_id)
    if document is None:
        return {}
    return {"document": document, "fact": fact, "place": place_of(fact), "name": PurePath(document.name).name}


def place_of(fact) -> str:
    """`side 3, linje 12–14`."""
    parts = []
    if fact.source_page:
        parts.append(_("page %(page)s") % {"page": fact.source_page})
    if fact.source_line:
        last = fact.source_end_line or fact.source_line
        lines = f"{fact.source_line}–{last}" if last != fact.source_line else str(last)
        parts.append((_("lines %(lines)s") if last != fact.source_line else _("line %(lines)s")) % {"lines": lines})
    return ", ".join(parts)
