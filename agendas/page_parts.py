"""Gives an item's page the files that were added to the item, and a meeting's page what became of its agenda."""

from typing import Any

from django.template import Context

from agendas.presenters import differences_in_words
from agendas.selectors.untreated import after_meeting
from meetings.models import AgendaItem, Meeting


def files_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"files": item.readable_attachment_files}


def minutes_and_agenda(context: Context, meeting: Meeting) -> dict[str, Any]:
    """Tells insiders what was not treated, and how the minutes differ from the agenda that was sent; tells nothing before the meeting, and nobody else."""
    viewer = context["request"].viewer
    if meeting.state != Meeting.State.HELD or not viewer.is_insider(meeting.body_id):
        return {}
    found = after_meeting(meeting, meeting.readable_items, viewer)
    return {"after": found, "differences": differences_in_words(found.differences)} if found else {}
