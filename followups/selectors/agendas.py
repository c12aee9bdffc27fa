"""The items that something can be placed on or met by, to choose among."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cases.access import Actor
from meetings.models import AgendaItem, Meeting

MEETINGS, ITEMS, ALIKE = 8, 200, 20


@dataclass(frozen=True, slots=True)
class MeetingAgenda:
    meeting: Meeting
    items: list[AgendaItem]


def coming_agendas(bodies: Collection[int], actor: Actor, *, today: date) -> list[MeetingAgenda]:
    """The next planned meetings of the bodies with what is on them so far: two queries."""
    planned = Meeting.objects.filter(body__in=bodies, state=Meeting.State.PLANNED).upcoming(today)
    return _agendas(planned, actor)


def past_agendas(bodies: Collection[int], actor: Actor, *, today: date, since: date) -> list[MeetingAgenda]:
    """The latest meetings of the bodies up to today, none before `since`, the newest first: two queries."""
    held = Meeting.objects.filter(body__in=bodies, date__gte=since, date__lte=today).exclude(state=Meeting.State.CANCELLED)
    return _agendas(held.order_by("-date", "-sequence"), actor)


def alike(items: Iterable[AgendaItem], actor: Actor, *, today: date) -> list[AgendaItem]:
    """The newest other appearances of the items' cases and matters that have been treated since, the newest first: one query."""
    items = list(items)
    same = Q(case__in={item.case_id for item in items if item.case_id}) | Q(matter__in={item.matter_id for item in items if item.matter_id})
    later = AgendaItem.objects.visible_to(actor).filter(same, meeting__date__lte=today).exclude(pk__in=[item.pk for item in items])
    later = later.exclude(meeting__state=Meeting.State.CANCELLED).filter(meeting__date__gte=min(item.meeting.date for item in items))
    return list(later.select_related("meeting__body").order_by("-meeting__date", "-pk")[:ALIKE])


def _agendas(meetings: QuerySet, actor: Actor) -> list[MeetingAgenda]:
    found = list(meetings.select_related("body")[:MEETINGS])
    items: dict[int, list[AgendaItem]] = defaultdict(list)
    visible = AgendaItem.objects.visible_to(actor).without_openings().filter(meeting__in=found)
    for item in visible.select_related("meeting", "body").order_by("position")[:ITEMS]:
        items[item.meeting_id].append(item)
    return [MeetingAgenda(meeting, items[meeting.pk]) for meeting in found]
