"""Pages are looked at on one day, Monday 3 September 2018 at noon, by whoever a test says."""

import datetime as dt

import pytest
import time_machine

from accounts.models import Role
from tests import factories as f

NOON = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def look(client):
    """`look(address)` is the page's text as the public sees it, `look(address, user)` as `user` does; it must be there."""

    def text(address: str, user=None, **query) -> str:
        client.logout()
        if user:
            client.force_login(user)
        response = client.get(address, query)
        assert response.status_code == 200, address
        return response.content.decode()

    return text


def member_of(body, **period):
    """A user who sits on `body`."""
    return f.MembershipFactory(body=body, person__user=f.UserFactory(role=Role.MEMBER), **period).person.user


def secretary_of(body):
    return f.SecretaryAssignmentFactory(body=body).user
