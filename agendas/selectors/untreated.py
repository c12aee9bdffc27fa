"""Finds the items of a sent agenda that were not treated at the meeting: no decision, outcome or vote is told of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from agendas.models import AgendaVersion
from agendas.selectors.answers import promises_of
from agendas.versions import Row, VersionDifference, differences
from cases.access import Actor
from followups.presenters import OccurrencePresenter
from meetings.models import AgendaItem, Meeting

OUT = (AgendaVersion.Kind.SENT, AgendaVersion.Kind.SUPPLEMENT)


@dataclass(frozen=True, slots=True)
class UntreatedAgendaItem:
    """The item, and the open promises that were to be answered under it."""

    item: AgendaItem
    promises: Sequence[OccurrencePresenter]


@dataclass(frozen=True, slots=True)
class AfterMeeting:
    """The agenda as it was `sent` last, held against the minutes: what was not treated, and what is called, ordered or there otherwise."""

    sent: AgendaVersion
    untreated: list[UntreatedAgendaItem] = field(default_factory=list)
    differences: list[VersionDifference] = field(default_factory=list)


def untreated_items(actor: Actor) -> QuerySet[AgendaItem]:
    """The untreated items of meetings whose agendas were sent from here, as far as the actor may read that."""
    sent = AgendaVersion.objects.filter(meeting=OuterRef("meeting"), kind__in=OUT)
    return AgendaItem.objects.visible_to(actor).left_untreated(actor).filter(Exists(sent))


def keys_sent(meetings: Collection[int]) -> set[int]:
    """The keys of the items on the agendas of the meetings, by key, as they went out: one query. What came on at the meeting is not among them."""
    kept = AgendaVersion.objects.filter(meeting__in=meetings, kind__in=OUT).values_list("rows", flat=True)
    return {row["key"] for rows in kept for row in rows if row["key"]}


def after_meeting(meeting: Meeting, items: Sequence[AgendaItem], actor: Actor) -> AfterMeeting | None:
    """Returns the comparison of the agenda with the minutes of a meeting that was held, whose `items` the actor may read; None if no agenda was sent from here.

    Two queries, and four more for the promises of what was not treated.
    """
    sent = AgendaVersion.objects.filter(meeting=meeting, kind__in=OUT).order_by("-number").first()
    if sent is None:
        return None
    left = set(untreated_items(actor).filter(meeting=meeting).values_list("pk", flat=True)) & {row["key"] for row in sent.rows}
    untreated = [item for item in items if item.pk in left]
    promises = promises_of(untreated, actor) if untreated else {}
    told = [UntreatedAgendaItem(item, promises.get(item.pk, [])) for item in untreated]
    return AfterMeeting(sent, told, differences(*_rows(sent, items)))


def _rows(sent: AgendaVersion, items: Sequence[AgendaItem]) -> tuple[list[Row], list[Row]]:
    """The rows of the items that the actor may read, as they were sent and as they stand now: alike but for order, title and case."""
    planned = {row["key"]: row for row in sent.rows if row["key"]}
    now = [
        planned.get(item.pk, {}) | {"key": item.pk, "title": item.title} | ({"case": item.case.number} if item.case else {})
        for item in items
    ]
    shown = {item.pk for item in items}
    return [row for key, row in planned.items() if key in shown], now
