"""The promises among what wants a place on agendas: follow-ups and planned treatments, with the earlier agenda on which they stood."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Case, DateField, OuterRef, Q, Value, When

from agendas.candidates import HORIZON, CandidateKind, Turn, turn
from agendas.selectors.candidate_values import AT_MOST, AgendaCandidate, Following, Stood
from cases.access import Actor
from followups.models import FollowUp, Occurrence
from followups.presenters import OccurrencePresenter
from followups.selectors.occurrences import presenters_of
from followups.services.agenda_items import title_of
from meetings.models import AgendaItem, Meeting
from meetings.rows_of_each import rows_of_each


def promised(
    meetings: Sequence[Meeting], actor: Actor, *, following: Following, today: date
) -> tuple[Mapping[int, list[AgendaCandidate]], set[int]]:
    """Returns the open follow-ups and planned treatments that stand on no agenda still to come, and the meetings that have more of them.

    What stood on an agenda and was not treated wants a place at once, whatever its days.
    """
    deferred = FollowUp.Kind.DEFERRED
    on_agendas = AgendaItem.objects.taking_place().filter(meeting__date__gte=today).exclude(meeting__state=Meeting.State.HELD)
    waiting = Occurrence.objects.visible_to(actor).without_duplicates(actor).open().counting()
    waiting = waiting.exclude(follow_up__kind=FollowUp.Kind.EXTRA_MEETING)
    waiting = waiting.exclude(placed_on__in=on_agendas.values("pk"))
    was_left = Q(placed_on__in=AgendaItem.objects.visible_to(actor).left_untreated(actor).values("pk"))
    is_due = Q(due_end__lte=OuterRef("limit")) | Q(due_end=None, follow_up__kind=deferred) | was_left
    waiting = waiting.filter(is_due, body=OuterRef("body"), item__meeting__date__lt=OuterRef("date")).in_time()
    limits = [When(pk=one.pk, then=Value(following.get(one.pk) or one.date + HORIZON)) for one in meetings]
    each = Meeting.objects.filter(pk__in=[one.pk for one in meetings]).annotate(limit=Case(*limits, output_field=DateField()))
    keys: dict[int, list[int]] = defaultdict(list)
    for meeting, key in rows_of_each(each, waiting[: AT_MOST + 1], "pk"):
        keys[meeting].append(key)
    told = {one.occurrence.pk: one for one in presenters_of([key for own in keys.values() for key in own[:AT_MOST]], actor)}
    stood = _stood(told.values(), actor)
    by_meeting = {
        one.pk: list(_turned([told[key] for key in keys[one.pk][:AT_MOST]], one, following.get(one.pk), stood)) for one in meetings
    }
    return by_meeting, {meeting for meeting, own in keys.items() if len(own) > AT_MOST}


def _stood(told: Iterable[OccurrencePresenter], actor: Actor) -> dict[int, Stood]:
    """By the key of each the earlier agenda on which it stands, where the actor may read that: one query, if there are any."""
    placed = {one.occurrence.pk: one.placed for one in told if one.placed}
    keys = [item.pk for item in placed.values()]
    left = set(AgendaItem.objects.left_untreated(actor).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return {key: Stood(item.meeting.date, _was_treated(item, left, actor)) for key, item in placed.items()}


def _was_treated(item: AgendaItem, left: Collection[int], actor: Actor) -> bool | None:
    is_told = actor.is_insider(item.body_id) or item.meeting.minutes_published_at
    return item.pk not in left if item.meeting.state == Meeting.State.HELD and is_told else None


def _turned(
    told: Iterable[OccurrencePresenter], meeting: Meeting, following: date | None, stood: Mapping[int, Stood]
) -> Iterator[AgendaCandidate]:
    for one in told:
        row, kind = one.occurrence, _kind_of(one)
        its_turn = turn(row.due_start, row.due_end, meeting=meeting.date, following=following, is_put_off=kind == CandidateKind.DEFERRED)
        there = stood.get(row.pk) if one.placed and one.placed.meeting.date < meeting.date else None
        if there and there.was_treated is False and its_turn != Turn.LATE:
            its_turn = Turn.AGAIN
        if its_turn:
            yield AgendaCandidate(kind, str(row.pk), title_of(row), one, its_turn, there)


def _kind_of(told: OccurrencePresenter) -> CandidateKind:
    follow_up = told.follow_up
    if follow_up is None:
        return CandidateKind.EXPECTED
    if follow_up.kind == FollowUp.Kind.DEFERRED:
        return CandidateKind.DEFERRED
    if follow_up.hearing_id or follow_up.kind == FollowUp.Kind.HEARING_RESPONSE:
        return CandidateKind.HEARING
    return CandidateKind.REPORT if follow_up.every else CandidateKind.FOLLOW_UP
