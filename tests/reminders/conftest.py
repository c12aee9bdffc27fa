import datetime as dt

import pytest

from meetings.models import Body
from tests.factories import COPENHAGEN, BodyFactory, SecretaryAssignmentFactory
from tests.operations.conftest import broker, environment, run, start  # noqa: F401
from tests.reminders.made_up import in_place_of_all

MONDAY = dt.datetime(2018, 9, 3, 8, tzinfo=COPENHAGEN)  # ten working days before 17 September


@pytest.fixture
def made(monkeypatch):
    """The made-up deadlines, the only ones there are."""
    return in_place_of_all(monkeypatch)


@pytest.fixture
def monday() -> dt.datetime:
    """Monday, 3 September 2018, 8.00: ten working days before the made-up deadlines."""
    return MONDAY


@pytest.fixture(autouse=True)
def sends_mail(settings):
    """There is a mail server, whatever the environment of the test run says."""
    settings.SENDS_MAIL = True


@pytest.fixture
def body(db):
    return BodyFactory(name="Udsatterådet", kind=Body.Kind.ADVISORY)


@pytest.fixture
def secretary(body):
    return SecretaryAssignmentFactory(body=body).user
