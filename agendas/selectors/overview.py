"""Tells the front page of those who make agendas how far the agendas of several meetings are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from agendas.selectors.board import findings_of
from agendas.selectors.plan import meetings_to_plan
from agendas.services.states import AgendaStatus, statuses_of
from agendas.timeplan import make_plan
from cases.access import Actor
from meetings.models import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Overview:
    """An agenda in numbers: its items, the minutes that they and the breaks take in the plan, and the findings about the plan."""

    standing: AgendaStatus
    items: int
    minutes: int
    findings: int


def overviews_of(meetings: Sequence[Meeting], actor: Actor) -> dict[int, Overview]:
    """By the key of each meeting: nine queries, however many meetings, and ten more where an agenda was approved and not sent yet."""
    items: dict[int, list[AgendaItem]] = defaultdict(list)
    for item in AgendaItem.objects.visible_to(actor).filter(meeting__in=meetings).with_parts(actor, "invited").order_by("position"):
        items[item.meeting_id].append(item)
    planned = meetings_to_plan([(meeting, items[meeting.pk]) for meeting in meetings], actor)
    standings = statuses_of(meetings)
    found = {}
    for meeting, to_plan in zip(meetings, planned, strict=True):
        plan = make_plan(to_plan)
        minutes = sum(row.end - row.start for row in plan.rows)
        told = findings_of(plan, has_clock=meeting.start is not None)
        found[meeting.pk] = Overview(standings[meeting.pk], len(items[meeting.pk]), minutes, len(told))
    return found
