"""Selectors find what the items of an agenda answer: promises, hearings, and items of earlier meetings that are taken up again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agendas.candidates import CandidateKind
from agendas.models import CandidateChoice
from cases.access import Actor
from followups.models import Occurrence
from followups.presenters import OccurrencePresenter
from followups.selectors.occurrences import presenters_of
from hearings.models import Hearing
from meetings.models import AgendaItem

FEW_WORDS = 100
_ITEMS = (CandidateKind.UNTREATED, CandidateKind.RECOMMENDED)


@dataclass(frozen=True, slots=True)
class Answered:
    """One thing that an item answers. `address` is its own page, `sentence_url` the place where it was asked for, on the day `asked_on`.

    Of a closed item (`is_closed`), whose reading is logged on pages of its own, no more than its title is told.
    """

    text: str
    address: str
    asked_on: date
    sentence_url: str
    owed_by: str = ""
    is_closed: bool = False


def answers_of(items: Sequence[AgendaItem], actor: Actor) -> dict[int, list[Answered]]:
    """Returns what each item answers, by the item's key, as far as the actor may read it: at most eight queries."""
    found: dict[int, list[Answered]] = defaultdict(list)
    for key, promises in promises_of(items, actor).items():
        for told in promises:
            day = told.item.meeting.date
            found[key].append(
                Answered(told.text, told.occurrence.get_absolute_url(), day, told.sentence_url, told.responsible, told.is_closed)
            )
    hearings, earlier = _chosen(items)
    for row in Hearing.objects.visible_to(actor).filter(pk__in=hearings).select_related("item__meeting") if hearings else ():
        text = "" if row.item.closed else row.label
        found[hearings[row.pk]].append(
            Answered(text, row.get_absolute_url(), row.item.meeting.date, row.get_absolute_url(), is_closed=row.item.closed)
        )
    for item in AgendaItem.objects.visible_to(actor).filter(pk__in=earlier).select_related("meeting") if earlier else ():
        address = item.get_absolute_url()
        found[earlier[item.pk]].append(Answered(item.title, address, item.meeting.date, address, is_closed=item.closed))
    return found


def promises_of(items: Sequence[AgendaItem], actor: Actor) -> dict[int, list[OccurrencePresenter]]:
    """The promises that each item is to answer, by the item's key, as far as the actor may read it: four queries."""
    keys = Occurrence.objects.visible_to(actor).filter(placed_on__in=[item.pk for item in items]).in_time().values_list("pk", flat=True)
    found: dict[int, list[OccurrencePresenter]] = defaultdict(list)
    for told in presenters_of(list(keys[:FEW_WORDS]), actor):
        found[told.occurrence.placed_on_id].append(told)
    return found


def _chosen(items: Sequence[AgendaItem]) -> tuple[dict[int, int], dict[int, int]]:
    """By the key of the hearing, and by that of the earlier item, the key of the item that was made of it: one query."""
    hearings, earlier = {}, {}
    chosen = CandidateChoice.objects.filter(item__in=[item.pk for item in items], kind__in=[CandidateKind.HEARING, *_ITEMS])
    for kind, key, item in chosen.values_list("kind", "key", "item"):
        if kind in _ITEMS and key.isdecimal():
            earlier[int(key)] = item
        elif key.startswith("h") and key[1:].isdecimal():
            hearings[int(key[1:])] = item
    return hearings, earlier
