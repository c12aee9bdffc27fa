"""What goes wrong is told in Danish, and tells nothing else."""

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import server_error

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there(client):
    response = client.get("/findes-ikke/<script>/")
    assert response.status_code == 404
    assert "Siden blev ikke fundet" in response.content.decode()
    assert "findes-ikke" not in response.content.decode()


def test_a_form_from_another_time():
    response = Client(enforce_csrf_checks=True).post("/konto/log-ind/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "Siden var forældet" in response.content.decode()


def test_our_own_mistake_is_told_without_asking_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Noget gik galt" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/sager/?side=nul", "/sager/?side=2", "/moeder/0/", "/punkter/99999999999999999999999/", "/organer/intet/", "/personer/7/"]
)
def test_addresses_that_lead_nowhere_are_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["q=%25_%5C", "q=" + "a+" * 150, "organ=%EF%BF%BE&aar=%F0%9F%90%A6", "side=1&side=2"])
def test_odd_questions_are_answered(client, query):
    assert client.get(f"/sager/?{query}").status_code in (200, 404)
