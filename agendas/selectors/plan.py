"""The time plan of a meeting in the register: its items, guests, breaks and what else happens that day, made ready for `agendas.timeplan`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time

from django.db.models import OuterRef, Q, QuerySet

from agendas.models import AgendaBreak
from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, OtherMeeting, PlannedBreak, median_minutes, with_suggested_minutes
from agendas.timeplan.values import Window
from cases.access import Actor
from meetings.models import AgendaItem, Meeting, Membership, TimePlanRow
from meetings.rows_of_each import rows_of_each

DAY = 24 * 60
LATEST = 500  # rows of history looked at of each kind and meeting
Agendas = Sequence[tuple[Meeting, Sequence[AgendaItem]]]


def minutes_of(clock: time | None) -> int | None:
    """Minutes since midnight."""
    return None if clock is None else clock.hour * 60 + clock.minute


def meeting_to_plan(meeting: Meeting, items: Sequence[AgendaItem], actor: Actor) -> MeetingToPlan:
    """The meeting with `items`, as `meetings_to_plan` gives it."""
    [planned] = meetings_to_plan([(meeting, items)], actor)
    return planned


def meetings_to_plan(agendas: Agendas, actor: Actor) -> list[MeetingToPlan]:
    """Each meeting with its items, which have their `readable_invited`; where they have no minutes, with the median of like items.

    Six queries, however many meetings: breaks, history, and the bodies' people, other meetings and their people on those days. A meeting
    without a start begins at 0, one without an end may last until midnight.
    """
    meetings = [meeting for meeting, _items in agendas]
    history, breaks, others = _history(meetings, actor), _breaks(meetings), _planned_on({meeting.date for meeting in meetings})
    seats = _seats(meetings, others)
    found = []
    for meeting, items in agendas:
        start, end = minutes_of(meeting.start) or 0, minutes_of(meeting.end) or DAY
        people = _people_on(meeting.date, seats)
        found.append(
            MeetingToPlan(
                start=start,
                end=end,
                items=with_suggested_minutes([_item(item) for item in items], median_minutes(history[meeting.pk])),
                breaks=tuple(breaks[meeting.pk]),
                windows=_windows(items, start, end),
                room=meeting.place,
                attendees=tuple(people[meeting.body_id]),
                other_meetings=_others(meeting, others, people),
            )
        )
    return found


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


def _breaks(meetings: Sequence[Meeting]) -> dict[int, list[PlannedBreak]]:
    found: dict[int, list[PlannedBreak]] = defaultdict(list)
    for key, minutes, after in (
        AgendaBreak.objects.filter(meeting__in=meetings).order_by("pk").values_list("meeting", "minutes", "after_minutes")
    ):
        found[key].append(PlannedBreak(minutes, after))
    return found


def _history(meetings: Sequence[Meeting], actor: Actor) -> dict[int, list[tuple[str, int | None]]]:
    """Gives for each meeting the minutes that its body's items took at the meetings before it, as planned and as printed."""
    each = Meeting.objects.filter(pk__in=[one.pk for one in meetings])
    found: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for key, title, minutes in rows_of_each(each, _planned_before(actor), "title", "minutes"):
        found[key].append((title, minutes))
    for key, title, of_item, *times in rows_of_each(each, _printed_before(actor), "title", "item__title", "start", "end"):
        start, end = (minutes_of(time.fromisoformat(clock)) for clock in times)
        found[key].append((of_item or title, max(end - start, 0)))
    return found


def _planned_before(actor: Actor) -> QuerySet:
    items = AgendaItem.objects.visible_to(actor).taking_place().filter(body=OuterRef("body"), minutes__isnull=False)
    return items.filter(meeting__date__lt=OuterRef("date")).order_by("-meeting__date", "-pk")[:LATEST]


def _printed_before(actor: Actor) -> QuerySet:
    rows = TimePlanRow.objects.visible_to(actor).filter(meeting__body=OuterRef("body"), meeting__date__lt=OuterRef("date"), is_break=False)
    rows = rows.filter(start__isnull=False, end__isnull=False).filter(Q(item=None) | Q(item__minutes=None))
    return rows.order_by("-meeting__date", "-pk")[:LATEST]


def _planned_on(days: Iterable[date]) -> list[Meeting]:
    """The meetings of these days, whether or not they have a start."""
    rows = Meeting.objects.filter(date__in=days, state=Meeting.State.PLANNED)
    return list(rows.select_related("body").order_by("start", "pk"))


def _seats(meetings: Sequence[Meeting], others: Sequence[Meeting]) -> list[tuple]:
    """The seats on the bodies that meet on those days: body, name, first and last day, in the order of the names."""
    days = [one.date for one in meetings]
    seats = Membership.objects.filter(body__in={one.body_id for one in [*meetings, *others]}).exclude(role=Membership.Role.SUBSTITUTE)
    seats = seats.filter(first_day__lte=max(days)).filter(Q(last_day=None) | Q(last_day__gte=min(days))) if days else seats.none()
    return list(seats.order_by("person__sort_key").values_list("body", "person__name", "first_day", "last_day"))


def _people_on(day: date, seats: Sequence[tuple]) -> dict[int, list[str]]:
    """The names of those who sit on each body that day."""
    found: dict[int, list[str]] = defaultdict(list)
    for body, name, first, last in seats:
        if first <= day and (last is None or last >= day):
            found[body].append(name)
    return found


def _others(meeting: Meeting, others: Sequence[Meeting], people: dict[int, list[str]]) -> tuple[OtherMeeting, ...]:
    if meeting.start is None:
        return ()
    return tuple(
        OtherMeeting(str(one.body), minutes_of(one.start), minutes_of(one.end) or DAY, one.place, tuple(people[one.body_id]))
        for one in others
        if one.date == meeting.date and one.start is not None and one.pk != meeting.pk
    )
