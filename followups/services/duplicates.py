"""The same promise read more than once is written down as one, since a list has a reader and what plans reminders has none."""

from collections.abc import Collection, Iterable
from functools import partial

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from followups.duplicates import OccurrenceFacts, ranked
from followups.models import Occurrence
from meetings.locking import bodies_of, holding
from meetings.models import Reviewed

# What makes two planned treatments the same one: the body that is to treat it, the matter, and the days as they were told.
_SAME_TREATMENT = ("planned__body", "item__matter", "planned__due_start", "planned__due_end")
# And two that recur the same promise: the body that waits, the matter, how often, and what was asked for in the same words.
_SAME_PROMISE = ("body", "item__matter", "follow_up__kind", "follow_up__every", "follow_up__unit", "follow_up__text")


def link_duplicates(*, matters: Collection[int]) -> int:
    """Write down which occurrences of these matters say the same promise, and in which order they are told. Returns how many changed.

    Three queries, and the writing of what changed. Their bodies are held, so it is done in a transaction of its own (`link_later`).
    """
    rows = _may_repeat().filter(item__matter__in=matters)
    with holding(bodies_of(rows, "body", "item__body")):
        found = list(rows.select_related("item__meeting", "follow_up", "planned").order_by("pk"))
        places = ranked(map(_row, found))
        changed = [row for row in found if (row.duplicate_of_id, row.duplicate_rank) != places[row.pk]]
        for row in changed:
            row.duplicate_of_id, row.duplicate_rank = places[row.pk]
        # Reckoned, not written by anybody: the write is not counted.
        QuerySet(Occurrence).bulk_update(changed, ["duplicate_of", "duplicate_rank"], batch_size=500)
    return len(changed)


def link_later(matters: Iterable[int | None]) -> None:
    """The same once this transaction is over: other bodies may wait for the same, and those are not held in it."""
    if keys := {*matters} - {None}:
        transaction.on_commit(partial(link_duplicates, matters=keys))


def matters_out_of_step(bodies: Collection[int]) -> set[int]:
    """Returns the keys of the matters in which something of `bodies` is the same without being written down, or the other way: one query.

    That is so where an item has come into the matter or left it, or the row that was told is gone.
    """
    # Joined by OR these would be looked for among every body's rows.
    every = Occurrence.objects.order_by()
    waited_for, asked = every.filter(body__in=bodies).values("pk"), every.filter(item__body__in=bodies).values("pk")
    repeated = every.filter(duplicate_of__item__body__in=bodies).values("pk")
    rows = _may_repeat().filter(pk__in=waited_for.union(asked, repeated, all=True), item__matter__isnull=False)
    alike = [
        Exists(_may_repeat().exclude(pk=OuterRef("pk")).filter(which, duplicate_of=None, **{name: OuterRef(name) for name in same}))
        for which, same in ((Q(planned__isnull=False), _SAME_TREATMENT), (Q(state="open"), _SAME_PROMISE))
    ]
    unlinked = Q(duplicate_of=None) & (alike[0] | (Q(state="open") & alike[1]) | Q(duplicate_rank__gt=0))
    elsewhere = ~Q(duplicate_of__item__matter=F("item__matter")) | ~Q(duplicate_of__body=F("body"))
    return {*rows.filter(unlinked | (Q(duplicate_of__isnull=False) & elsewhere)).values_list("item__matter", flat=True)}


def _may_repeat() -> QuerySet[Occurrence]:
    rejected = Q(follow_up__review=Reviewed.Review.REJECTED) | Q(planned__review=Reviewed.Review.REJECTED)
    return Occurrence.objects.filter(Q(planned__isnull=False) | Q(follow_up__every__isnull=False)).exclude(rejected)


def _row(occurrence: Occurrence) -> OccurrenceFacts:
    told, item = occurrence.obligation, occurrence.item
    if occurrence.planned_id:
        same = (item.matter_id, told.body_id, told.due_start, told.due_end)
    else:
        same = (item.matter_id, occurrence.body_id, told.kind, told.every, told.unit, told.text)
    return OccurrenceFacts(
        key=occurrence.pk,
        same=None if None in same else same,
        is_treatment=occurrence.planned_id is not None,
        told_on=item.meeting.date,
        serial=occurrence.follow_up_id or occurrence.pk,
        is_open=occurrence.is_open,
        is_acted_on=bool(
            occurrence.taken_up or occurrence.placed_on_id or occurrence.due_fixed or occurrence.state == Occurrence.State.MET
        ),
    )
