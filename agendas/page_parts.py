"""Gives an item's page the files that were added to the item, a case's page the planned routes, and a meeting's page what became of its agenda."""

from typing import Any

from django.template import Context

from agendas.access import matters_to_route
from agendas.route_presenters import told_steps
from agendas.selectors.routes import ways_of
from agendas.selectors.untreated import after_meeting
from agendas.version_presenters import differences_in_words
from meetings.models import AgendaItem, Meeting


def files_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    return {"files": item.readable_attachment_files}


def routes_of_case(context: Context, items: list[AgendaItem]) -> dict[str, Any]:
    """The planned routes of the matters on the page, each beside the way taken, and the matters whose routes the actor may plan."""
    request = context["request"]
    titles = {item.matter_id: item.title for item in items if item.matter_id}
    ways = ways_of(titles, request.actor, today=request.today)
    to_plan = (
        set(matters_to_route(request.actor).filter(pk__in=titles).values_list("pk", flat=True)) if request.actor.manages_any else set()
    )
    told = [
        {"matter": matter, "title": titles[matter], "steps": told_steps(way), "may_plan": matter in to_plan} for matter, way in ways.items()
    ]
    return {"routes": told, "without": [(matter, titles[matter]) for matter in titles if matter in to_plan - ways.keys()]}


def route_of_item(context: Context, item: AgendaItem) -> dict[str, Any]:
    """The same on the page of an item without a case number, which has no case page to tell of its route."""
    return {} if item.case_id or not item.matter_id else routes_of_case(context, [item])


def minutes_and_agenda(context: Context, meeting: Meeting) -> dict[str, Any]:
    """Tells insiders what was not treated, and how the minutes differ from the agenda that was sent; tells nothing before the meeting, and nobody else."""
    actor = context["request"].actor
    if meeting.state != Meeting.State.HELD or not actor.is_insider(meeting.body_id):
        return {}
    found = after_meeting(meeting, meeting.readable_items, actor)
    return {"after": found, "differences": differences_in_words(found.differences)} if found else {}
