"""A body's year for the year wheel: its meetings, what recurs, what is planned and what is heard, as far as the actor may read it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cases.access import Actor
from followups.models import Occurrence
from followups.presenters import OccurrencePresenter
from followups.selectors.coming_slots import coming_slots
from followups.wheel import Business, BusinessKind, WheelMeeting, WheelMeetingKind, WheelSlot
from hearings.models import Hearing
from hearings.selectors import of_body
from meetings import models
from meetings.models import AgendaItem, Body, Reviewed

# What a circle has room for; of what recurs also what has been met, more than once in the year.
MEETINGS_AT_MOST, RECURRING_AT_MOST, MET_AT_MOST, PLANNED_AT_MOST, HEARINGS_AT_MOST = 100, 60, 300, 60, 40


@dataclass(frozen=True, slots=True)
class Origin:
    """The item something was told by, None of a hearing entered by hand; and what the register calls its review while it is unreviewed."""

    item: AgendaItem | None
    unreviewed: str


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings and the business to draw; `is_cut` if there were more than there is room for."""

    meetings: list[WheelMeeting]
    business: list[Business]
    is_cut: bool


def year_of(body: Body, actor: Actor, *, year: int, today: date) -> Year:
    """Six queries at most, whatever there is."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    meetings = models.Meeting.objects.filter(body=body, date__range=(first, last)).order_by("date", "sequence")
    own = Occurrence.objects.visible_to(actor).filter(body=body).in_time()
    own = own.select_related("item__meeting", "item__body", "follow_up", "planned")
    of_year = own.filter(due_start__lte=last, due_end__gte=first)
    hearings = of_body(Hearing.objects.visible_to(actor), body).filter(_touches(first, last)).order_by("deadline", "pk")
    parts = [
        _cut(meetings, MEETINGS_AT_MOST),
        _cut(own.open().counting().filter(follow_up__every__isnull=False, due_start__lte=last), RECURRING_AT_MOST),
        _cut(of_year.filter(follow_up__every__isnull=False, state=Occurrence.State.MET), MET_AT_MOST),
        _cut(
            of_year.without_duplicates(actor).counting().filter(planned__isnull=False).exclude(state=Occurrence.State.DROPPED),
            PLANNED_AT_MOST,
        ),
        _cut(hearings.select_related("body", "item__meeting", "item__body"), HEARINGS_AT_MOST),
    ]
    sat, open_, met, planned, heard = (rows for rows, _ in parts)
    business = [
        *_recurring(open_, met, last, today),
        *(_of(row, BusinessKind.PLANNED, [_slot(row)]) for row in planned),
        *map(_hearing, heard),
    ]
    return Year([_meeting(meeting) for meeting in sat], business, any(is_cut for _, is_cut in parts))


def _cut(rows: QuerySet, most: int) -> tuple[list, bool]:
    found = list(rows[: most + 1])
    return found[:most], len(found) > most


def _touches(first: date, last: date) -> Q:
    """Runs within the days: its deadline lies there, or it began before their end and its deadline is later."""
    return Q(deadline__gte=first) & (Q(deadline__lte=last) | Q(opens_first__lte=last) | Q(received_on__lte=last))


def _recurring(open_: list[Occurrence], met: list[Occurrence], last: date, today: date) -> list[Business]:
    """One for each follow-up: what has been met of it, what is open, and what comes after that."""
    slots: dict[int, list[WheelSlot]] = defaultdict(list)
    for row in (*met, *open_):
        slots[row.follow_up_id].append(_slot(row))
    ahead = coming_slots(open_, until=last, today=today)
    for row in open_:
        slots[row.follow_up_id] += ahead[row.pk]
    told = {row.follow_up_id: row for row in (*met, *open_)}
    return [_of(row, BusinessKind.RECURRING, slots[key]) for key, row in told.items()]


def _of(row: Occurrence, kind: BusinessKind, slots: list[WheelSlot]) -> Business:
    told = OccurrencePresenter(row)
    words = told.text if row.follow_up else row.planned.title
    unreviewed = row.obligation.get_review_display() if told.is_unreviewed else ""
    label = row.item.title if row.item.closed else words
    return Business(kind, label, tuple(slots), told.sentence_url, told.again, Origin(row.item, unreviewed))


def _slot(row: Occurrence) -> WheelSlot:
    return WheelSlot(row.due_start, row.due_end)


def _hearing(hearing: Hearing) -> Business:
    """From the day it opened, or came, to its deadline; the deadline alone where that day is not known."""
    began = hearing.received_on or hearing.opens_first or hearing.deadline
    unreviewed = hearing.get_review_display() if hearing.review == Reviewed.Review.UNREVIEWED else ""
    slot = WheelSlot(min(began, hearing.deadline), hearing.deadline)
    return Business(BusinessKind.HEARING, hearing.label, (slot,), hearing.get_absolute_url(), "", Origin(hearing.item, unreviewed))


def _meeting(meeting: models.Meeting) -> WheelMeeting:
    kind = WheelMeetingKind.CANCELLED if meeting.state == models.Meeting.State.CANCELLED else WheelMeetingKind(meeting.kind)
    return WheelMeeting(meeting.date, kind, meeting.get_absolute_url())
