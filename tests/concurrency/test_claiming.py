"""A row is claimed once, by whichever process comes first. On SQLite, `tests/operations/test_sqlite.py` tries it on a real file."""

import threading

import pytest
from django.db import connection

from concurrency.claiming import claim
from meetings.models import Body
from tests import factories as f


def unclaimed():
    return Body.objects.filter(usual_place="").order_by("pk")


@pytest.mark.django_db
def test_it_gives_the_first_as_it_stood_and_then_the_next_and_then_none():
    first, second = f.BodyFactory(usual_place=""), f.BodyFactory(usual_place="")
    claimed = claim(unclaimed(), usual_place="taken")
    assert (claimed, claimed.usual_place) == (first, "")
    assert claim(unclaimed(), usual_place="taken") == second
    assert claim(unclaimed(), usual_place="taken") is None
    first.refresh_from_db()
    assert (first.usual_place, first.version) == ("taken", claimed.version + 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_each_gets_another_row():
    rows = [f.BodyFactory(usual_place="") for _ in range(6)]
    start, claimed = threading.Barrier(6), []

    def one() -> None:
        start.wait()
        try:
            claimed.append(claim(unclaimed(), usual_place="taken"))
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row.pk for row in claimed) == [row.pk for row in rows]
