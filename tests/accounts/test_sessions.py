"""A session ends when nobody has used it for a while; used, it lasts."""

import datetime as dt

import pytest
import time_machine
from django.conf import settings

from tests import factories as f

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)
PAGE = "/konto/adgangskode/"


def minutes(n: int) -> dt.timedelta:
    return dt.timedelta(minutes=n)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def logged_in(clock, client):
    client.force_login(f.UserFactory())
    return client


def test_it_is_two_hours_unless_something_else_is_set():
    assert settings.SESSION_COOKIE_AGE == 2 * 3600


def test_left_alone_it_ends(logged_in, clock):
    clock.shift(minutes(121))
    assert logged_in.get(PAGE).status_code == 302


def test_used_now_and_then_it_lasts_all_day(logged_in, clock):
    for _ in range(6):
        clock.shift(minutes(90))
        assert logged_in.get(PAGE).status_code == 200


def test_it_is_written_now_and_then_and_not_at_every_request(logged_in, clock, django_assert_num_queries):
    clock.shift(minutes(11))
    with django_assert_num_queries(2):  # session, user
        logged_in.get(PAGE)
    clock.shift(minutes(2))
    with django_assert_num_queries(5):  # and the session written, within a savepoint
        logged_in.get(PAGE)


def test_closing_the_browser_ends_it_there(client):
    user = f.UserFactory()
    client.post("/konto/log-ind/", {"login": user.username, "password": f.PASSWORD})
    assert client.cookies["sessionid"]["max-age"] == ""
