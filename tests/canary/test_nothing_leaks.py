"""A closed item leaks nowhere: every address is visited by everybody who may not read it, and nothing of it comes back.

Two nets. One looks for words and keys that stand in hidden rows alone. The other holds every answer against the same register without
what is hidden: where nothing can be told apart, neither counts nor order nor titles have told anything.
"""

import logging
from pathlib import Path

import pytest
import time_machine
from django.apps import apps

from meetings.models import AgendaItem
from secretariat.settings import BASE_DIR
from tests.canary import surfaces
from tests.canary.walking import Answer, kept, send, visit
from tests.canary.world import NOW, OUTSIDERS, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_moment():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def world() -> World:
    return World()


def walk(client, visited: dict[str, list[str]]) -> list[Answer]:
    """What every address answers; the first of each name is sent a form as well."""
    answers = [answer for addresses in visited.values() for address in addresses for answer in visit(client, address)]
    return answers + [send(client, addresses[0]) for addresses in visited.values() if addresses]


def leaks(answers: list[Answer], words: list[str]) -> list[str]:
    return [f"{answer} tells {told}" for answer in answers if (told := answer.tells(words))]


def test_every_address_is_visited(world):
    visited = surfaces.pages(world) | surfaces.admin_pages(world)
    assert visited.keys() == surfaces.known_names()


def test_whether_htmx_asks_is_looked_for_where_the_walk_sees_it():
    """`visit` asks once where nobody looks; past `request.htmx` and `request.headers` it would not know."""
    sources = [path for app in apps.get_app_configs() if Path(app.path).parent == BASE_DIR for path in Path(app.path).rglob("*.py")]
    assert not [str(path) for path in sources if "HTTP_HX" in path.read_text(encoding="utf-8").upper()]


def test_every_kind_of_part_is_hidden_somewhere(world):
    """What is added to items later must be added to the closed one here."""
    written_by_the_service = {"closed_readings", "matter_moves", "unaware_routes"}
    for relation in AgendaItem._meta.related_objects:
        name = relation.get_accessor_name()
        assert name in written_by_the_service or getattr(world.closed_item, name).exists(), f"the closed item has no {name}"


def difference(before: list[Answer], after: list[Answer]) -> list[str]:
    return [str(one) for one, other in zip(before, after, strict=True) if (one.status, one.told) != (other.status, other.told)]


# The two who are told least and most walk on both databases; who reads what is held to the table on both in tests/access.
ON_BOTH = (World.public, World.secretary_of_another_body)
LOOKERS = [pytest.param(one, id=one.__name__, marks=[] if one in ON_BOTH else [pytest.mark.one_database]) for one in OUTSIDERS]


@pytest.mark.parametrize("looker", LOOKERS)
def test_no_page_tells_an_outsider(world, looker, fetched_unasked, caplog):
    """Nor, to the two who are told least and most, whether anything is hidden at all."""
    words = [word for secret in world.secrets for word in secret.words] + ["31337"]
    client, visited = looker(world), surfaces.pages(world)
    fetched_unasked.clear()
    with caplog.at_level(logging.DEBUG):
        answers = walk(client, visited)
    assert leaks(answers, words) == []
    # Whoever manages a body corrects its meetings whole, so all of one is fetched there.
    if looker is not World.secretary_of_another_body:
        assert fetched_unasked == set()
    if looker is not World.public:
        assert kept(answers) == []
    # An address asked for is written down as it was asked.
    told = [line for line in caplog.messages if "/sager/" not in line and "/forloeb/" not in line]
    assert [line for line in told if any(secret.word in line for secret in world.secrets)] == []
    assert not [answer for answer in answers if answer.status >= 500]
    assert world.readings() == 0
    if looker in ON_BOTH:
        world.without_closed()
        world.without_unpublished()
        world.without_decisions()
        world.without_inside()
        assert difference(answers, walk(client, visited)) == []


def test_no_page_tells_a_member_what_he_or_she_is_shut_out_of(world, fetched_unasked):
    client, visited = world.member_shut_out(), surfaces.pages(world)
    fetched_unasked.clear()
    answers = walk(client, visited)
    assert leaks(answers, world.closed.words) == []
    assert fetched_unasked == set()
    assert kept(answers) == []
    assert world.readings() == 0
    world.without_closed()
    assert difference(answers, walk(client, visited)) == []


@pytest.mark.parametrize("looker", [World.public, World.secretary_of_another_body], ids=lambda looker: looker.__name__)
def test_administration_opens_for_administrators_alone(world, looker):
    words = [word for secret in world.secrets for word in secret.words]
    answers = walk(looker(world), surfaces.admin_pages(world))
    assert leaks(answers, words) == []
    if looker is not World.public:
        assert kept(answers) == []
    assert {answer.status for answer in answers} <= {200, 302, 403, 404, 405}
    assert not [answer for answer in answers if answer.status == 200 and not answer.address.startswith(("/admin/login/", "/admin/jsi18n/"))]
