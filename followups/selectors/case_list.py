"""A body's list of expected cases, gathered for whoever asks. Every row passes `visible_to`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from cases.access import Actor
from followups.lists import presenters
from followups.lists.rows import ExpectedCase, ExpectedCases, ExpectedMeeting, Slip
from followups.lists.scheduling import AwaitedCase, ComingMeeting, schedule
from followups.models import FollowUp, Occurrence
from followups.permissions import is_told_why
from followups.selectors.occurrences import presenters_of
from hearings.models import Extension, Hearing, HearingParty, HearingResponse
from hearings.party_feasibility import feasibility_by_hearing
from hearings.selectors import parties_shown
from meetings.models import AgendaItem, Body, Meeting
from meetings.parts import prefetch_readable

# Each has room of its own, so that what is long overdue does not take that of what is to come.
PLACED_AT_MOST, OVERDUE_AT_MOST, AHEAD_AT_MOST, HEARINGS_AT_MOST = 100, 150, 200, 50
MEETINGS_AT_MOST = 40


@dataclass(slots=True)
class _Gathered:
    """The cases to schedule over the meetings, those that no meeting can reach, and those that were put off."""

    awaited: list[AwaitedCase[ExpectedCase]] = field(default_factory=list)
    out_of_reach: list[ExpectedCase] = field(default_factory=list)
    slipped: list[Slip] = field(default_factory=list)
    is_cut: bool = False


def case_list(body: Body, actor: Actor, *, today: date) -> ExpectedCases:
    """The list of `body` as `actor` may read it, in a fixed number of queries."""
    own = Meeting.objects.filter(body=body).exclude(state=Meeting.State.CANCELLED)
    meetings = list(own.filter(state=Meeting.State.PLANNED).upcoming(today)[:MEETINGS_AT_MOST])
    since = own.filter(date__lt=today).order_by("-date").values_list("date", flat=True).first()
    gathered = _Gathered()
    _promised(gathered, body, meetings, actor, since=since, today=today)
    _heard(gathered, body, actor, since=since, today=today)
    coming = [ComingMeeting(meeting.pk, meeting.date, meeting.kind == Meeting.Kind.ORDINARY) for meeting in meetings]
    found = schedule(gathered.awaited, coming, today=today)
    return ExpectedCases(
        body=body.name,
        as_of=today,
        since=since,
        overdue=found.overdue,
        out_of_reach=gathered.out_of_reach,
        meetings=[ExpectedMeeting(meeting.date, presenters.meeting_kind(meeting), found.meetings[meeting.pk]) for meeting in meetings],
        periods=found.periods,
        undated=found.undated,
        slipped=gathered.slipped,
        is_cut=gathered.is_cut,
    )


def _promised(gathered: _Gathered, body: Body, meetings: list[Meeting], actor: Actor, *, since: date | None, today: date) -> None:
    """The open occurrences of the body."""
    waiting = Occurrence.objects.visible_to(actor).without_duplicates(actor).open().counting().filter(body=body)
    tied = unanswered_hearings(body, actor, today=today).filter(
        Q(pk=OuterRef("follow_up__hearing")) | Q(pk=OuterRef("follow_up__hearing__duplicate_of"))
    )
    waiting = waiting.exclude(Q(Exists(tied), placed_on=None, due_fixed=False))  # listed as the hearing's answer
    waiting = waiting.in_time().values_list("due_order", "pk")
    on_agendas = AgendaItem.objects.visible_to(actor).filter(meeting__in=meetings)
    parts = [
        (waiting.filter(placed_on__in=on_agendas.values("pk")), PLACED_AT_MOST),
        (waiting.filter(due_order__lt=today), OVERDUE_AT_MOST),
        (waiting.filter(due_order__gte=today), AHEAD_AT_MOST),
    ]
    places: set[tuple[date, int]] = set()
    for part, most in parts:
        found = list(part[: most + 1])
        places |= {*found[:most]}
        gathered.is_cut |= len(found) > most
    planned = {meeting.pk for meeting in meetings}
    for told in presenters_of([key for _day, key in sorted(places)], actor):
        placed = told.placed if told.placed and told.placed.meeting_id in planned else None
        row, days = presenters.expected(told, placed=placed, today=today), told.occurrence
        gathered.awaited.append(AwaitedCase(row, days.due_start, days.due_end, placed.meeting_id if placed else None))
        steps = [step for step in told.slips if since and localdate(step.at) >= since]
        if steps:
            gathered.slipped.append(presenters.slip(row, told, steps, with_reasons=is_told_why(actor, told.occurrence)))


def _heard(gathered: _Gathered, body: Body, actor: Actor, *, since: date | None, today: date) -> None:
    """The answers the body is still to give in hearings."""
    found = list(unanswered_hearings(body, actor, today=today)[: HEARINGS_AT_MOST + 1])
    hearings = found[:HEARINGS_AT_MOST][::-1]
    gathered.is_cut |= len(found) > HEARINGS_AT_MOST
    feasibility = feasibility_by_hearing(hearings, actor, today=today)
    for hearing in hearings:
        own = next(iter(feasibility.get(hearing.pk, ())), None)
        decided = next((answer.decided_at for party in hearing.readable_parties for answer in party.readable_responses), None)
        row = presenters.expected_answer(hearing, decided=decided, feasibility=own, today=today)
        if own and own.is_infeasible:
            gathered.out_of_reach.append(row)
        elif not hearing.is_promised:
            item = decided or (own and own.treated_at)
            key = item.meeting_id if item else own.last_meeting.meeting.key if own else None
            gathered.awaited.append(AwaitedCase(row, hearing.deadline, hearing.deadline, key))
        extensions = [one for one in hearing.readable_extensions if since and localdate(one.at) >= since]
        if extensions:
            gathered.slipped.append(presenters.slip_of_deadline(row, hearing, extensions))


def unanswered_hearings(body: Body, actor: Actor, *, today: date) -> QuerySet[Hearing]:
    """The hearings the body is still to answer (`unanswered_parties`), the last deadline first, each with that party alone.

    One whose answer `is_promised` is listed as that promise, which somebody has placed or postponed.
    """
    waiting = unanswered_parties(actor, today=today).filter(body=body)
    tied = Q(follow_up__hearing=OuterRef("pk")) | Q(follow_up__hearing__duplicate_of=OuterRef("pk"))
    promised = Occurrence.objects.visible_to(actor).open().filter(tied, body=body).exclude(placed_on=None, due_fixed=False)
    hearings = (
        Hearing.objects.visible_to(actor)
        .filter(pk__in=waiting.values("hearing"))
        .annotate(is_promised=Exists(promised))
        .prefetch_related(prefetch_readable("extensions", Extension.objects.visible_to(actor).order_by("pk")))
        .order_by(F("deadline").desc(nulls_last=True), "-pk")
    )
    return with_waiting_parties(hearings, [body.pk], actor)


def unanswered_parties(actor: Actor, *, today: date) -> QuerySet[HearingParty]:
    """The parties that are bodies and still to answer.

    What became of a hearing that was over when it was told is not known, nor is it of one whose case the body treated before the deadline
    passed; nobody waits for these, nor for one whose answer was promised by the same item and has been given or dropped. One that was over
    before the body's start is history.
    """
    treated = AgendaItem.objects.visible_to(actor).filter(
        matter=OuterRef("hearing__item__matter"),
        body=OuterRef("body"),
        meeting__state=Meeting.State.HELD,
        meeting__date__gt=OuterRef("hearing__item__meeting__date"),
        meeting__date__lte=OuterRef("hearing__deadline"),
    )
    settled = Occurrence.objects.filter(item=OuterRef("hearing__item"), body=OuterRef("body"))
    settled = settled.filter(follow_up__kind=FollowUp.Kind.HEARING_RESPONSE).exclude(state=Occurrence.State.OPEN)
    is_over = Q(hearing__deadline__lt=F("hearing__item__meeting__date")) | Q(Exists(treated), hearing__deadline__lt=today)
    in_use = Q(body__in_use_since=None) | Q(hearing__deadline=None) | Q(hearing__deadline__gte=F("body__in_use_since"))
    waiting = _waiting_parties().visible_to(actor).filter(in_use, body__isnull=False)
    return waiting.exclude(is_over | Q(Exists(settled))).order_by()


def with_waiting_parties(hearings: QuerySet[Hearing], bodies: Iterable[int], actor: Actor) -> QuerySet[Hearing]:
    """The same rows with those of their parties that are still to answer and are among `bodies`, and the items at which they decide it."""
    visible = AgendaItem.objects.visible_to(actor)
    decided = HearingResponse.objects.visible_to(actor).filter(decided_at__in=visible.values("pk")).select_related("decided_at__meeting")
    parties = parties_shown(actor).filter(pk__in=_waiting_parties().filter(body__in=bodies).values("pk"))
    parties = parties.prefetch_related(prefetch_readable("responses", decided.order_by("-pk")))
    return hearings.select_related("body", "item__meeting", "item__case").prefetch_related(prefetch_readable("parties", parties))


def _waiting_parties() -> QuerySet[HearingParty]:
    return HearingParty.objects.standing().filter(answered_on=None, declined_on=None)
