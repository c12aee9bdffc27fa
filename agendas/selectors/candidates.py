"""The candidates for the agendas of meetings, gathered for whoever manages their bodies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery

from agendas.candidates import CandidateKind, Turn
from agendas.models import CandidateChoice
from agendas.selectors import candidate_sources as sources
from agendas.selectors.candidate_promises import promised
from agendas.selectors.candidate_values import AgendaCandidate
from agendas.selectors.routes import expected_by_route
from cases.access import Actor
from danish.likeness import like_titles
from meetings.models import AgendaItem, Meeting

Choices = Mapping[tuple[str, str], CandidateChoice]


@dataclass(slots=True)
class Candidates:
    """`wanting` have no answer yet, `left_out` stand beside the answer, `standing` are offered alone. `following` is the next meeting's day."""

    following: date | None = None
    wanting: list[AgendaCandidate] = field(default_factory=list)
    left_out: list[tuple[AgendaCandidate, CandidateChoice]] = field(default_factory=list)
    standing: list[AgendaCandidate] = field(default_factory=list)
    is_cut: bool = False

    def find(self, kind: str, key: str) -> AgendaCandidate | None:
        """The candidate, whether it is left out or not."""
        every = [*self.wanting, *self.standing, *(one for one, _choice in self.left_out)]
        return next((one for one in every if one.kind == kind and one.key == key), None)


def candidates_for(meeting: Meeting, actor: Actor, *, today: date) -> Candidates:
    """The candidates of one meeting, as `candidates_of` finds them."""
    return candidates_of([meeting], actor, today=today)[meeting.pk]


def candidates_of(meetings: Sequence[Meeting], actor: Actor, *, today: date) -> dict[int, Candidates]:
    """By the key of each meeting, which has its body: up to 22 queries, however many meetings.

    They are the next meetings, the answers, and for each source its rows with what is told of them.
    """
    days = _following(meetings)
    found = {one.pk: Candidates(days.get(one.pk)) for one in meetings}
    choices: dict[int, dict[tuple[str, str], CandidateChoice]] = defaultdict(dict)
    for one in CandidateChoice.objects.filter(meeting__in=meetings).select_related("by"):
        choices[one.meeting_id][one.kind, one.key] = one
    asked, cut = promised(meetings, actor, following=days, today=today)
    heard = sources.heard(meetings, actor, following=days, today=today)
    untreated = sources.untreated(meetings, actor)
    expected = expected_by_route(meetings, actor, following=days, today=today)
    recommended, standing, titles = sources.recommended(meetings, actor), sources.standing(meetings), _titles(meetings, actor)
    for meeting in meetings:
        own = [*asked[meeting.pk], *heard[meeting.pk]]
        for others in (untreated[meeting.pk], recommended[meeting.pk], expected[meeting.pk]):
            matters = {one.item.matter_id for one in own if one.item} - {None}
            own += [one for one in others if one.item.matter_id not in matters]
        found[meeting.pk].is_cut = meeting.pk in cut
        _sort_in(found[meeting.pk], own, choices[meeting.pk])
        _offer(found[meeting.pk], standing[meeting.pk], choices[meeting.pk], titles[meeting.pk])
    return found


def _sort_in(found: Candidates, candidates: Iterable[AgendaCandidate], choices: Choices) -> None:
    """The most urgent first, those of one turn in the order of their kinds."""
    order = list(CandidateKind)
    rank = {Turn.LATE: 0, Turn.AGAIN: 1, Turn.UNDATED: 2, Turn.NOW: 3, Turn.BETWEEN: 4}
    for one in sorted(candidates, key=lambda one: (rank[one.turn], order.index(one.kind))):
        choice = choices.get((one.kind, one.key))
        if choice is None:
            found.wanting.append(one)
        elif choice.item_id is None:
            found.left_out.append((one, choice))


def _offer(found: Candidates, standing: Iterable[AgendaCandidate], choices: Choices, titles: Sequence[str]) -> None:
    for one in standing:
        choice = choices.get((one.kind, one.key))
        if choice and choice.item_id is None:
            found.left_out.append((one, choice))
        elif not any(like_titles(one.title, title) for title in titles):
            found.standing.append(one)


def _following(meetings: Sequence[Meeting]) -> dict[int, date | None]:
    later = Meeting.objects.filter(body=OuterRef("body"), kind=Meeting.Kind.ORDINARY, date__gt=OuterRef("date"))
    nearest = later.exclude(state=Meeting.State.CANCELLED).order_by("date").values("date")[:1]
    return dict(Meeting.objects.filter(pk__in=[one.pk for one in meetings]).values_list("pk", Subquery(nearest)))


def _titles(meetings: Sequence[Meeting], actor: Actor) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for meeting, title in AgendaItem.objects.visible_to(actor).filter(meeting__in=meetings).values_list("meeting", "title"):
        found[meeting].append(title)
    return found
