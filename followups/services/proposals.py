"""The proposals of what seems to answer an occurrence, made when items come."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from cases import numbers
from cases.models import Case
from followups.matching import RECENT, AnswerCandidate, LikelyAnswer, Waiting, likeliest, reasons_for
from followups.models import FollowUp, Occurrence, Proposal
from followups.models.occurrences import NO_DAY
from followups.services.due_dates import with_since
from meetings.models import AgendaItem, Meeting, Outcome, Reviewed

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
    """Returns the proposals to make by their `_key`, with the reasons."""
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
    """Tells whether the item may be proposed: an occurrence on an agenda is not proposed for another agenda."""
    return _says(item) == Says.MET or not row.is_on_agenda


def _key(proposal: Proposal) -> tuple[int, int, str]:
    return proposal.occurrence_id, proposal.item_id, proposal.says


_MOST = 300  # rows looked at of each kind: the nearest in time
_AWAITS = {FollowUp.Kind.RETURN: "case", FollowUp.Kind.DEFERRED: "case", FollowUp.Kind.STATUS_REPORT: "report"}
_DEADLINES = ("senest", "inden", "før", "frem til")


def items_of(keys: Iterable[int]) -> list[AgendaItem]:
    """The items with what a comparison needs at hand; none of a meeting that is cancelled."""
    return list(_items().filter(pk__in=keys))


def asked_by(keys: Iterable[int]) -> list[Occurrence]:
    """The open occurrences that these items made."""
    return list(_open().filter(item__in=keys)[:_MOST])


def waiting_for(items: Sequence[AgendaItem]) -> list[Occurrence]:
    """The open occurrences that one of `items` may answer: those placed there, of the same matter or case, and of the body about then."""
    if not items:
        return []
    days = sorted(item.meeting.date for item in items)
    asked = _open_rows().filter(body__in={item.body_id for item in items}, item__meeting__date__lt=days[-1])
    newest = asked.order_by("-item__meeting__date", "pk").values_list("pk", flat=True)
    due = asked.filter(due_order__gte=days[0], due_order__lt=NO_DAY, due_start__lte=days[-1] + RECENT)
    matters, cases = {item.matter_id for item in items} - {None}, {topic_of(item.case) for item in items} - {None}
    # First the keys, by the index for each; all that is told of a row is told once.
    found = {
        *_open_rows().filter(placed_on__in=items).values_list("pk", flat=True),
        *newest.filter(item__matter__in=matters)[:_MOST],
        *newest.filter(item__case__in=cases)[:_MOST],
        *due.order_by("due_order", "pk").values_list("pk", flat=True)[:_MOST],
        *newest.filter(due_order=NO_DAY, item__meeting__date__gte=days[0] - RECENT)[:_MOST],
    }
    return list(_open().filter(pk__in=found))


def later_items(asked: Sequence[Occurrence]) -> list[AgendaItem]:
    """The items of later meetings, of the same matter or case, at which what these wait for may have been answered already."""
    if not asked:
        return []
    matters, cases = {row.item.matter_id for row in asked} - {None}, {topic_of(row.item.case) for row in asked} - {None}
    since = min(row.item.meeting.date for row in asked)
    later = _items().filter(body__in={row.body_id for row in asked}, meeting__date__gt=since)
    return list(later.filter(Q(matter__in=matters) | Q(case__in=cases))[:_MOST])


def topic_of(case: Case | None) -> int | None:
    """The case's key, where its number is one topic's."""
    return case.pk if case and numbers.parse(case.number).is_one_topic else None


def candidate(item: AgendaItem) -> AnswerCandidate:
    return AnswerCandidate(item.pk, item.body_id, item.meeting.date, item.matter_id, topic_of(item.case), item.title, item.is_put_off)


def waiting(row: Occurrence) -> Waiting:
    obligation, item = row.obligation, row.item
    of = row.follow_up
    since = row.since or (row.let_go_at and localdate(row.let_go_at))
    return Waiting(
        item=row.item_id,
        body=row.body_id,
        since=max(filter(None, [item.meeting.date, since])),
        first=row.due_start,
        last=row.due_end,
        has_deadline=of is not None and not row.due_fixed and of.due_words.casefold().startswith(_DEADLINES),
        was_put_off=of is not None and of.kind == FollowUp.Kind.DEFERRED,
        awaits=_AWAITS.get(of.kind, "other") if of else "case",
        matter=item.matter_id,
        case=topic_of(item.case),
        title=item.title,
        text=of.text if of else obligation.title,
    )


def _items() -> QuerySet[AgendaItem]:
    outcomes = Outcome.objects.filter(item=OuterRef("pk"))
    put_off = Q(Exists(outcomes.filter(outcome=Outcome.Value.DEFERRED))) & ~Q(Exists(outcomes.exclude(outcome=Outcome.Value.DEFERRED)))
    items = (
        AgendaItem.objects.taking_place().annotate(is_put_off=ExpressionWrapper(put_off, BooleanField())).select_related("meeting", "case")
    )
    return items.defer("decision", "search_text", "search_decision").order_by("meeting__date", "pk")


def _open_rows() -> QuerySet[Occurrence]:
    """Returns the open occurrences of obligations that are not rejected; of planned treatments those at a body of the register."""
    rejected = Q(follow_up__review=Reviewed.Review.REJECTED) | Q(planned__review=Reviewed.Review.REJECTED)
    return Occurrence.objects.open().exclude(rejected).exclude(planned__isnull=False, planned__body=None)


def _open() -> QuerySet[Occurrence]:
    """The same rows with all that a comparison needs at hand."""
    on_agenda = Exists(AgendaItem.objects.taking_place().filter(pk=OuterRef("placed_on")))
    rows = _open_rows().annotate(is_on_agenda=on_agenda).select_related("item__meeting", "item__case", "follow_up", "planned")
    return with_since(rows).order_by(F("pk"))
