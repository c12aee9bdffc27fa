"""Feasibility of an answer for each consulted body, as the calendar of its meetings stands: `feasibility`, given rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cases.access import Actor
from danish.working_days import Calendar
from hearings.feasibility import CalendarMeeting, Feasibility, FeasibleMeeting, check
from hearings.models import Hearing, HearingParty, HearingRole
from meetings.models import AgendaItem, Body, Meeting

# What lies further from today has no say in a hearing that runs.
LOOKS_BACK, LOOKS_AHEAD = timedelta(days=250), timedelta(days=1100)


@dataclass(frozen=True, slots=True)
class PartyFeasibility:
    """Feasibility for one consulted body. `treated_at`: the item at which it has treated the matter since the hearing came, or is to."""

    party: HearingParty
    feasibility: Feasibility
    treated_at: AgendaItem | None = None

    @property
    def body(self) -> Body:
        return self.party.body

    @property
    def is_infeasible(self) -> bool:
        """No meeting of the calendar will do."""
        return not self.treated_at and not self.feasibility.is_feasible

    @property
    def warns(self) -> bool:
        """No ordinary meeting will do."""
        return self.is_infeasible or (not self.treated_at and self.feasibility.only_extraordinary)

    @property
    def last_meeting(self) -> FeasibleMeeting | None:
        """The last meeting that will do, an ordinary one where there is one."""
        meetings = list(self.feasibility.feasible_meetings)
        ordinary = [meeting for meeting in meetings if not meeting.extraordinary]
        return (ordinary or meetings or [None])[-1]


def feasibility_by_hearing(hearings: Iterable[Hearing], actor: Actor, *, today: date) -> dict[int, list[PartyFeasibility]]:
    """By hearing, the feasibility for each body that is still to answer, in the parties' order: at most two queries.

    Only of hearings whose deadline has not passed, and of bodies whose meetings the register follows. The parties are at hand with
    their bodies and `is_decided` (`selectors.parties_shown`).
    """
    waited_for = [
        (hearing, party)
        for hearing in hearings
        if hearing.deadline and hearing.deadline >= today
        for party in hearing.readable_parties
        if party.body and party.body.kind != Body.Kind.OUTSIDE and not (party.answered_on or party.declined_on or party.is_decided)
    ]
    calendars = _calendars({party.body_id for _hearing, party in waited_for}, today)
    waited_for = [(hearing, party) for hearing, party in waited_for if party.body_id in calendars]
    items = _items_by_matter(waited_for, actor, today)
    found: dict[int, list[PartyFeasibility]] = {}
    for hearing, party in waited_for:
        came = arrival(hearing, party, today)
        feasibility = check(
            arrives=came,
            deadline=hearing.deadline,
            today=today,
            meetings=calendars[party.body_id],
            dispatch_days=party.body.dispatch_days,
            calendar=Calendar(saturday_counts=party.body.saturday_counts),
        )
        same = items.get((hearing.item.matter_id, party.body_id), ()) if hearing.item else ()
        treating = [item for item in same if item.pk != hearing.item_id]
        if _is_on_coming_agenda(hearing, party, today):
            treating = sorted([hearing.item, *treating], key=lambda item: item.meeting.date)
        in_time = [item for item in treating if came <= item.meeting.date <= hearing.deadline]
        coming = [item for item in in_time if item.meeting.date >= today]
        at = coming[0] if coming else in_time[-1] if in_time else None
        found.setdefault(hearing.pk, []).append(PartyFeasibility(party, feasibility, at))
    return found


def arrival(hearing: Hearing, party: HearingParty, today: date) -> date:
    """The day the hearing came or comes to the party, as far as it is known.

    It is the day the party was asked, else what is told of the hearing, else the day of the meeting that tells of it. What a coming agenda
    tells of the consultation of a body has come already; what the body is to decide there to send out comes then.
    """
    told = hearing.item.meeting.date if hearing.item else today
    if hearing.role != HearingRole.ISSUER:
        told = min(told, today)
    return party.asked_on or hearing.opened_on or told


def _is_on_coming_agenda(hearing: Hearing, party: HearingParty, today: date) -> bool:
    """True if the item that tells of the hearing is itself the one at which the party is to treat it.

    That is on the agenda of a coming meeting of its own. An item of a meeting that was held only tells that the hearing has come.
    """
    item = hearing.item
    if item is None or item.body_id != party.body_id or hearing.role == HearingRole.ISSUER:
        return False
    return item.meeting.state == Meeting.State.PLANNED and item.meeting.date >= today


def _calendars(body_ids: set[int], today: date) -> dict[int, list[CalendarMeeting]]:
    if not body_ids:
        return {}
    meetings = Meeting.objects.filter(body__in=body_ids, date__range=(today - LOOKS_BACK, today + LOOKS_AHEAD))
    calendars: dict[int, list[CalendarMeeting]] = {}
    for meeting in meetings.order_by("date", "sequence"):
        calendars.setdefault(meeting.body_id, []).append(_calendar_meeting(meeting))
    return calendars


def _calendar_meeting(meeting: Meeting) -> CalendarMeeting:
    return CalendarMeeting(
        meeting.date,
        ordinary=meeting.kind == Meeting.Kind.ORDINARY,
        cancelled=meeting.state == Meeting.State.CANCELLED,
        agenda_sent=meeting.is_public or meeting.state == Meeting.State.HELD,
        key=meeting.pk,
    )


def _items_by_matter(
    waited_for: Sequence[tuple[Hearing, HearingParty]], actor: Actor, today: date
) -> dict[tuple[int | None, int | None], list[AgendaItem]]:
    """The readable items of the hearings' matters at the bodies' meetings, by matter and body, in order."""
    matters = {hearing.item.matter_id for hearing, _party in waited_for if hearing.item and hearing.item.matter_id}
    if not matters:
        return {}
    bodies = {party.body_id for _hearing, party in waited_for}
    items = AgendaItem.objects.visible_to(actor).filter(matter__in=matters, body__in=bodies, meeting__date__gte=today - LOOKS_BACK)
    items = items.exclude(meeting__state=Meeting.State.CANCELLED).select_related("meeting").order_by("meeting__date", "pk")
    found: dict[tuple[int | None, int | None], list[AgendaItem]] = {}
    for item in items:
        found.setdefault((item.matter_id, item.body_id), []).append(item)
    return found
