"""Whatever is written in an address or a form, the service answers: never with a mistake of its own."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
import time_machine
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from tests.canary import surfaces
from tests.canary.world import NOW, World
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

CONTROL = ["%00", "%0aX", "a%0d%0aX-Set: 1", "%1b[2J", "%7f"]
ODD = [
    "", "-1", "9" * 19, "9" * 400, "%C2%B2", "1e999", "0000-00-00", "31-12-9999", "%27 OR 1=1 --%25s%7b%7d",
    "../../etc/passwd", "%ED%A0%80%FF", "%F0%9F%90%A6%EF%BF%BF", "a" * 3000, "27.15.00-A08-1-" * 20,
]  # fmt: skip
OF_ADMIN = {"q", "p", "o", "e", "all", "_popup", "_to_field", "id__exact"}
OF_SCHEMA = {"version", "lang", "format", "script"}


@pytest.fixture
def admin() -> Iterator[tuple[Client, World]]:
    with time_machine.travel(NOW, tick=False):
        world = World()
        client = Client(raise_request_exception=False)
        client.force_login(UserFactory(administrator=True))
        yield client, world


def api_names() -> dict[str, set[str]]:
    """The names of the parameters that each address of the API takes."""
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    return {
        path: {one["name"] for one in operations.get("get", {}).get("parameters", []) if one["in"] == "query"}
        for path, operations in paths.items()
    }


def addresses(world: World) -> dict[str, set[str]]:
    """One address of each page and list, with the parameters it is known to take."""
    found: dict[str, set[str]] = {}
    for name, visited in (surfaces.pages(world) | surfaces.admin_pages(world)).items():
        plain = [one.split("?")[0] for one in visited][:1]
        for address in plain:
            names = {key for one in visited for key, _ in parse_qsl(urlsplit(one).query, keep_blank_values=True)}
            if name.startswith("admin:"):
                names |= OF_ADMIN
            elif name in ("api-schema", "api-docs"):
                names |= OF_SCHEMA
            found[address] = names | api_names_of(address)
    return found


_API: dict[str, set[str]] = {}


def api_names_of(address: str) -> set[str]:
    _API.update(_API or api_names())
    return _API.get(address, set())


def mistakes(client: Client, asked: list[str]) -> list[str]:
    wrong = []
    for address in asked:
        response = client.get(address)
        if response.streaming:
            b"".join(response.streaming_content)  # to the end, which closes the file
        if response.status_code >= 500:
            wrong.append(f"{response.status_code} {address[:150]}")
    return wrong


def test_control_characters_are_refused_wherever_they_stand(admin):
    client, world = admin
    for address in addresses(world):
        value = CONTROL[len(address) % len(CONTROL)]
        assert client.get(f"{address}?version={value}").status_code == 400
        assert client.get(f"{address}?{value}=1").status_code == 400
        assert client.get(f"{address}%00").status_code == 400


@pytest.mark.parametrize("value", CONTROL)
def test_the_schema_of_a_version_with_control_characters_is_refused(client, value):
    assert client.get(f"/api/schema/?version={value}").status_code == 400


def test_a_form_with_control_characters_is_refused_and_one_with_line_breaks_is_not(client):
    assert client.post("/konto/log-ind/", {"username": "a\x00b", "password": "c"}).status_code == 400
    assert client.post("/konto/log-ind/", {"username": "a", "password": "c\r\n\td"}).status_code == 200


def test_a_cookie_with_control_characters_is_no_cookie(client):
    client.cookies.load('sessionid="\\000abcdefgh"')
    assert client.get("/").status_code == 200


def test_odd_values_are_answered(admin):
    """All that an address can be asked at once; what the API can be asked also one by one, since another may be refused first. Where a name
    has been asked for with every value before, at another address, it is asked for with one."""
    client, world = admin
    asked, values, known = [], [quote(value, safe="%") for value in ODD], set()
    for address, names in addresses(world).items():
        for value in values if names else []:
            asked += [f"{address}?{'&'.join(f'{name}={value}' for name in sorted(names))}"]
        for name in sorted(names) if address.startswith("/api/") else []:
            asked += [f"{address}?{name}={value}" for value in values if name not in known or value == values[len(asked) % len(values)]]
            known.add(name)
    assert mistakes(client, asked) == []
