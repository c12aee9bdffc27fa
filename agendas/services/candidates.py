"""Answering what wants a place: placed on the agenda and tied to what it answers, or left out."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from agendas.models import AgendaStep, CandidateChoice, StandingItem
from agendas.selectors.candidates import AgendaCandidate
from agendas.services.changes import changing_agenda
from agendas.services.order import put_in_place
from followups.presenters import OccurrencePresenter
from followups.services import place
from followups.services.agenda_items import add_item
from hearings.models import Hearing
from meetings.confidentiality import closed_like
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Meeting
from meetings.ordering import next_position
from meetings.services import place_item

TITLE_LENGTH = AgendaItem._meta.get_field("title").max_length


def place_candidate(*, meeting: Meeting, candidate: AgendaCandidate, by: User | None, now: datetime) -> AgendaItem:
    """Put the candidate on the agenda of `meeting` as an item that is tied to what it answers. Returns the item.

    A second click, and another who does the same at once, get the same item. Raises `followups.services.FollowUpRefused` when it is
    settled, and `agendas.exceptions.AgendaRefused` when the agenda is not being made any more.
    """
    with changing_agenda(meeting, AgendaStep.What.PLACED, by=by, now=now, also=bodies_of_candidate(candidate)):
        item = tie(meeting=meeting, candidate=candidate, by=by, now=now)
        put_in_place(meeting=meeting)
    return item


def bodies_of_candidate(candidate: AgendaCandidate) -> set[int]:
    """The bodies that are held beside the meeting's while the candidate is placed."""
    told = candidate.row
    return {told.occurrence.body_id, told.item.body_id} if isinstance(told, OccurrencePresenter) else set()


def tie(*, meeting: Meeting, candidate: AgendaCandidate, by: User | None, now: datetime) -> AgendaItem:
    """Add the candidate last, with what it answers. The caller holds the bodies."""
    told = candidate.row
    if isinstance(told, OccurrencePresenter):
        item = add_item(occurrence=told.occurrence, meeting=meeting)
        place(occurrence=told.occurrence, item=item, by=by, now=now)
    else:
        item = _placed_before(meeting, candidate) or _add(meeting, candidate)
    answer = {"item": item, "by": by, "at": now}
    CandidateChoice.objects.update_or_create(meeting=meeting, kind=candidate.kind, key=candidate.key, defaults=answer)
    return item


def leave_out(*, meeting: Meeting, candidate: AgendaCandidate, by: User | None, now: datetime) -> None:
    """Remember that the candidate is not to be on the agenda of `meeting`. Nothing is done where it stands there, or is left out already."""
    with holding(bodies_of(meeting)):
        CandidateChoice.objects.get_or_create(
            meeting=meeting, kind=candidate.kind, key=candidate.key, defaults={"item": None, "by": by, "at": now}
        )


def take_answer_back(*, meeting: Meeting, candidate: AgendaCandidate) -> None:
    """The candidate that was left out wants a place again."""
    with holding(bodies_of(meeting)):
        CandidateChoice.objects.filter(meeting=meeting, kind=candidate.kind, key=candidate.key, item=None).delete()


def _placed_before(meeting: Meeting, candidate: AgendaCandidate) -> AgendaItem | None:
    answered = CandidateChoice.objects.filter(meeting=meeting, kind=candidate.kind, key=candidate.key).exclude(item=None)
    choice = answered.select_related("item").first()
    return choice and choice.item


def _add(meeting: Meeting, candidate: AgendaCandidate) -> AgendaItem:
    """A new item: of the same case and matter as the item that tells of it, and closed to the same people."""
    told, row = candidate.item, candidate.row
    title = _("Answer in the hearing: %(subject)s") % {"subject": candidate.title} if isinstance(row, Hearing) else candidate.title
    item = AgendaItem(title=title[:TITLE_LENGTH], **(closed_like(told) if told else {}))
    if isinstance(row, StandingItem):
        item.minutes, item.keep = row.minutes, row.keep
    elif told:
        item.case_id, item.matter_id = told.case_id, told.matter_id
    place_item(item=item, meeting=meeting, position=next_position(meeting), number=None)
    if told and told.closed:
        item.shut_out.set(told.shut_out.all())
    return item
