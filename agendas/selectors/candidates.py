"""The candidates for the agenda of a meeting, gathered for whoever manages its body."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q

from agendas.candidates import HORIZON, Kind, Turn, hearing_turn, turn
from agendas.models import CandidateChoice, StandingItem
from agendas.models.standing import default_items
from cases.access import Viewer
from danish.folding import name_key
from danish.likeness import like_titles
from followups.models import FollowUp, Occurrence
from followups.selectors.case_list import unanswered_hearings
from followups.selectors.rows import told_of
from followups.services.adding import title_of
from followups.telling import Told
from hearings.models import Hearing
from meetings.models import AgendaItem, Body, Meeting, RecommendedTo

AT_MOST = 100  # of each source; the most urgent ones come first
RECENT = 366  # days in which a recommendation is still on its way
Row = Told | Hearing | AgendaItem | StandingItem


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


@dataclass(slots=True)
class Candidates:
    """`wanting` have no answer yet, `left_out` stand beside the answer, `standing` are offered alone. `following` is the next meeting's day."""

    following: date | None = None
    wanting: list[Candidate] = field(default_factory=list)
    left_out: list[tuple[Candidate, CandidateChoice]] = field(default_factory=list)
    standing: list[Candidate] = field(default_factory=list)
    is_cut: bool = False

    def find(self, kind: str, key: str) -> Candidate | None:
        """The candidate, whether it is left out or not."""
        every = [*self.wanting, *self.standing, *(one for one, _choice in self.left_out)]
        return next((one for one in every if one.kind == kind and one.key == key), None)


def candidates_for(meeting: Meeting, viewer: Viewer, *, today: date) -> Candidates:
    """Up to 14 queries: the next meeting, the answers, and for each source its rows with what is told of them."""
    following = _following(meeting)
    found = Candidates(following)
    choices = {(one.kind, one.key): one for one in CandidateChoice.objects.filter(meeting=meeting).select_related("by")}
    promised = _promised(meeting, viewer, found, today)
    matters = {one.item.matter_id for one in promised if one.item} - {None}
    heard = _heard(meeting, viewer, following, today)
    matters |= {one.item.matter_id for one in heard if one.item} - {None}
    recommended = [one for one in _recommended(meeting, viewer) if one.item.matter_id not in matters]
    order = list(Kind)
    rank = {Turn.LATE: 0, Turn.UNDATED: 1, Turn.NOW: 2, Turn.BETWEEN: 3}
    for one in sorted([*promised, *heard, *recommended], key=lambda one: (rank[one.turn], order.index(one.kind))):
        choice = choices.get((one.kind, one.key))
        if choice is None:
            found.wanting.append(one)
        elif choice.item_id is None:
            found.left_out.append((one, choice))
    titles = list(AgendaItem.objects.visible_to(viewer).filter(meeting=meeting).values_list("title", flat=True))
    for one in _standing(meeting):
        choice = choices.get((one.kind, one.key))
        if choice and choice.item_id is None:
            found.left_out.append((one, choice))
        elif not any(like_titles(one.title, title) for title in titles):
            found.standing.append(one)
    return found


def _following(meeting: Meeting) -> date | None:
    later = Meeting.objects.filter(body=meeting.body_id, kind=Meeting.Kind.ORDINARY, date__gt=meeting.date)
    return later.exclude(state=Meeting.State.CANCELLED).order_by("date").values_list("date", flat=True).first()


def _promised(meeting: Meeting, viewer: Viewer, found: Candidates, today: date) -> list[Candidate]:
    """Returns the open follow-ups and planned treatments that stand on no agenda still to come."""
    deferred, limit = FollowUp.Kind.DEFERRED, found.following or meeting.date + HORIZON
    on_agendas = AgendaItem.objects.taking_place().filter(meeting__date__gte=today)
    rows = (
        Occurrence.objects.visible_to(viewer)
        .told_once(viewer)
        .open()
        .filter(
            Q(due_end__lte=limit) | Q(due_end=None, follow_up__kind=deferred), body=meeting.body_id, item__meeting__date__lt=meeting.date
        )
        .exclude(follow_up__kind=FollowUp.Kind.EXTRA_MEETING)
        .exclude(placed_on__in=on_agendas.values("pk"))
    )
    keys = list(rows.in_time().values_list("pk", flat=True)[: AT_MOST + 1])
    found.is_cut = len(keys) > AT_MOST
    return list(_turned(told_of(keys[:AT_MOST], viewer), meeting, found.following))


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


def _heard(meeting: Meeting, viewer: Viewer, following: date | None, today: date) -> list[Candidate]:
    """The hearings that the body is to answer, less those whose answer is a promise, or is to be decided at a coming meeting."""
    running = unanswered_hearings(meeting.body, viewer, today=today).filter(deadline__gte=today)
    coming = AgendaItem.objects.visible_to(viewer).taking_place().filter(body=meeting.body_id, meeting__date__gte=today)
    running = running.exclude(Exists(coming.filter(matter=OuterRef("item__matter"))))
    tied = Q(follow_up__hearing=OuterRef("pk")) | Q(follow_up__hearing__duplicate_of=OuterRef("pk"))
    running = running.exclude(Exists(Occurrence.objects.visible_to(viewer).open().filter(tied, body=meeting.body_id)))
    rows = [
        (hearing, hearing_turn(hearing.deadline, meeting=meeting.date, following=following))
        for hearing in running[:AT_MOST]
        if not any(answer.decided_at for party in hearing.readable_parties for answer in party.readable_responses)
    ]
    return [Candidate(Kind.HEARING, f"h{hearing.pk}", hearing.label, hearing, found) for hearing, found in rows if found]


def _recommended(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    """The items of other bodies that were recommended on to this one, and have not been on an agenda of it since.

    A municipal council recommends to nobody: the bodies named in its minutes are those from which the item came.
    """
    here = AgendaItem.objects.taking_place().filter(body=meeting.body_id, matter=OuterRef("item__matter"))
    rows = (
        RecommendedTo.objects.visible_to(viewer)
        .filter(body=meeting.body_id, item__meeting__date__lt=meeting.date, item__meeting__state=Meeting.State.HELD)
        .filter(item__meeting__date__gte=date.fromordinal(meeting.date.toordinal() - RECENT))
        .exclude(item__body=meeting.body_id)
        .exclude(item__body__kind=Body.Kind.COUNCIL)
        .exclude(Exists(here.filter(meeting__date__gte=OuterRef("item__meeting__date"))))
        .exclude(
            Exists(
                CandidateChoice.objects.filter(kind=Kind.RECOMMENDED, meeting__body=meeting.body_id, item__matter=OuterRef("item__matter"))
            )
        )
    )
    items = {
        row.item
        for row in rows.select_related("item__meeting", "item__body", "item__case").order_by("item__meeting__date", "item")[:AT_MOST]
    }
    ordered = sorted(items, key=lambda item: (item.meeting.date, item.pk))
    return [Candidate(Kind.RECOMMENDED, str(item.pk), item.title, item, Turn.NOW) for item in ordered]


def _standing(meeting: Meeting) -> list[Candidate]:
    rows = list(StandingItem.objects.filter(body=meeting.body_id)) or default_items(meeting.body)
    return [Candidate(Kind.STANDING, name_key(row.title)[:200], row.title, row) for row in rows]
