"""Whether the bodies that are heard can answer in time, as the calendar of their meetings stands: the rule, given rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cases.access import Viewer
from danish.working_days import Calendar
from hearings.feasibility import Answer, Possible, Sitting, check
from hearings.models import Hearing, HearingParty
from meetings.models import AgendaItem, Body, Meeting

# What lies further from today has no say in a hearing that runs.
LOOKS_BACK, LOOKS_AHEAD = timedelta(days=250), timedelta(days=1100)


@dataclass(frozen=True, slots=True)
class Chance:
    """The chances of one body that is heard. `placed`: the item at which it has treated the matter since the hearing came, or is to."""

    party: HearingParty
    answer: Answer
    placed: AgendaItem | None = None

    @property
    def body(self) -> Body:
        return self.party.body

    @property
    def is_hopeless(self) -> bool:
        """No meeting of the calendar will do."""
        return not self.placed and not self.answer.feasible

    @property
    def warns(self) -> bool:
        """No ordinary meeting will do."""
        return self.is_hopeless or (not self.placed and self.answer.only_extraordinary)

    @property
    def last_meeting(self) -> Possible | None:
        """The last meeting that will do, an ordinary one where there is one."""
        ordinary = [possible for possible in self.answer.possible if not possible.extraordinary]
        return (ordinary or list(self.answer.possible) or [None])[-1]


def chances_of(hearings: Iterable[Hearing], viewer: Viewer, *, today: date) -> dict[int, list[Chance]]:
    """By hearing, the chances of each body that is still to answer, in the parties' order: at most two queries.

    Only of hearings whose deadline has not passed, and of bodies whose meetings the register follows. The parties are at hand with
    their bodies and `is_decided` (`selectors.parties_shown`).
    """
    waited_for = [
        (hearing, party)
        for hearing in hearings
        if hearing.deadline and hearing.deadline >= today
        for party in hearing.parties.all()
        if party.body and party.body.kind != Body.Kind.OUTSIDE and not (party.answered_on or party.declined_on or party.is_decided)
    ]
    calendars = _calendars({party.body_id for _hearing, party in waited_for}, today)
    waited_for = [(hearing, party) for hearing, party in waited_for if party.body_id in calendars]
    placed = _placed(waited_for, viewer, today)
    chances: dict[int, list[Chance]] = {}
    for hearing, party in waited_for:
        came = arrival(hearing, party, today)
        answer = check(
            arrives=came,
            deadline=hearing.deadline,
            today=today,
            sittings=calendars[party.body_id],
            dispatch_days=party.body.dispatch_days,
            calendar=Calendar(saturday_counts=party.body.saturday_counts),
        )
        items = placed.get((hearing.item.matter_id, party.body_id), ()) if hearing.item else ()
        in_time = [item for item in items if item.pk != hearing.item_id and came <= item.meeting.date <= hearing.deadline]
        at = next((item for item in in_time if item.meeting.date >= today), in_time[-1] if in_time else None)
        chances.setdefault(hearing.pk, []).append(Chance(party, answer, at))
    return chances


def arrival(hearing: Hearing, party: HearingParty, today: date) -> date:
    """The day the hearing came or comes to the party, as far as it is known: the day it was asked, else what is told of the hearing."""
    told = hearing.item.meeting.date if hearing.item else today
    return party.asked_on or hearing.received_on or hearing.opens_last or told


def _calendars(body_ids: set[int], today: date) -> dict[int, list[Sitting]]:
    if not body_ids:
        return {}
    meetings = Meeting.objects.filter(body__in=body_ids, date__range=(today - LOOKS_BACK, today + LOOKS_AHEAD))
    calendars: dict[int, list[Sitting]] = {}
    for meeting in meetings.order_by("date", "sequence"):
        calendars.setdefault(meeting.body_id, []).append(sitting_of(meeting))
    return calendars


def sitting_of(meeting: Meeting) -> Sitting:
    return Sitting(
        meeting.date,
        ordinary=meeting.kind == Meeting.Kind.ORDINARY,
        cancelled=meeting.state == Meeting.State.CANCELLED,
        agenda_sent=bool(meeting.agenda_published_at or meeting.minutes_published_at or meeting.state == Meeting.State.HELD),
        key=meeting.pk,
    )


def _placed(
    waited_for: Sequence[tuple[Hearing, HearingParty]], viewer: Viewer, today: date
) -> dict[tuple[int | None, int | None], list[AgendaItem]]:
    """The readable items of the hearings' matters at the bodies' meetings, by matter and body, in order."""
    matters = {hearing.item.matter_id for hearing, _party in waited_for if hearing.item and hearing.item.matter_id}
    if not matters:
        return {}
    bodies = {party.body_id for _hearing, party in waited_for}
    items = AgendaItem.objects.visible_to(viewer).filter(matter__in=matters, body__in=bodies, meeting__date__gte=today - LOOKS_BACK)
    items = items.exclude(meeting__state=Meeting.State.CANCELLED).select_related("meeting").order_by("meeting__date", "pk")
    placed: dict[tuple[int | None, int | None], list[AgendaItem]] = {}
    for item in items:
        placed.setdefault((item.matter_id, item.body_id), []).append(item)
    return placed
