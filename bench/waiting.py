"""*Hvad venter vi på?* of one body with 200,000 open follow-ups in the register, against the same page with 2,000."""

import datetime as dt
import random
from collections.abc import Iterator
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from accounts.models import Role, User
from bench.measuring import Ratio, middle
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem, Body, Meeting, Membership, Person

FEW, MANY, AT_MOST = 2_000, 200_000, 1.5
ITEMS_A_MEETING = 20
CLOSED_EVERY, UNDATED_EVERY = 10, 7  # one of so many is closed, or has no date
BATCH = 2_000
LAYOUTS = {"of twenty bodies": 20, "all its own": 1}


def measure() -> Iterator[Ratio]:
    """The whole page of one body, as the public and as a member get it, whether the others are that body's own or not."""
    # No files have been collected for a measurement.
    plain = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    for layout, bodies in LAYOUTS.items():
        with override_settings(STORAGES=plain), transaction.atomic():
            readers = {"the public": _reader(), "a member": _member()}
            _fill(0, FEW, bodies)
            few = {who: middle(partial(_look, reader)) for who, reader in readers.items()}
            _fill(FEW, MANY, bodies)
            many = {who: middle(partial(_look, reader)) for who, reader in readers.items()}
            transaction.set_rollback(True)
        for who in readers:
            title = f"Hvad venter vi på? for {who}, {MANY} open follow-ups against {FEW}, {layout} ({connection.vendor})"
            yield Ratio(title, many[who], few[who], at_most=AT_MOST)


def _look(reader: Client) -> None:
    answer = reader.get("/opfoelgning/?organ=udvalg-0", secure=settings.HTTPS)
    assert answer.content.decode().count('<li class="row-item wait') == 25, "the page is full"


def _reader() -> Client:
    # The name is among those the service answers to; a page in the clear would be sent on to https.
    return Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])


def _member() -> Client:
    today = timezone.localdate()
    user = User.objects.create_user("maaler", role=Role.MEMBER)
    body = Body.objects.create(name="Udvalg 0", slug="udvalg-0")
    Membership.objects.create(person=Person.objects.create(name="Maren Måler", user=user), body=body, first_day=today)
    client = _reader()
    client.force_login(user)
    return client


def _fill(begin: int, end: int, bodies: int) -> None:
    """Follow-ups number `begin` to `end`, each of an item of its own, due within three years around today."""
    chance, today, published = random.Random(begin), timezone.localdate(), dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    owners = [Body.objects.get_or_create(slug=f"udvalg-{n}", defaults={"name": f"Udvalg {n}"})[0] for n in range(bodies)]
    for start in range(begin, end, BATCH):
        numbers = range(start, min(start + BATCH, end))
        meetings = Meeting.objects.bulk_create(_meeting(n, owners, published) for n in numbers if n % ITEMS_A_MEETING == 0)
        items = AgendaItem.objects.bulk_create(_item(n, meetings[(n - start) // ITEMS_A_MEETING]) for n in numbers)
        asked = FollowUp.objects.bulk_create(_follow_up(n, item) for n, item in zip(numbers, items, strict=True))
        days = [None if n % UNDATED_EVERY == 0 else today + dt.timedelta(days=chance.randrange(-365, 730)) for n in numbers]
        Occurrence.objects.bulk_create(
            Occurrence(follow_up=one, item=one.item, body_id=one.item.body_id, due_start=day, due_end=day)
            for one, day in zip(asked, days, strict=True)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _meeting(n: int, owners: list[Body], published: dt.datetime) -> Meeting:
    count = n // ITEMS_A_MEETING
    day, sequence = dt.date(1990, 1, 1) + dt.timedelta(days=count % 10_000), count // 10_000 + 1
    return Meeting(body=owners[count % len(owners)], date=day, sequence=sequence, state=Meeting.State.HELD, minutes_published_at=published)


def _item(n: int, meeting: Meeting) -> AgendaItem:
    return AgendaItem(
        meeting=meeting,
        body_id=meeting.body_id,
        year=meeting.date.year,
        position=n % ITEMS_A_MEETING + 1,
        title=f"Varmestue nr. {n}",
        closed=n % CLOSED_EVERY == 0,
        decision=f"Udvalget ønsker en status på varmestue nr. {n} i september. " * 5,
    )


def _follow_up(n: int, item: AgendaItem) -> FollowUp:
    text = f"Udvalget ønsker en status på varmestue nr. {n} i september."
    return FollowUp(
        item=item, kind="status_report", text=text, quote=text, due_words="i september", responsible="Forvaltningen", review="accepted"
    )
