"""Gives the page of a meeting the links to its papers, and the page of an item the link to its extract."""

from typing import Any

from django.template import Context

from meetings.models import AgendaItem, Meeting
from papers.access import has_agenda, has_minutes


def papers_of_meeting(context: Context, meeting: Meeting) -> dict[str, Any]:
    """Whoever sees closed items is offered what everybody has as well."""
    actor = context["request"].actor
    return {
        "meeting": meeting,
        "has_agenda": has_agenda(meeting, actor) and meeting.readable_items,
        "has_minutes": has_minutes(meeting, actor) and meeting.readable_items,
        "has_closed": any(item.closed for item in meeting.readable_items),
    }


def papers_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"has_extract": has_minutes(item.meeting, context["request"].actor)}
