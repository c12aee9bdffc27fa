"""A changed case number and a changed address of a body keep leading to the same page, to those who may see it."""

import pytest
from django.test import Client

from cases.models import Case
from cases.services import cases_for
from minutes.known_rows import load
from tests import factories as f
from tests.admin.forms import errors_of, send
from tests.admin.test_editing import add_page, page
from tests.importing.documents import simple
from tests.pages.conftest import secretary_of

pytestmark = pytest.mark.django_db
OLD, NEW = "27.15.00-A08-1-18", "27.15.00-G01-77-18"


@pytest.fixture
def administrator():
    client = Client()
    client.force_login(f.UserFactory(administrator=True))
    return client


def renumbered(administrator, *, closed: bool = False) -> Case:
    item = f.AgendaItemFactory(meeting__published=True, case__number=OLD, closed=closed, title="Varmestue")
    assert errors_of(send(administrator, page(item.case), number=NEW)) == ""
    return item.case


@pytest.mark.parametrize("printed", [OLD, "27.15.00–a08–1–18", OLD.lower()])
def test_the_former_number_leads_to_the_case(client, administrator, printed):
    renumbered(administrator)
    answer = client.get(f"/sager/{printed}/")
    assert (answer.status_code, answer.url) == (302, f"/sager/{NEW}/")


def test_the_former_number_of_a_case_one_may_not_see_answers_as_one_that_never_was(client, administrator):
    renumbered(administrator, closed=True)
    hidden, absent = client.get(f"/sager/{OLD}/"), client.get("/sager/27.15.00-A08-999-18/")
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert "Varmestue" not in client.get("/sager/", {"q": OLD}).content.decode()


def test_a_case_is_found_by_its_former_number(client, administrator):
    case = renumbered(administrator)
    assert "Varmestue" in client.get("/sager/", {"q": OLD}).content.decode()
    assert "Varmestue" in client.get("/sager/", {"q": OLD, "sortering": "nummer"}).content.decode()
    assert [row["id"] for row in client.get("/api/cases/", {"number": OLD}).json()["results"]] == [case.pk]
    assert client.get("/api/items/", {"number": OLD}).json()["results"]
    client.force_login(secretary_of(case.appearances.get().body))
    assert client.get(f"/forloeb/{OLD}/").status_code == 200


def test_minutes_that_print_the_former_number_mean_the_same_case(administrator):
    case = renumbered(administrator)
    assert cases_for(numbers=[OLD]) == ({OLD.lower(): case.pk}, [])
    minutes = simple("Varmestue")
    minutes.items[0].case_number = OLD
    assert load(minutes).cases == {OLD.lower(): case.pk}


def test_a_number_can_be_taken_back_and_no_other_case_takes_it(client, administrator):
    case = renumbered(administrator)
    assert "havde tidligere dette nummer" in errors_of(send(administrator, add_page(Case), number=OLD))
    assert errors_of(send(administrator, page(case), number=OLD)) == ""
    assert client.get(f"/sager/{NEW}/").url == f"/sager/{OLD}/"
    assert client.get(f"/sager/{OLD}/").status_code == 200


ADDRESSES = [
    ("/organer/gammelt/", 302),
    ("/moeder/?organ=gammelt", 200),
    ("/sager/?organ=gammelt", 200),
    ("/aarshjul/?organ=gammelt", 200),
    ("/hoeringer/?organ=gammelt", 200),
    ("/opfoelgning/?organ=gammelt", 200),
    ("/sagsstyringsliste/?organ=gammelt", 200),
    ("/sagsstyringsliste/gammelt.pdf", 200),
    ("/moeder/nyt/?organ=gammelt", 200),
]


@pytest.mark.parametrize(("address", "status"), ADDRESSES)
def test_a_former_address_of_a_body_leads_to_the_body(client, administrator, address, status):
    body = f.BodyFactory(name="Udsatterådet", slug="gammelt")
    f.BodyFactory(name="Ældrerådet"), f.MeetingFactory(body=body)
    assert errors_of(send(administrator, page(body), slug="udsatteraadet")) == ""
    client.force_login(secretary_of(body))
    answer = client.get(address)
    assert answer.status_code == status
    if status == 302:
        assert answer.url == "/organer/udsatteraadet/"
    elif not address.endswith("pdf"):
        assert "Udsatterådet" in answer.content.decode()
    assert client.get(address.replace("gammelt", "aldrig")).status_code in (200, 404)


def test_no_other_body_takes_a_former_address(administrator):
    body = f.BodyFactory(name="Udsatterådet", slug="gammelt")
    send(administrator, page(body), slug="udsatteraadet")
    other = f.BodyFactory(name="Ældrerådet")
    assert "havde tidligere denne adresse" in errors_of(send(administrator, page(other), slug="gammelt"))
    assert errors_of(send(administrator, page(body), slug="gammelt")) == ""
