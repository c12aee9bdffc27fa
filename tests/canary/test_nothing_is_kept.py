"""What a logged-in session is answered stays in no browser and no proxy; what is public may be kept."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests import factories as f
from tests.canary import surfaces
from tests.canary.walking import kept, send, visit
from tests.canary.world import NOW, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Iterator[World]:
    with time_machine.travel(NOW, tick=False):
        yield World()


def as_(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.one_database
@pytest.mark.parametrize("role", ["", "administrator"])
def test_no_answer_to_a_session_is_kept(world, role):
    """One address of each name, beside that of the log-out; every address is held to it where readers and outsiders walk them."""
    client, visited = as_(f.UserFactory(role=role)), surfaces.pages(world) | surfaces.admin_pages(world)
    for address in [addresses[0] for addresses in visited.values() if addresses]:
        assert kept([*visit(client, address), send(client, address)]) == []


def test_neither_are_the_answers_that_begin_and_end_it(client):
    user = f.UserFactory()
    answer = client.post("/konto/log-ind/", {"login": user.username, "password": f.PASSWORD})
    assert (answer.status_code, answer["Cache-Control"]) == (302, "no-store, private")
    answer = client.post("/konto/log-ud/")
    assert (answer.status_code, answer["Cache-Control"]) == (302, "no-store, private")


def test_what_is_public_may_be_kept_until_somebody_logs_in(world):
    for address in ("/", "/sager/", "/moeder/", "/organer/", "/hoeringer/", "/opfoelgning/", "/api/items/", "/robots.txt"):
        answer = Client().get(address)
        assert (answer.status_code, answer.get("Cache-Control")) == (200, None), address
        assert "Cookie" in answer.get("Vary", "") or address == "/robots.txt", address


def test_what_somebody_wrote_is_not_kept_where_the_session_has_ended(world, client):
    answer = client.post("/moeder/nyt/", {"place": "Et sted, som ingen andre kender"})
    assert (answer.status_code, answer["Cache-Control"]) == (403, "no-store, private")
    assert "Et sted, som ingen andre kender" in answer.content.decode()


def test_a_refused_address_is_not_kept_of_somebody_logged_in():
    answer = as_(f.UserFactory()).get("/sager/?q=%00")
    assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store, private")


@pytest.mark.parametrize("link", ["1-abc-def", "1-set-password"])
def test_the_page_of_a_new_password_is_not_kept(client, link):
    assert "no-store" in client.get(f"/konto/ny-adgangskode/{link}/")["Cache-Control"]
