"""A closed item leaks nowhere: every address is visited by everybody who may not read it, and nothing of it comes back.

Two nets. One looks for words and keys that stand in hidden rows alone. The other holds every answer against the same register without
what is hidden: where nothing can be told apart, neither counts nor order nor titles have told anything.
"""

import logging

import pytest
import time_machine

from meetings.models import AgendaItem, ClosedReading
from tests.canary import surfaces
from tests.canary.walking import Answer, send, visit
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


def test_every_kind_of_part_is_hidden_somewhere(world):
    """What is added to items later must be added to the closed one here."""
    written_by_the_service = {"closed_readings", "matter_moves"}
    for relation in AgendaItem._meta.related_objects:
        name = relation.get_accessor_name()
        assert name in written_by_the_service or getattr(world.closed_item, name).exists(), f"the closed item has no {name}"


def test_there_is_something_to_leak(world):
    """The words stand where the walk looks: whoever serves the body is told them, and each reading of a closed item is logged."""
    answers = walk(world.secretary(), {name: addresses for name, addresses in surfaces.pages(world).items() if "import" not in name})
    told = "\n".join(answer.told.casefold() for answer in answers if answer.status == 200)
    for secret in world.secrets:
        assert told.count(secret.word) > (5 if secret is world.inside else 50)
    assert world.readings() > 0


def difference(before: list[Answer], after: list[Answer]) -> list[str]:
    return [str(one) for one, other in zip(before, after, strict=True) if (one.status, one.told) != (other.status, other.told)]


@pytest.mark.parametrize("looker", OUTSIDERS, ids=lambda looker: looker.__name__)
def test_no_page_tells_an_outsider(world, looker, caplog):
    """Nor, to the two who are told least and most, whether anything is hidden at all."""
    words = [word for secret in world.secrets for word in secret.words] + ["31337"]
    client, visited = looker(world), surfaces.pages(world)
    with caplog.at_level(logging.DEBUG):
        answers = walk(client, visited)
    assert leaks(answers, words) == []
    # An address asked for is written down as it was asked.
    told = [line for line in caplog.messages if "/sager/" not in line and "/forloeb/" not in line]
    assert [line for line in told if any(secret.word in line for secret in world.secrets)] == []
    assert not [answer for answer in answers if answer.status >= 500]
    assert world.readings() == 0
    if looker in (World.public, World.secretary_of_another_body):
        world.without_closed()
        world.without_unpublished()
        world.without_decisions()
        world.without_inside()
        assert difference(answers, walk(client, visited)) == []


def test_no_page_tells_a_member_what_he_or_she_is_shut_out_of(world):
    client, visited = world.member_shut_out(), surfaces.pages(world)
    answers = walk(client, visited)
    assert leaks(answers, world.closed.words) == []
    assert world.readings() == 0
    world.without_closed()
    assert difference(answers, walk(client, visited)) == []


def test_what_a_closed_item_asks_for_is_read_where_reading_is_logged_and_kept_by_no_browser(world):
    """Lists, counts, titles and files tell its own people the item's title alone."""
    word, client = world.whisper(), world.secretary()
    told, unlogged, kept = [], [], []
    visited = [addresses for name, addresses in surfaces.pages(world).items() if "import" not in name]
    for address in (address for addresses in visited for address in addresses):
        ClosedReading.objects.all().delete()
        answers = [answer for answer in visit(client, address) if answer.tells([word])]
        told += answers
        if not ClosedReading.objects.filter(item=world.closed_item).exists():
            unlogged += [str(answer) for answer in answers]
        kept += [str(answer) for answer in answers if "no-store" not in answer.told.partition("<")[0]]
    assert told
    assert (unlogged, kept) == ([], [])


@pytest.mark.parametrize("looker", [World.public, World.secretary_of_another_body], ids=lambda looker: looker.__name__)
def test_administration_opens_for_administrators_alone(world, looker):
    words = [word for secret in world.secrets for word in secret.words]
    answers = walk(looker(world), surfaces.admin_pages(world))
    assert leaks(answers, words) == []
    assert {answer.status for answer in answers} <= {200, 302, 403, 404, 405}
    assert not [answer for answer in answers if answer.status == 200 and not answer.address.startswith(("/admin/login/", "/admin/jsi18n/"))]
