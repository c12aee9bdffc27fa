"""The demo council behind a running site, on a day of its own, and a phone or a desk to walk it from."""

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command

from tests.demo.walking import DESK, PHONE

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture
def noon(settings):
    """The day the demo is told on. The browser keeps the day it really is, so no cookie may run out by date."""
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE = True
    settings.CSRF_COOKIE_AGE = None
    with time_machine.travel(NOON, tick=True):
        yield


@pytest.fixture
def demo(noon, transactional_db):
    call_command("demo", stdout=io.StringIO())


@pytest.fixture
def on_a_phone(demo, page, live_server):
    page.set_viewport_size(PHONE)
    page.goto(live_server.url)
    return page


@pytest.fixture
def at_a_desk(demo, page, live_server):
    page.set_viewport_size(DESK)
    page.goto(live_server.url)
    return page
