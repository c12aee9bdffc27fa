"""What seems to answer what is proposed when items come."""

from collections.abc import Iterable

from django.db import transaction

from followups.matching import LikelyAnswer, likeliest, reasons_for
from followups.models import Occurrence, Proposal
from followups.services.candidates import asked_by, candidate, items_of, later_items, waiting, waiting_for
from meetings.models import AgendaItem, Meeting

Says, State = Proposal.Says, Proposal.State


def propose(*, items: Iterable[AgendaItem]) -> int:
    """Propose what `items` seem to answer, and which later ones seem to answer what `items` ask for. Returns how many are new.

    An item of a meeting to come is proposed as the place, one of a meeting held as the answer. Asking again changes nothing: what was
    rejected is not proposed anew, and what waits for an answer goes when it holds no more. The queries are as many whatever the number
    of items.
    """
    keys = {item.pk for item in items}
    with transaction.atomic():
        own, asked = items_of(keys), asked_by(keys)
        rows = {row.pk: row for row in (*waiting_for(own), *asked)}
        looked_at = {item.pk: item for item in (*own, *later_items(asked))}
        known = {_key(one): one for one in Proposal.objects.filter(occurrence__in=rows).select_related("item__meeting").order_by("pk")}
        wanted = _wanted(rows.values(), looked_at, list(known.values()))
        gone = [one.pk for key, one in known.items() if one.state == State.WAITING and one.item_id in looked_at and key not in wanted]
        if gone:
            Proposal.objects.filter(pk__in=gone).delete()
        new = [
            Proposal(occurrence_id=key[0], item_id=key[1], says=key[2], reasons=reasons)
            for key, reasons in sorted(wanted.items())  # in one order, so that two who propose at once do not block each other
            if key not in known
        ]
        Proposal.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _wanted(rows: Iterable[Occurrence], items: dict[int, AgendaItem], known: list[Proposal]) -> dict[tuple, list[str]]:
    """What is to be proposed, as `_key` tells it, with the reasons."""
    candidates = {pk: candidate(item) for pk, item in items.items()}
    rejected = {(one.occurrence_id, one.item_id) for one in known if one.state == State.REJECTED}
    before: dict[int, list[LikelyAnswer]] = {}
    for one in known:
        if one.says == Says.MET and one.state != State.REJECTED and one.item_id not in items:
            before.setdefault(one.occurrence_id, []).append(LikelyAnswer(one.item_id, one.item.meeting.date, one.reasons))
    wanted = {}
    for row in rows:
        waits, found = waiting(row), []
        for pk, item in items.items():
            reasons = (row.pk, pk) not in rejected and [*_placed(row, item), *reasons_for(waits, candidates[pk])]
            if reasons and _may_say(row, item):
                found.append(LikelyAnswer(pk, item.meeting.date, reasons))
        wanted |= {(row.pk, one.item, _says(items[one.item])): one.reasons for one in likeliest(found, before.get(row.pk, []))}
    return wanted


def _says(item: AgendaItem) -> str:
    return Says.MET if item.meeting.state == Meeting.State.HELD else Says.PLACED


def _placed(row: Occurrence, item: AgendaItem) -> list[str]:
    return ["placed"] if row.placed_on_id == item.pk else []


def _may_say(row: Occurrence, item: AgendaItem) -> bool:
    """What stands on an agenda already is not proposed for another."""
    return _says(item) == Says.MET or not row.is_on_agenda


def _key(proposal: Proposal) -> tuple[int, int, str]:
    return proposal.occurrence_id, proposal.item_id, proposal.says
