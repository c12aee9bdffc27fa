"""The page on which an agenda is made, with forty items against the same page with four."""

import datetime as dt
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from accounts.models import Role, User
from bench.measuring import Ratio, ratio
from meetings.models import AgendaItem, Body, Guest, Meeting, SecretaryAssignment

FEW, MANY, AT_MOST = 4, 40, 2.0


def measure() -> Ratio:
    """The whole page, as the secretary of the body gets it."""
    plain = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain), transaction.atomic():
        body = Body.objects.create(name="Udvalget", slug="udvalget")
        few, many = (_meeting(body, count) for count in (FEW, MANY))
        secretary = _secretary(body)
        title = f"The agenda's page with {MANY} items against {FEW} ({connection.vendor})"
        measured = ratio(title, partial(_look, secretary, many), partial(_look, secretary, few), at_most=AT_MOST)
        transaction.set_rollback(True)
    return measured


def _look(secretary: Client, meeting: Meeting) -> None:
    answer = secretary.get(f"/moeder/{meeting.pk}/dagsorden/", secure=settings.HTTPS)
    assert answer.content.decode().count('data-key="') == meeting.items.count(), "every item has a row"


def _secretary(body: Body) -> Client:
    user = User.objects.create_user("maaler", role=Role.SECRETARY)
    SecretaryAssignment.objects.create(body=body, user=user)
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    client.force_login(user)
    return client


def _meeting(body: Body, count: int) -> Meeting:
    """A meeting to come; every fourth item has a guest."""
    day = timezone.localdate() + dt.timedelta(days=count)
    meeting = Meeting.objects.create(body=body, date=day, start=dt.time(9), end=dt.time(17))
    columns = {"meeting": meeting, "body": body, "year": day.year}
    items = AgendaItem.objects.bulk_create(
        AgendaItem(position=place, title=f"Punkt {place}", minutes=10, **columns) for place in range(1, count + 1)
    )
    Guest.objects.bulk_create(Guest(item=item, position=1, name=f"Gæst {item.position}") for item in items[::4])
    return meeting
