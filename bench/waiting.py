"""*Hvad venter vi på?* of one body with 200,000 open follow-ups, all of them its own, against the same page with 2,000."""

import datetime as dt

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings

from bench.measuring import Ratio, middle
from bench.search import fill
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem

FEW, MANY, AT_MOST = 2_000, 200_000, 1.5
FOLLOW_UPS_AN_ITEM = 10
FIRST_DAY, DAYS = dt.date(2020, 1, 1), 4_000
BATCH = 5_000


def measure() -> Ratio:
    """The whole page as the public gets it."""
    # No files have been collected for a measurement.
    plain = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain), transaction.atomic():
        fill(0, FEW // FOLLOW_UPS_AN_ITEM)
        _ask(0, FEW)
        few = middle(_look)
        fill(FEW // FOLLOW_UPS_AN_ITEM, MANY // FOLLOW_UPS_AN_ITEM)
        _ask(FEW, MANY)
        many = middle(_look)
        transaction.set_rollback(True)
    title = f"Hvad venter vi på? with {MANY} open follow-ups of one body against {FEW} ({connection.vendor})"
    return Ratio(title, many, few, at_most=AT_MOST)


def _look() -> None:
    # The name is among those the service answers to; a page in the clear would be sent on to https.
    answer = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0]).get("/opfoelgning/?organ=udvalget", secure=settings.HTTPS)
    assert answer.status_code == 200
    assert "En status nr." in answer.content.decode(), "the follow-ups are on the page"


def _ask(begin: int, end: int) -> None:
    """Follow-ups number `begin` to `end`, every tenth without a day, the others' days spread over eleven years."""
    items = list(AgendaItem.objects.order_by("pk").only("pk", "body_id")[begin // FOLLOW_UPS_AN_ITEM : end // FOLLOW_UPS_AN_ITEM])
    for at in range(begin, end, BATCH):
        numbers = range(at, min(at + BATCH, end))
        asked = FollowUp.objects.bulk_create(_follow_up(n, items[(n - begin) // FOLLOW_UPS_AN_ITEM]) for n in numbers)
        Occurrence.objects.bulk_create(
            Occurrence(
                follow_up=row, item_id=row.item_id, body_id=row.item.body_id, due_start=row.due_start, due_end=row.due_end, state="open"
            )
            for row in asked
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _follow_up(n: int, item: AgendaItem) -> FollowUp:
    day = FIRST_DAY + dt.timedelta(days=n * 7 % DAYS) if n % 10 else None
    return FollowUp(
        item=item, kind="status_report", text=f"En status nr. {n}", quote=f"Rådet ønsker status nr. {n}.", due_start=day, due_end=day
    )
