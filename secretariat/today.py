"""The front page of a secretary: of each body the next meeting, the agenda to make, and what waits for an answer."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from agendas.candidate_presenters import present_candidate
from agendas.selectors.candidates import Candidates, candidates_of
from agendas.selectors.overview import Overview, overviews_of
from cases.access import Actor
from danish.counting import Explanation
from danish.lengths import distance_in_words, working_days_in_words
from danish.working_days import Calendar
from followups.selectors.bodies import bodies_that_wait
from followups.selectors.case_list import unanswered_parties
from followups.selectors.hearings import hearings_of_each
from hearings.models import Hearing
from hearings.party_feasibility import feasibility_by_hearing
from meetings.dispatch import working_days_left
from meetings.models import Body, Meeting
from minutes.models import Import

FEW = 3
SOON = 5  # working days


@dataclass(frozen=True, slots=True)
class AgendaToMake:
    """The agenda of the body's next meeting whose agenda has not been sent. `left` working days are left to send it, less than 0 when they have passed.

    `wanting` are the first candidates with their reasons, of `waiting` in all.
    """

    meeting: Meeting
    counted: Explanation
    left: int
    is_late: bool
    overview: Overview
    wanting: list[dict[str, Any]]
    waiting: int
    is_cut: bool

    @property
    def send_by(self) -> date:
        return self.counted.date

    @property
    def left_in_words(self) -> str:
        return working_days_in_words(self.left)

    @property
    def is_urgent(self) -> bool:
        """Tells whether it is to be sent today, or should have been."""
        return self.is_late or self.left == 0

    @property
    def is_soon(self) -> bool:
        return not self.is_urgent and self.left <= SOON


@dataclass(slots=True)
class BodyToday:
    """A body with `waits`. `next_meeting` may have its agenda out already; `agenda` is the one to make. `hearings` are the first to answer."""

    body: Body
    next_meeting: Meeting | None = None
    agenda: AgendaToMake | None = None
    hearings: list[Hearing] = field(default_factory=list)
    has_more_hearings: bool = False
    imports: int = 0
    meets_in: str = ""

    @property
    def urgency(self) -> tuple:
        """Its place among the bodies: the agenda that is due first comes first, and a body that does not meet last."""
        return (self.agenda is None, self.agenda.send_by if self.agenda else date.max, self.body.sort_key)


def bodies_today(actor: Actor, *, today: date, imports: Counter[int]) -> list[BodyToday]:
    """The bodies that the actor is the secretary of, the most urgent first: a number of queries that does not grow with them.

    `imports` is how many readings wait for review, by body.
    """
    bodies = bodies_that_wait(actor, today=today, among=actor.managed_bodies)
    meetings = _meetings(bodies, today)
    to_make = [unsent for _next, unsent in meetings.values() if unsent]
    overviews, candidates = overviews_of(to_make, actor), candidates_of(to_make, actor, today=today)
    hearings = _hearings(bodies, actor, today)
    rows = []
    for body in bodies:
        coming, unsent = meetings[body.pk]
        row = BodyToday(body, coming, imports=imports[body.pk])
        row.hearings, row.has_more_hearings = hearings[body.pk][:FEW], len(hearings[body.pk]) > FEW
        if coming:
            row.meets_in = distance_in_words((coming.date - today).days)
        if unsent:
            row.agenda = _agenda(unsent, overviews[unsent.pk], candidates[unsent.pk], today)
        rows.append(row)
    return sorted(rows, key=lambda row: row.urgency)


def imports_to_review(actor: Actor) -> Counter[int]:
    """Counts the readings that wait for review, by the body that they tell of, as far as it is known: one query."""
    waiting = Import.objects.visible_to(actor).filter(state=Import.State.REVIEW).order_by()
    of_meetings = waiting.values_list("meeting__body", "document__body").annotate(Count("pk"))
    found: Counter[int] = Counter()
    for of_meeting, of_document, count in of_meetings:
        found[of_meeting or of_document] += count
    return found


def _meetings(bodies: Collection[Body], today: date) -> dict[int, tuple[Meeting | None, Meeting | None]]:
    """Of each body the next meeting, and the next one whose agenda has not been sent: two queries."""
    planned = Meeting.objects.filter(body=OuterRef("pk"), state=Meeting.State.PLANNED).upcoming(today).values("pk")
    unsent = planned.filter(agenda_published_at=None, minutes_published_at=None)
    keys = Body.objects.filter(pk__in=[body.pk for body in bodies]).values_list("pk", Subquery(planned[:1]), Subquery(unsent[:1]))
    found = {body: (coming, to_make) for body, coming, to_make in keys}
    rows = Meeting.objects.select_related("body").in_bulk({key for both in found.values() for key in both} - {None})
    return {body: (rows.get(coming), rows.get(to_make)) for body, (coming, to_make) in found.items()}


def _agenda(meeting: Meeting, overview: Overview, found: Candidates, today: date) -> AgendaToMake:
    calendar = Calendar(saturday_counts=meeting.body.saturday_counts)
    counted = calendar.count_back(meeting.date, meeting.body.dispatch_days)
    return AgendaToMake(
        meeting,
        counted,
        working_days_left(counted.date, today=today, calendar=calendar),
        counted.date < today,
        overview,
        [present_candidate(one, found.following) for one in found.wanting[:FEW]],
        len(found.wanting),
        found.is_cut,
    )


def _hearings(bodies: Sequence[Body], actor: Actor, today: date) -> dict[int, list[Hearing]]:
    """Of each body the first hearings that it is to answer, and one more, with `is_infeasible`: no ordinary meeting lies in time. Six queries."""
    running = unanswered_parties(actor, today=today).filter(hearing__deadline__gte=today)
    found = hearings_of_each([body.pk for body in bodies], running, actor, at_most=FEW + 1)
    feasibility = feasibility_by_hearing([hearing for hearings in found.values() for hearing in hearings], actor, today=today)
    for key, hearings in found.items():
        for hearing in hearings:
            hearing.is_infeasible = any(one.warns for one in feasibility.get(hearing.pk, ()) if one.party.body_id == key)
    return {body.pk: found.get(body.pk, []) for body in bodies}
