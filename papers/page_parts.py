"""Gives the page of a meeting the links to its papers, and the page of an item the link to its extract."""

from typing import Any

from django.template import Context

from agendas.models import AttachmentFile
from cases.access import Actor
from meetings.models import AgendaItem, Meeting
from papers.access import has_agenda, has_minutes


def papers_of_meeting(context: Context, meeting: Meeting) -> dict[str, Any]:
    """Whoever sees closed items or files is offered what everybody has as well."""
    actor = context["request"].actor
    return {
        "meeting": meeting,
        "has_agenda": has_agenda(meeting, actor) and meeting.readable_items,
        "has_minutes": has_minutes(meeting, actor) and meeting.readable_items,
        "has_public": meeting.is_public and _has_closed(meeting, actor),
    }


def _has_closed(meeting: Meeting, actor: Actor) -> bool:
    """One query for a member or secretary who sees no closed item: whether a file is closed by itself."""
    if any(item.closed for item in meeting.readable_items):
        return True
    files = AttachmentFile.objects.visible_to(actor).filter(item__meeting=meeting, closed=True)
    return actor.is_insider(meeting.body_id) and files.exists()


def papers_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"has_extract": has_minutes(item.meeting, context["request"].actor)}
