"""The title of a page tells it from others: how a list is narrowed, which page of it, and that a form was not saved."""

import datetime as dt
import re

import pytest

from tests import factories as f
from tests.pages.conftest import secretary_of

pytestmark = pytest.mark.django_db


def title_of(client, address: str, **sent) -> str:
    answer = client.post(address, sent) if sent else client.get(address)
    return " ".join(re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1].split())


@pytest.fixture
def council():
    body = f.BodyFactory(name="Rådet", slug="raadet")
    f.MeetingFactory(body=body)
    return body


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/sager/", "Sager – Sekretariatet"),
        ("/sager/?q=varmestue&organ=raadet", "Sager, »varmestue«, Rådet – Sekretariatet"),
        ("/personer/?q=Horn", "Personer, »Horn« – Sekretariatet"),
        ("/moeder/?organ=raadet", "Kommende møder, Rådet – Sekretariatet"),
        ("/hoeringer/?vis=afsluttede&organ=raadet", "Høringer, Afsluttede, Rådet – Sekretariatet"),
    ],
)
def test_a_narrowed_list_has_a_title_of_its_own(client, council, address, title):
    assert title_of(client, address) == title


def test_so_has_each_page_of_a_list(client):
    for number in range(26):
        f.MeetingFactory(body__name=f"Råd {number}", date=dt.date(2018, 1, 3))
    assert title_of(client, "/moeder/?vis=afholdte&side=2") == "Afholdte møder, Side 2 – Sekretariatet"


def test_what_was_not_saved_says_so_in_the_title_and_leads_to_the_field(client, council):
    client.force_login(secretary_of(council))
    assert title_of(client, "/moeder/nyt/?organ=raadet", date="").startswith("Fejl: ")
    page = client.post("/moeder/nyt/?organ=raadet", {"date": ""}).content.decode()
    assert '<a href="#id_date">Dato</a>' in page
    assert 'id="id_date"' in page
