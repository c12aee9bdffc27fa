"""The sources of what wants a place on the agendas of meetings: each gives its candidates by the meeting's key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from agendas.candidates import HORIZON, Kind, Turn, hearing_turn, turn
from agendas.models import CandidateChoice, StandingItem
from agendas.models.standing import default_items
from cases.access import Viewer
from danish.folding import name_key
from followups.models import FollowUp, Occurrence
from followups.selectors.case_list import unanswered_hearings
from followups.selectors.hearings import hearings_of_each
from followups.selectors.rows import told_of
from followups.services.adding import title_of
from followups.telling import Told
from hearings.models import Hearing
from meetings.models import AgendaItem, Body, Meeting, RecommendedTo
from meetings.unions import rows_of_each

AT_MOST = 100  # of each source and meeting; the most urgent ones come first
RECENT = 366  # days in which a recommendation is still on its way
Row = Told | Hearing | AgendaItem | StandingItem
Following = Mapping[int, date | None]  # the day of the next ordinary meeting after each


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that wants a place. `key` names it among those of its kind, `row` is what it is made of; `turn` is None for a standing item."""

    kind: Kind
    key: str
    title: str
    row: Row
    turn: Turn | None = None

    @property
    def item(self) -> AgendaItem | None:
        """The item that tells of it."""
        return self.row if isinstance(self.row, AgendaItem) else getattr(self.row, "item", None)

    @property
    def is_closed(self) -> bool:
        return bool(self.item and self.item.closed)


def promised(
    meetings: Sequence[Meeting], viewer: Viewer, *, following: Following, today: date
) -> tuple[Mapping[int, list[Candidate]], set[int]]:
    """Returns the open follow-ups and planned treatments that stand on no agenda still to come, and the meetings that have more of them."""
    deferred = FollowUp.Kind.DEFERRED
    on_agendas = AgendaItem.objects.taking_place().filter(meeting__date__gte=today)
    waiting = Occurrence.objects.visible_to(viewer).told_once(viewer).open().exclude(follow_up__kind=FollowUp.Kind.EXTRA_MEETING)
    waiting = waiting.exclude(placed_on__in=on_agendas.values("pk"))
    parts = {}
    for meeting in meetings:
        limit = following.get(meeting.pk) or meeting.date + HORIZON
        is_due = Q(due_end__lte=limit) | Q(due_end=None, follow_up__kind=deferred)
        parts[meeting.pk] = waiting.filter(is_due, body=meeting.body_id, item__meeting__date__lt=meeting.date).in_time()[: AT_MOST + 1]
    rows = sorted(rows_of_each(parts, "due_order", "pk"), key=lambda row: row[1:])
    keys: dict[int, list[int]] = defaultdict(list)
    for meeting, _day, key in rows:
        keys[meeting].append(key)
    told = {one.occurrence.pk: one for one in told_of([key for own in keys.values() for key in own[:AT_MOST]], viewer)}
    by_meeting = {one.pk: list(_turned([told[key] for key in keys[one.pk][:AT_MOST]], one, following.get(one.pk))) for one in meetings}
    return by_meeting, {meeting for meeting, own in keys.items() if len(own) > AT_MOST}


def _turned(told: Iterable[Told], meeting: Meeting, following: date | None) -> Iterator[Candidate]:
    for one in told:
        row, kind = one.occurrence, _kind_of(one)
        its_turn = turn(row.due_start, row.due_end, meeting=meeting.date, following=following, is_put_off=kind == Kind.DEFERRED)
        if its_turn:
            yield Candidate(kind, str(row.pk), title_of(row), one, its_turn)


def _kind_of(told: Told) -> Kind:
    follow_up = told.follow_up
    if follow_up is None:
        return Kind.EXPECTED
    if follow_up.kind == FollowUp.Kind.DEFERRED:
        return Kind.DEFERRED
    if follow_up.hearing_id or follow_up.kind == FollowUp.Kind.HEARING_RESPONSE:
        return Kind.HEARING
    return Kind.REPORT if follow_up.every else Kind.FOLLOW_UP


