"""Acceptance of the hearings that somebody works with: a later reading of the document then leaves them alone."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from hearings.dependents import bodies_that_wait
from hearings.models import Hearing, HearingStep
from meetings.locking import bodies_of, lock_bodies

_Review = Hearing.Review


def accept_in_use(*, hearing: Hearing, by: User | None, now: datetime) -> None:
    """Accept `hearing` when nobody has answered for it yet. Every verb on a hearing begins here, and is alone with it from then on."""
    lock(hearing=hearing)
    if hearing.review == _Review.UNREVIEWED:
        hearing.review, hearing.reviewed_by, hearing.reviewed_at = _Review.ACCEPTED, by, now
        hearing.save(update_fields=["review", "reviewed_by", "reviewed_at"])


def lock(*, hearing: Hearing) -> None:
    """One at a time changes `hearing` and its parties; within a transaction. It is then as it is now. Raises DoesNotExist when it is gone."""
    hold(hearing_ids=[hearing.pk])
    hearing.refresh_from_db()


@contextmanager
def holding_hearing(hearing: Hearing) -> Iterator[bool]:
    """Locks `hearing` while the block runs, as one transaction. Gives False when it has been deleted meanwhile."""
    with transaction.atomic():
        try:
            lock(hearing=hearing)
            is_there = True
        except Hearing.DoesNotExist:
            is_there = False
        yield is_there


def hold(*, hearing_ids: Iterable[int], and_what_waits: bool = True) -> None:
    """The same of several at once, for whoever has them in hand already: their columns are left as they stand there.

    The bodies come first: the hearings' own, and those of what waits for them, unless that is not told of the change.
    """
    keys = {*hearing_ids}
    own = bodies_of(Hearing.objects.filter(pk__in=keys), "body", "item__body")
    lock_bodies(lambda: {*own()} | (bodies_that_wait(keys) if and_what_waits else set()))
    list(Hearing.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def parties_changed(*, hearing_ids: Collection[int]) -> None:
    """The list of who is heard is part of a hearing: a form that holds it tells that it has been changed since."""
    Hearing.objects.filter(pk__in=hearing_ids).update()  # counts one version more


def is_in_use(*, hearing: Hearing) -> bool:
    """Tells whether the hearing holds anything that no document tells: a party's days or answers, a deadline put off, or a step."""
    return in_use(hearings=Hearing.objects.filter(pk=hearing.pk)).exists()


def in_use(*, hearings: QuerySet[Hearing]) -> QuerySet[Hearing]:
    """Those of `hearings` in which anything is written down that no document tells."""
    joined = Q(duplicates__isnull=False) | Q(duplicate_of__isnull=False)
    since = [what for what in HearingStep.What if what != HearingStep.What.OPENED]
    steps = Q(parties__steps__isnull=False) | Q(steps__what__in=since, steps__undone_at=None)
    acted_on = Q(extensions__isnull=False) | steps | joined
    return hearings.filter(noted("parties__") | acted_on).distinct()


def noted(prefix: str = "") -> Q:
    """True of a party of whom anything is written down: a day, or an answer."""
    return noted_days(prefix) | Q(**{f"{prefix}responses__isnull": False})


def noted_days(prefix: str = "") -> Q:
    """True of a party of whom a day is written down."""
    days = ("asked_on", "reminded_on", "answered_on", "declined_on")
    return reduce(or_, (Q(**{f"{prefix}{name}__isnull": False}) for name in days))
