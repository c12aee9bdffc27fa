"""The time plan of a meeting in the register: its items, guests, breaks and what else happens that day, made ready for `agendas.timeplan`."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import time

from django.db.models import Q

from agendas.models import AgendaBreak
from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, OtherMeeting, PlannedBreak, median_minutes, with_suggested_minutes
from agendas.timeplan.values import Window
from cases.access import Viewer
from meetings.models import AgendaItem, Meeting, Membership, TimePlanRow

DAY = 24 * 60
LATEST = 500  # rows of history looked at of each kind


def minutes_of(clock: time | None) -> int | None:
    """Minutes since midnight."""
    return None if clock is None else clock.hour * 60 + clock.minute


def meeting_to_plan(meeting: Meeting, items: Sequence[AgendaItem], viewer: Viewer) -> MeetingToPlan:
    """The meeting with `items`, which have their `readable_invited`; where they have no minutes, with the median of like items.

    Six queries: breaks, history, and the body's people, other meetings and their people that day. A meeting without a start begins at 0, one
    without an end may last until midnight.
    """
    start = minutes_of(meeting.start) or 0
    end = minutes_of(meeting.end) or DAY
    medians = median_minutes([*_planned_before(meeting, viewer), *_printed_before(meeting, viewer)])
    planned = [_item(item) for item in items]
    breaks = AgendaBreak.objects.filter(meeting=meeting).order_by("pk").values_list("minutes", "after_minutes")
    people = _people_at(meeting)
    return MeetingToPlan(
        start=start,
        end=end,
        items=with_suggested_minutes(planned, medians),
        breaks=tuple(PlannedBreak(minutes, after) for minutes, after in breaks),
        windows=_windows(items, start, end),
        room=meeting.place,
        attendees=tuple(people[meeting.body_id]),
        other_meetings=_others(meeting, people),
    )


def _item(item: AgendaItem) -> ItemToPlan:
    return ItemToPlan(
        key=item.pk,
        title=item.title,
        minutes=item.minutes,
        fixed_start=minutes_of(item.fixed_start),
        guests=tuple(guest.name for guest in item.readable_invited),
        keep=Keep(item.keep) if item.keep else None,
    )


def _windows(items: Sequence[AgendaItem], start: int, end: int) -> dict[str, tuple[Window, ...]]:
    """The hours of each guest who has any; said at several items, any of them will do."""
    found: dict[str, set[Window]] = defaultdict(set)
    for guest in (guest for item in items for guest in item.readable_invited):
        if guest.opens or guest.closes:
            found[guest.name].add((minutes_of(guest.opens) or start, minutes_of(guest.closes) or end))
    return {name: tuple(sorted(windows)) for name, windows in found.items()}


def _planned_before(meeting: Meeting, viewer: Viewer) -> list[tuple[str, int]]:
    items = AgendaItem.objects.visible_to(viewer).taking_place().filter(body=meeting.body_id, minutes__isnull=False)
    before = items.filter(meeting__date__lt=meeting.date).order_by("-meeting__date", "-pk")
    return list(before.values_list("title", "minutes")[:LATEST])


def _printed_before(meeting: Meeting, viewer: Viewer) -> list[tuple[str, int | None]]:
    rows = TimePlanRow.objects.visible_to(viewer).filter(meeting__body=meeting.body_id, meeting__date__lt=meeting.date, is_break=False)
    rows = (
        rows.filter(start__isnull=False, end__isnull=False).filter(Q(item=None) | Q(item__minutes=None)).order_by("-meeting__date", "-pk")
    )
    told = rows.values_list("title", "item__title", "start", "end")[:LATEST]
    return [(of_item or title, max(minutes_of(end) - minutes_of(start), 0)) for title, of_item, start, end in told]


def _people_at(meeting: Meeting) -> dict[int, list[str]]:
    """The names of those who sit on the body, and on the other bodies that meet that day, by body."""
    bodies = Meeting.objects.filter(date=meeting.date, state=Meeting.State.PLANNED).values("body")
    seats = Membership.objects.filter(Q(body=meeting.body_id) | Q(body__in=bodies), first_day__lte=meeting.date)
    seats = seats.filter(Q(last_day=None) | Q(last_day__gte=meeting.date)).exclude(role=Membership.Role.SUBSTITUTE)
    found: dict[int, list[str]] = defaultdict(list)
    for body, name in seats.order_by("person__sort_key").values_list("body", "person__name"):
        found[body].append(name)
    return found


def _others(meeting: Meeting, people: dict[int, list[str]]) -> tuple[OtherMeeting, ...]:
    rows = Meeting.objects.filter(date=meeting.date, state=Meeting.State.PLANNED, start__isnull=False).exclude(pk=meeting.pk)
    if meeting.start is None:
        return ()
    return tuple(
        OtherMeeting(str(one.body), minutes_of(one.start), minutes_of(one.end) or DAY, one.place, tuple(people[one.body_id]))
        for one in rows.select_related("body").order_by("start", "pk")
    )
