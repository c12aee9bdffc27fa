"""The secretary of a body writes its standing items; nothing that was not on the page sent is touched."""

import pytest

from agendas.models import StandingItem
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet", slug="raadet")


@pytest.fixture
def office(client, body):
    client.force_login(f.SecretaryAssignmentFactory(body=body).user)
    return client


ADDRESS = "/organer/raadet/faste-punkter/"


def titles(body) -> list[str]:
    return list(StandingItem.objects.filter(body=body).values_list("title", flat=True))


def test_the_proposal_counts_until_the_bodys_own_are_saved(office, body):
    assert "Godkendelse af dagsorden og tidsplan" in office.get(ADDRESS).content.decode()
    sent = {"forslag0-title": "Velkomst", "forslag0-minutes": "5", "forslag0-keep": "first", "ny0-title": "Bordet rundt"}
    assert office.post(ADDRESS, sent).status_code == 302
    assert titles(body) == ["Velkomst", "Bordet rundt"]
    office.post(ADDRESS, sent)  # sent twice
    assert titles(body) == ["Velkomst", "Bordet rundt"]


def test_an_emptied_title_takes_the_item_away_and_wrong_minutes_are_told(office, body):
    first, second = (StandingItem.objects.create(body=body, title=title, position=1) for title in ("Velkomst", "Bordet rundt"))
    answer = office.post(ADDRESS, {f"raekke{first.pk}-title": "Velkomst", f"raekke{first.pk}-minutes": "0"})
    assert (answer.status_code, titles(body)) == (422, ["Velkomst", "Bordet rundt"])
    office.post(ADDRESS, {f"raekke{first.pk}-title": "", f"raekke{second.pk}-title": "Nyt fra medlemmerne"})
    assert titles(body) == ["Nyt fra medlemmerne"]


def test_others_find_no_such_page(client, body):
    client.force_login(f.MembershipFactory(body=body, person__user=f.UserFactory(member=True)).person.user)
    assert client.get(ADDRESS).status_code == 404
