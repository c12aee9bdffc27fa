"""The sources of what wants a place on the agendas of meetings, beside promises: each gives its candidates by the meeting's key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from agendas.candidates import CandidateKind, Turn, hearing_turn
from agendas.models import CandidateChoice, StandingItem
from agendas.models.standing import default_items
from agendas.selectors.candidate_values import AT_MOST, RECENT, AgendaCandidate, Following, Stood
from agendas.selectors.untreated import keys_sent, untreated_items
from cases.access import Actor
from danish.folding import name_key
from followups.matching import is_standing
from followups.models import Occurrence
from followups.selectors.case_list import unanswered_parties
from followups.selectors.hearings import hearings_of_each
from hearings.models import HearingParty
from meetings.models import AgendaItem, Body, Meeting, RecommendedTo


def heard(meetings: Sequence[Meeting], actor: Actor, *, following: Following, today: date) -> Mapping[int, list[AgendaCandidate]]:
    """The hearings that each body is to answer, less those whose answer is a promise, or is to be decided at a coming meeting."""
    hearings = hearings_of_each({one.body_id for one in meetings}, _to_answer(actor, today), actor, at_most=AT_MOST)
    by_meeting: dict[int, list[AgendaCandidate]] = defaultdict(list)
    for meeting in meetings:
        for hearing in hearings.get(meeting.body_id, ()):
            its_turn = hearing_turn(hearing.deadline, meeting=meeting.date, following=following.get(meeting.pk))
            is_decided = any(answer.decided_at for party in hearing.readable_parties for answer in party.readable_responses)
            if its_turn and not is_decided:
                by_meeting[meeting.pk].append(AgendaCandidate(CandidateKind.HEARING, f"h{hearing.pk}", hearing.label, hearing, its_turn))
    return by_meeting


def _to_answer(actor: Actor, today: date) -> QuerySet[HearingParty]:
    running = unanswered_parties(actor, today=today).filter(hearing__deadline__gte=today)
    coming = AgendaItem.objects.visible_to(actor).taking_place().filter(body=OuterRef("body"), meeting__date__gte=today)
    coming = coming.exclude(meeting__state=Meeting.State.HELD)
    running = running.exclude(Exists(coming.filter(matter=OuterRef("hearing__item__matter"))))
    tied = Q(follow_up__hearing=OuterRef("hearing")) | Q(follow_up__hearing__duplicate_of=OuterRef("hearing"))
    return running.exclude(Exists(Occurrence.objects.visible_to(actor).open().filter(tied, body=OuterRef("body"))))


def recommended(meetings: Sequence[Meeting], actor: Actor) -> Mapping[int, list[AgendaCandidate]]:
    """The items of other bodies that were recommended on to each meeting's, and have not been on an agenda of it since.

    A municipal council recommends to nobody, and once it has treated the case nothing is recommended on: the bodies named in its minutes are those
    from which the item came. So are those that had recommended the case to the very body whose minutes name them.
    """
    here = AgendaItem.objects.taking_place().filter(body=OuterRef("body"), matter=OuterRef("item__matter"))
    of_council = AgendaItem.objects.visible_to(actor).taking_place().filter(body__kind=Body.Kind.COUNCIL, matter=OuterRef("item__matter"))
    came_from = RecommendedTo.objects.filter(
        body=OuterRef("item__body"), item__body=OuterRef("body"), item__matter=OuterRef("item__matter")
    )
    answered = CandidateChoice.objects.filter(
        kind=CandidateKind.RECOMMENDED, meeting__body=OuterRef("body"), item__matter=OuterRef("item__matter")
    )
    of_late = [
        Q(body=one.body_id, item__meeting__date__lt=one.date, item__meeting__date__gte=one.date - timedelta(days=RECENT))
        for one in meetings
    ]
    rows = (
        RecommendedTo.objects.visible_to(actor)
        .filter(reduce(or_, of_late, Q(pk__in=[])), item__meeting__state=Meeting.State.HELD)
        .exclude(item__body=F("body"))
        .exclude(item__body__kind=Body.Kind.COUNCIL)
        .exclude(Exists(here.filter(meeting__date__gte=OuterRef("item__meeting__date"))))
        .exclude(Exists(of_council.filter(meeting__state=Meeting.State.HELD, meeting__date__gte=OuterRef("item__meeting__date"))))
        .exclude(Exists(came_from.filter(item__meeting__date__lte=OuterRef("item__meeting__date"))))
        .exclude(Exists(answered))
        .select_related("item__meeting", "item__body", "item__case")
        .order_by("item__meeting__date", "item")[: AT_MOST * len(meetings)]
    )
    items: dict[int, set[AgendaItem]] = defaultdict(set)
    for row in rows:
        items[row.body_id].add(row.item)
    return defaultdict(list) | {one.pk: _in_order(items[one.body_id], one) for one in meetings}


def _in_order(items: Iterable[AgendaItem], meeting: Meeting) -> list[AgendaCandidate]:
    earlier = [item for item in items if item.meeting.date < meeting.date]
    ordered = sorted(earlier, key=lambda item: (item.meeting.date, item.pk))
    return [AgendaCandidate(CandidateKind.RECOMMENDED, str(item.pk), item.title, item, Turn.NOW) for item in ordered]


def untreated(meetings: Sequence[Meeting], actor: Actor) -> Mapping[int, list[AgendaCandidate]]:
    """The items that stood on an agenda sent from here, were not treated, answer no promise, and have not been on an agenda of the body since.

    What every meeting has is not carried on. Two queries.
    """
    of_late = [
        Q(meeting__body=one.body_id, meeting__date__lt=one.date, meeting__date__gte=one.date - timedelta(days=RECENT)) for one in meetings
    ]
    since = AgendaItem.objects.taking_place().filter(body=OuterRef("body"), matter=OuterRef("matter"))
    promises = Occurrence.objects.open().filter(placed_on=OuterRef("pk"))
    rows = (
        untreated_items(actor)
        .filter(reduce(or_, of_late, Q(pk__in=[])))
        .exclude(Exists(since.filter(meeting__date__gt=OuterRef("meeting__date"))))
        .exclude(Exists(promises))
        .select_related("meeting", "body", "case")
        .order_by("meeting__date", "position")[: AT_MOST * len(meetings)]
    )
    found = [item for item in rows if not (item.keep or is_standing(item.title))]
    sent = keys_sent({item.meeting_id for item in found}) if found else set()
    items: dict[int, list[AgendaItem]] = defaultdict(list)
    for item in found:
        if item.pk in sent:
            items[item.body_id].append(item)
    return {one.pk: [_left(item) for item in items[one.body_id] if item.meeting.date < one.date] for one in meetings}


def _left(item: AgendaItem) -> AgendaCandidate:
    return AgendaCandidate(CandidateKind.UNTREATED, str(item.pk), item.title, item, Turn.AGAIN, Stood(item.meeting.date, was_treated=False))


def standing(meetings: Sequence[Meeting]) -> Mapping[int, list[AgendaCandidate]]:
    chosen: dict[int, list[StandingItem]] = defaultdict(list)
    for row in StandingItem.objects.filter(body__in=[one.body_id for one in meetings]):
        chosen[row.body_id].append(row)
    return {
        one.pk: [
            AgendaCandidate(CandidateKind.STANDING, name_key(row.title)[:200], row.title, row)
            for row in chosen[one.body_id] or default_items(one.body)
        ]
        for one in meetings
    }
