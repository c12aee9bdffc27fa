"""What somebody works with is accepted: a later reading of the document then leaves it alone."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from accounts.models import User
from hearings.models import Hearing

_Review = Hearing.Review


def accept_in_use(*, hearing: Hearing, by: User | None, now: datetime) -> None:
    """Accept `hearing` when nobody has answered for it yet. Every verb on a hearing begins here, and is alone with it from then on."""
    lock(hearing=hearing)
    if Hearing.objects.filter(pk=hearing.pk, review=_Review.UNREVIEWED).exists():
        hearing.review, hearing.reviewed_by, hearing.reviewed_at = _Review.ACCEPTED, by, now
        hearing.save(update_fields=["review", "reviewed_by", "reviewed_at"])


def lock(*, hearing: Hearing) -> None:
    """One at a time changes `hearing` and its parties; within a transaction."""
    Hearing.objects.select_for_update(of=("self",)).only("pk").get(pk=hearing.pk)


def is_in_use(*, hearing: Hearing) -> bool:
    """Whether anything is written down in it that no document tells: a party's days or answers, or a deadline put off."""
    return in_use(hearings=Hearing.objects.filter(pk=hearing.pk)).exists()


def in_use(*, hearings: QuerySet[Hearing]) -> QuerySet[Hearing]:
    """Those of `hearings` in which anything is written down that no document tells."""
    return hearings.filter(noted("parties__") | Q(extensions__isnull=False)).distinct()


def noted(prefix: str = "") -> Q:
    """True of a party of whom anything is written down: a day, or an answer."""
    days = ("asked_on", "reminded_on", "answered_on", "declined_on", "responses")
    return reduce(or_, (Q(**{f"{prefix}{name}__isnull": False}) for name in days))
