"""Verbs on meetings and their items that have an effect beyond one row."""

from collections.abc import Iterable
from datetime import datetime

from cases.access import Viewer
from meetings.models import AgendaItem, ClosedReading


def log_closed_reading(*, items: Iterable[AgendaItem], viewer: Viewer, now: datetime) -> None:
    """Writes down that `viewer` was shown the contents of the closed ones among `items`; open ones are nobody's business.

    `now` is an aware datetime. Every opening is a row of its own: how often somebody looked is part of the log.
    """
    ClosedReading.objects.bulk_create(
        ClosedReading(item=item, user_id=viewer.user_id, at=now) for item in items if item.closed and viewer.user_id
    )
