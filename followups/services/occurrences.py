"""The occurrences of obligations: made when those are read, and kept in step with their corrections and with the calendar."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery

from followups.models import FollowUp, Occurrence, PlannedTreatment, Step
from followups.services.due_dates import recompute_bodies, recompute_due_dates, recompute_later, save_days, with_since
from followups.services.duplicates import link_later, matters_out_of_step
from followups.services.hearing_responses import tie_hearings
from followups.services.next_occurrences import next_of_settled, superseded
from meetings.locking import holding
from meetings.models import AgendaItem, Body, Reviewed

Obligation = FollowUp | PlannedTreatment


def sync_occurrences(*, items: Iterable[AgendaItem], and_answered: bool = True) -> None:
    """Make what is to come of the follow-ups and planned treatments of `items`, and give what is open the days it is due now.

    A rejected one waits for nothing. What is settled, and days somebody has set, are left alone. What has been made recurring after it
    was met is due anew; what was due anew and does not recur any more, or goes on as a promise made since, goes away if nobody has acted
    on it. What the items have answered for another body follows after the transaction, in one of its own (`meetings.locking`); it does not
    where `and_answered` is False. The queries are as many whatever the number of items.
    """
    items = list(items)
    keys = {item.pk for item in items}
    held = {item.body_id for item in items}
    with holding(held):
        # What the items have answered is looked at too: it goes on by itself once they do not ask for the same anew any more.
        answered = _answered(items) if and_answered else []
        follow_ups, planned = (
            _obligations(FollowUp, Q(item__in=keys) | Q(pk__in=answered)),
            _obligations(PlannedTreatment, Q(item__in=keys)),
        )
        tie_hearings(follow_ups)
        rows = _rows(follow_ups, planned)
        rows = _without_needless(rows)
        moved = [row for row in rows if _follow(row)]
        latest = {row.obligation: row for row in rows}
        new = [_first(obligation) for obligation in (*follow_ups, *planned) if obligation not in latest]
        new += next_of_settled([row for row in latest.values() if not row.is_open and row.follow_up and row.follow_up.every])
        due = recompute_due_dates([*new, *(row for row in latest.values() if row.is_open and not row.due_fixed)])
        # Two who sync_occurrences the same item at once make one.
        Occurrence.objects.bulk_create(new, ignore_conflicts=True)
        save_days({row for row in (*due, *moved) if row.pk}, "item", "body")
        # The calendars of other bodies are not held here.
        link_later(item.matter_id for item in items)
        recompute_later({row.body_id for row in due if row.body_id not in held and row.obligation.due_rule.follows_meetings})


def sync_later(items: Iterable[int]) -> None:
    """The same for the items of these keys once this transaction is over: their bodies are not held in it."""
    if items := [*items]:
        transaction.on_commit(lambda: sync_occurrences(items=AgendaItem.objects.filter(pk__in=items), and_answered=False))


def _answered(items: Sequence[AgendaItem]) -> list[int]:
    """The keys of what recurs and was answered by `items`, of their own bodies; the others are tracked later."""
    held = {item.body_id for item in items}
    rows = Occurrence.objects.filter(met_by__in=[item.pk for item in items], follow_up__every__isnull=False).order_by("pk")
    found = list(rows.values_list("follow_up", "item", "item__body"))
    sync_later(item for _follow_up, item, body in found if body not in held)
    return [follow_up for follow_up, _item, body in found if body in held]


def _obligations(model: type[Obligation], which: Q) -> list[Obligation]:
    rows = model.objects.filter(which).exclude(review=Reviewed.Review.REJECTED)
    parts = ("item__meeting", "hearing__duplicate_of") if model is FollowUp else ("item__meeting",)
    return list(rows.select_related(*parts).order_by("pk"))


def _rows(follow_ups: Sequence[FollowUp], planned: Sequence[PlannedTreatment]) -> list[Occurrence]:
    """Returns the occurrences of the obligations, locked, each with its obligation as it is now; the latest of each comes last."""
    by_key = {one.pk: one for one in follow_ups}, {one.pk: one for one in planned}
    rows = Occurrence.objects.filter(Q(follow_up__in=by_key[0]) | Q(planned__in=by_key[1])).select_for_update(of=("self",), no_key=True)
    told = with_since(rows).annotate(is_acted_on=Exists(Step.objects.filter(occurrence=OuterRef("pk"), undone_at=None)))
    found = list(told.select_related("item", "met_by__meeting").order_by("pk"))
    for row in found:
        if row.follow_up_id:
            row.follow_up = by_key[0][row.follow_up_id]
        else:
            row.planned = by_key[1][row.planned_id]
    return sorted(found, key=lambda row: row.ordinal)


def _without_needless(rows: Sequence[Occurrence]) -> list[Occurrence]:
    """Delete what stands open untouched after one that nothing more comes of by now: the rows that are left."""
    before = {(row.obligation, row.ordinal + 1): row for row in rows}
    again = [row for row in rows if row.is_open and row.ordinal > 1 and not (row.is_acted_on or row.due_fixed)]
    after = {row.pk: before[row.obligation, row.ordinal] for row in again if (row.obligation, row.ordinal) in before}
    elsewhere = superseded([*after.values()]) if after else ()
    needless = {pk for pk, one in after.items() if one.follow_up.every is None or one.pk in elsewhere}
    if needless:
        Occurrence.objects.filter(pk__in=needless).delete()
    return [row for row in rows if row.pk not in needless]


def _follow(row: Occurrence) -> bool:
    """Make it stand where its obligation does. Returns whether it did not."""
    item, body = row.obligation.item, _body_that_waits(row.obligation)
    follows = (row.item_id, row.body_id) == (item.pk, body)
    row.item, row.body_id = item, body
    return not follows


def _body_that_waits(obligation: Obligation) -> int:
    """The key of the body that a report is owed to, or that is to treat the case; where none is known, of the one that asked."""
    other = obligation.owed_to_id if isinstance(obligation, FollowUp) else obligation.body_id
    return other or obligation.item.body_id


def _first(obligation: Obligation) -> Occurrence:
    of = {"follow_up": obligation} if isinstance(obligation, FollowUp) else {"planned": obligation}
    return Occurrence(item=obligation.item, body_id=_body_that_waits(obligation), **of)


def sync_bodies(*, bodies: Iterable[Body]) -> int:
    """Meetings of `bodies` have been entered, moved, cancelled or held: what follows them gets the days it is due now.

    What is settled, and days somebody has set, are left alone. Returns how many got other days.
    """
    with holding(bodies) as keys:
        _follow_items(keys)
        cut = _items_of_cut_chains()
        if here := [item for item in cut if item.body_id in keys]:
            sync_occurrences(items=here)
        sync_later(item.pk for item in cut if item.body_id not in keys)
        link_later(matters_out_of_step(keys))
        return recompute_bodies(keys)


def _items_of_cut_chains() -> list[AgendaItem]:
    """Returns the items of recurring follow-ups, of any body, that were superseded by an item that is gone now."""
    later = Occurrence.objects.filter(follow_up=OuterRef("follow_up"), ordinal__gt=OuterRef("ordinal"))
    ends = Occurrence.objects.filter(state=Occurrence.State.MET, met_by=None, follow_up__every__isnull=False)
    return list(AgendaItem.objects.filter(pk__in=ends.filter(~Exists(later)).values("item")))


def _follow_items(keys: set[int]) -> None:
    """Moves the follow-ups of a meeting entered under another body to that body, unless they are owed to or expected at a third."""
    own = Q(follow_up__isnull=False, follow_up__owed_to=None) | Q(planned__isnull=False, planned__body=None)
    own = Occurrence.objects.filter(own, item__body__in=keys)
    body = AgendaItem.objects.filter(pk=OuterRef("item")).values("body")
    own.exclude(body=F("item__body")).update(body=Subquery(body))
