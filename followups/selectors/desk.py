"""The next step about each row of the desk."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.access import Actor
from danish.working_days import Calendar
from followups.models import FollowUp, Proposal
from followups.next_step import ComingAgenda, Next, Situation, next_step
from followups.presenters import OccurrencePresenter
from followups.selectors.occurrence_history import proposals_for
from meetings.models import Body, Meeting

MEETINGS = 500
Kind = FollowUp.Kind
# These are answered on an agenda; the others by somebody doing something.
NEEDS_MEETING = {Kind.STATUS_REPORT, Kind.RETURN, Kind.DEFERRED, Kind.HEARING_RESPONSE}


@dataclass(frozen=True, slots=True)
class Todo:
    """A row of the desk: what it is, what to do next, and the first proposal that waits for an answer."""

    told: OccurrencePresenter
    next: Next
    proposal: Proposal | None = None


def todos_of(rows: Sequence[OccurrencePresenter], actor: Actor, *, today: date) -> list[Todo]:
    """Two queries: the meetings to come, and the proposals."""
    agendas = _agendas({told.occurrence.body for told in rows}, today)
    proposals: dict[int, Proposal] = {}
    for proposal in proposals_for(actor).filter(occurrence__in=[told.occurrence.pk for told in rows]):
        proposals.setdefault(proposal.occurrence_id, proposal)
    todos = []
    for told in rows:
        proposal = proposals.get(told.occurrence.pk)
        situation = _situation(told, actor, proposal is not None, today)
        todos.append(Todo(told, next_step(situation, agendas[told.occurrence.body_id]), proposal))
    return todos


def _situation(told: OccurrencePresenter, actor: Actor, is_proposed: bool, today: date) -> Situation:
    row, follow_up = told.occurrence, told.follow_up
    return Situation(
        today,
        first=row.due_start,
        last=row.due_end,
        is_open=row.is_open,
        # The reading is gone through by those who manage the body whose minutes it was read from.
        is_unreviewed=told.is_unreviewed and actor.manages(told.item.body_id),
        is_proposed=is_proposed,
        is_historic=row.is_historic,
        needs_meeting=follow_up is None or follow_up.kind in NEEDS_MEETING,
        has_meetings=follow_up is not None or _is_kept(told),
        follows_meetings=follow_up is not None and (follow_up.at_next_meeting or follow_up.unit == FollowUp.Unit.MEETING),
        is_meeting=follow_up is not None and follow_up.kind == Kind.EXTRA_MEETING,
        placed=told.placed.meeting.date if told.placed else None,
    )


def _is_kept(told: OccurrencePresenter) -> bool:
    """Tells whether the register keeps the meetings of the body at which a treatment is planned."""
    return told.obligation.body_id is not None and told.occurrence.body.kind != Body.Kind.OUTSIDE


def _agendas(bodies: set[Body], today: date) -> dict[int, list[ComingAgenda]]:
    by_key = {body.pk: body for body in bodies}
    agendas: dict[int, list[ComingAgenda]] = defaultdict(list)
    planned = Meeting.objects.filter(body__in=by_key, state=Meeting.State.PLANNED).upcoming(today)
    for body_id, day, sent in planned.values_list("body_id", "date", "agenda_published_at")[:MEETINGS]:
        body = by_key[body_id]
        send_by = Calendar(saturday_counts=body.saturday_counts).back(day, body.dispatch_days)
        agendas[body_id].append(ComingAgenda(day, send_by, is_sent=sent is not None))
    return agendas
