"""A secretary of Udsatterådet, logged in."""

import pytest

from tests import factories as f


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Udsatterådet", slug="udsatteraadet")


@pytest.fixture
def secretary(council):
    return f.SecretaryAssignmentFactory(body=council, user__name="Hanne Holmegård").user


@pytest.fixture
def desk(client, secretary):
    """The secretary's browser."""
    client.force_login(secretary)
    return client
