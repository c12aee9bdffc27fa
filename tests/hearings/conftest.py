"""A council that is consulted, a committee that sends out, and the secretary of both; pages are looked at on Monday 3 September 2018 at noon."""

import datetime as dt

import pytest
import time_machine

from accounts.models import Role
from tests import factories as f

NOON = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)
TODAY = NOON.date()
SENTENCE = "Planen sendes i høring med frist den 28. september 2018."


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def now() -> dt.datetime:
    return NOON


@pytest.fixture
def committee(db):
    return f.BodyFactory(name="Planudvalget", slug="planudvalget")


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Havnerådet", slug="havneraadet", kind="advisory", dispatch_days=4)


@pytest.fixture
def secretary(committee, council):
    user = f.SecretaryAssignmentFactory(body=committee, user__name="Hanne Holmegård").user
    f.SecretaryAssignmentFactory(body=council, user=user)
    return user


@pytest.fixture
def sent(committee):
    """What the committee has decided to send out until 28 September, to three parties; read out of its minutes."""
    item = f.AgendaItemFactory(meeting__body=committee, meeting__published=True, title="Plan for havnen")
    hearing = f.HearingFactory(item=item, subject="Plan for havnen", quote=SENTENCE, role="issuer", deadline=dt.date(2018, 9, 28))
    for name in ("Havnerådet", "MED-udvalget", "Havnens Venner"):
        f.HearingPartyFactory(hearing=hearing, name=name)
    return hearing


@pytest.fixture
def consulted(council):
    """What the ministry asks the council about until 28 September; entered by hand."""
    hearing = f.HearingFactory(
        item=None,
        body=council,
        subject="Ny bekendtgørelse om havne",
        sender="Ministeriet",
        role="consulted",
        received_on=dt.date(2018, 9, 3),
        deadline=dt.date(2018, 9, 28),
        review="added",
    )
    f.HearingPartyFactory(hearing=hearing, name=council.name, body=council)
    return hearing


@pytest.fixture
def own(consulted):
    """The council as a party."""
    return consulted.parties.get()


@pytest.fixture
def office(client, secretary):
    """The secretary's browser."""
    client.force_login(secretary)
    return client


def member_of(body, **period):
    """A user who sits on `body`."""
    return f.MembershipFactory(body=body, person__user=f.UserFactory(role=Role.MEMBER), **period).person.user
