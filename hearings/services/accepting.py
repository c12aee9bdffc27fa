"""What somebody works with is accepted: a later reading of the document then leaves it alone."""

from datetime import datetime

from django.db.models import Q

from accounts.models import User
from hearings.models import Hearing

_Review = Hearing.Review


def accept_in_use(*, hearing: Hearing, by: User | None, now: datetime) -> None:
    """Accept `hearing` when nobody has answered for it yet. Every verb on a hearing begins here."""
    if hearing.review == _Review.UNREVIEWED:
        hearing.review, hearing.reviewed_by, hearing.reviewed_at = _Review.ACCEPTED, by, now
        hearing.save(update_fields=["review", "reviewed_by", "reviewed_at"])


def is_in_use(*, hearing: Hearing) -> bool:
    """Whether anything is written down in it that no document tells: a party's days or answers, or a deadline put off."""
    days = Q(asked_on__isnull=False) | Q(reminded_on__isnull=False) | Q(answered_on__isnull=False) | Q(declined_on__isnull=False)
    return hearing.parties.filter(days | Q(responses__isnull=False)).exists() or hearing.extensions.exists()