def heard(meetings: Sequence[Meeting], viewer: Viewer, *, following: Following, today: date) -> Mapping[int, list[Candidate]]:
    """The hearings that each body is to answer, less those whose answer is a promise, or is to be decided at a coming meeting."""
    parts = {one.pk: _to_answer(one, viewer, today)[:AT_MOST] for one in meetings}
    hearings = hearings_of_each(parts, {one.pk: one.body_id for one in meetings}, viewer)
    by_meeting: dict[int, list[Candidate]] = defaultdict(list)
    for meeting in meetings:
        for hearing in hearings.get(meeting.pk, ()):
            its_turn = hearing_turn(hearing.deadline, meeting=meeting.date, following=following.get(meeting.pk))
            is_decided = any(answer.decided_at for party in hearing.readable_parties for answer in party.readable_responses)
            if its_turn and not is_decided:
                by_meeting[meeting.pk].append(Candidate(Kind.HEARING, f"h{hearing.pk}", hearing.label, hearing, its_turn))
    return by_meeting


def _to_answer(meeting: Meeting, viewer: Viewer, today: date) -> QuerySet[Hearing]:
    running = unanswered_hearings(meeting.body, viewer, today=today).filter(deadline__gte=today)
    coming = AgendaItem.objects.visible_to(viewer).taking_place().filter(body=meeting.body_id, meeting__date__gte=today)
    running = running.exclude(Exists(coming.filter(matter=OuterRef("item__matter"))))
    tied = Q(follow_up__hearing=OuterRef("pk")) | Q(follow_up__hearing__duplicate_of=OuterRef("pk"))
    return running.exclude(Exists(Occurrence.objects.visible_to(viewer).open().filter(tied, body=meeting.body_id)))


def recommended(meetings: Sequence[Meeting], viewer: Viewer) -> Mapping[int, list[Candidate]]:
    """The items of other bodies that were recommended on to each meeting's, and have not been on an agenda of it since.

    A municipal council recommends to nobody: the bodies named in its minutes are those from which the item came.
    """
    here = AgendaItem.objects.taking_place().filter(body=OuterRef("body"), matter=OuterRef("item__matter"))
    answered = CandidateChoice.objects.filter(kind=Kind.RECOMMENDED, meeting__body=OuterRef("body"), item__matter=OuterRef("item__matter"))
    of_late = [
        Q(body=one.body_id, item__meeting__date__lt=one.date, item__meeting__date__gte=one.date - timedelta(days=RECENT))
        for one in meetings
    ]
    rows = (
        RecommendedTo.objects.visible_to(viewer)
        .filter(reduce(or_, of_late, Q(pk__in=[])), item__meeting__state=Meeting.State.HELD)
        .exclude(item__body=F("body"))
        .exclude(item__body__kind=Body.Kind.COUNCIL)
        .exclude(Exists(here.filter(meeting__date__gte=OuterRef("item__meeting__date"))))
        .exclude(Exists(answered))
        .select_related("item__meeting", "item__body", "item__case")
        .order_by("item__meeting__date", "item")[: AT_MOST * len(meetings)]
    )
    items: dict[int, set[AgendaItem]] = defaultdict(set)
    for row in rows:
        items[row.body_id].add(row.item)
    return defaultdict(list) | {one.pk: _in_order(items[one.body_id], one) for one in meetings}


def _in_order(items: Iterable[AgendaItem], meeting: Meeting) -> list[Candidate]:
    earlier = [item for item in items if item.meeting.date < meeting.date]
    ordered = sorted(earlier, key=lambda item: (item.meeting.date, item.pk))
    return [Candidate(Kind.RECOMMENDED, str(item.pk), item.title, item, Turn.NOW) for item in ordered]


def standing(meetings: Sequence[Meeting]) -> Mapping[int, list[Candidate]]:
    chosen: dict[int, list[StandingItem]] = defaultdict(list)
    for row in StandingItem.objects.filter(body__in=[one.body_id for one in meetings]):
        chosen[row.body_id].append(row)
    return {
        one.pk: [
            Candidate(Kind.STANDING, name_key(row.title)[:200], row.title, row) for row in chosen[one.body_id] or default_items(one.body)
        ]
        for one in meetings
    }
