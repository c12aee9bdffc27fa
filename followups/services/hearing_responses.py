"""A response that is waited for is tied to its hearing: it is due by the deadline in force, and the answer that is recorded delivers it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from accounts.models import User
from concurrency.transitions import Columns
from followups.models import FollowUp, Occurrence, Step
from followups.services.due_dates import recompute_due_dates, save_days, with_since
from followups.services.transitions import lock_occurrences, take_step, undo
from hearings.models import Extension, Hearing, HearingResponse
from meetings.models import Reviewed

ANSWERED = Step.What.ANSWERED
_BY_HAND = (Reviewed.Review.CORRECTED, Reviewed.Review.ADDED)


def tie_hearings(follow_ups: Iterable[FollowUp]) -> None:
    """Tie the hearing responses among `follow_ups` to the hearing told by the same sentence, or to the item's only one with their day.

    One query for the hearings, one for their extensions if a response was written by hand, and one for what changed, if anything did.
    A day that a person has written stays. A hearing that is a duplicate keeps its responses, which follow the one it is a duplicate of.
    """
    responses = [one for one in follow_ups if one.kind == FollowUp.Kind.HEARING_RESPONSE]
    if not responses:
        return
    told = Hearing.objects.filter(item__in={one.item_id for one in responses}).exclude(review=Reviewed.Review.REJECTED)
    hearings: dict[int, list[Hearing]] = {}
    for hearing in told.select_related("duplicate_of").order_by("pk"):
        hearings.setdefault(hearing.item_id, []).append(hearing)
    deadlines = _deadlines([hearing for one in responses if one.review in _BY_HAND for hearing in hearings.get(one.item_id, [])])
    changed = []
    for one in responses:
        hearing = _hearing_of(one, hearings.get(one.item_id, []), deadlines)
        if one.hearing != hearing:
            one.hearing = hearing
            changed.append(one)
    if changed:
        # Found by itself, not written by anybody: the write is not counted.
        QuerySet(FollowUp).bulk_update(changed, ["hearing"], batch_size=500)


def _deadlines(hearings: Sequence[Hearing]) -> dict[int, set[date | None]]:
    """By the key of each hearing: the deadlines it has and has had, as far as they were put off."""
    if not hearings:
        return {}
    earlier = defaultdict(set)
    extensions = Extension.objects.filter(hearing__in={key for one in hearings for key in (one.pk, one.kept.pk)})
    for key, old in extensions.order_by().values_list("hearing", "old"):
        earlier[key].add(old)
    return {one.pk: {one.deadline, one.kept.deadline, *earlier[one.pk], *earlier[one.kept.pk]} for one in hearings}


def _hearing_of(response: FollowUp, hearings: Sequence[Hearing], deadlines: Mapping[int, set[date | None]]) -> Hearing | None:
    if response.review in _BY_HAND:
        hearings = [one for one in hearings if response.due_end is None or response.due_end in deadlines[one.pk]]
    same = [one for one in hearings if one.quote_key == response.quote_key]
    alone = [one for one in hearings if len(hearings) == 1 and (one.pk == response.hearing_id or one.deadline == response.due_end)]
    return next(iter(same or alone), None)


def bodies_that_wait(keys: Collection[int]) -> set[int]:
    """Returns the keys of the bodies of what waits for the hearings of these keys, or for the same told elsewhere: one query."""
    same = Q(duplicate_of=None, pk__in=keys) | Q(duplicates__in=keys)
    rows = Occurrence.objects.filter(_tied(Hearing.objects.filter(same).values("pk"))).order_by()
    return {body for bodies in rows.values_list("body", "item__body") for body in bodies}


@transaction.atomic
def follow_hearing(*, hearing: Hearing, by: User | None, now: datetime | None) -> None:
    """The deadline or the answers of `hearing` have changed: what waits for it is due then, and delivered or not.

    So is what waits for its duplicates. The hearing and `bodies_that_wait` for it are held; the rows are read as they are now.
    """
    hearing = hearing.kept
    keys = list(Occurrence.objects.filter(_tied([hearing.pk])).order_by("pk").values_list("pk", flat=True))
    if not keys:
        return
    rows = lock_occurrences(keys)
    if hearing.review == Reviewed.Review.REJECTED:
        tie_hearings([row.follow_up for row in rows])
    if now:
        answer = _own_answer(hearing, localdate(now))
        for row in rows:
            if row.follow_up.review != Reviewed.Review.REJECTED:
                _deliver(row, answer, by, now)
    waiting = Occurrence.objects.open().filter(pk__in=keys, due_fixed=False)
    waiting = waiting.select_related("item__meeting", "follow_up__hearing__duplicate_of")
    save_days(recompute_due_dates(with_since(waiting.order_by("pk"))))


def _tied(kept: Iterable[int] | QuerySet) -> Q:
    """True of what waits for the hearings of the keys `kept`, or for their duplicates."""
    return Q(follow_up__hearing__in=kept) | Q(follow_up__hearing__duplicate_of__in=kept)


def _own_answer(hearing: Hearing, today: date) -> Columns | None:
    """The columns of what the first answer of the consulted body itself delivers; None where none has been given."""
    own = HearingResponse.objects.standing().filter(party__hearing=hearing, party__body=hearing.body_id, given_on__lte=today)
    answer = own.order_by("given_on", "pk").first()
    return {"state": Occurrence.State.MET, "met_by_id": answer.decided_at_id, "met_on": answer.given_on} if answer else None


def _deliver(row: Occurrence, answer: Columns | None, by: User | None, now: datetime) -> None:
    latest = row.steps.filter(undone_at=None).order_by("-pk").first()
    if latest and latest.what == ANSWERED:
        if answer and all(getattr(row, name) == value for name, value in answer.items()):
            return
        undo(step=latest, by=by, now=now)
        row.state = Occurrence.State.OPEN
    if answer and row.is_open:
        take_step([row], ANSWERED, lambda found: answer, by=by, now=now, why="")
