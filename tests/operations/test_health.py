"""`/healthz` says whether the parts are reached, and nothing more."""

from contextlib import suppress

import pytest
import redis
from django.db import InterfaceError, OperationalError, connection

from secretariat import health

from .processes import free_port, wait_until


@pytest.mark.django_db
def test_all_is_well(client, settings):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "broker": "embedded" if settings.EMBEDDED else "ok"}


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_lost_database_gives_503_without_saying_why(client, monkeypatch, failure):
    def lost():
        raise failure("password for user sekretariat")

    monkeypatch.setattr(connection, "cursor", lost)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["database"] == "failed"
    assert "password" not in response.content.decode()


def test_a_lost_broker_gives_503(client, settings, monkeypatch):
    settings.EMBEDDED = False
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(health, "_database", lambda: "ok")
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "failed", "database": "ok", "broker": "failed"}


@pytest.mark.services
@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_full_and_takes_no_message_gives_503(client, settings, run):
    port = free_port()
    settings.EMBEDDED, settings.REDIS_URL = False, f"redis://127.0.0.1:{port}/0"
    full = run("redis-server", "--port", str(port), "--save", "", "--maxmemory", "1", "--maxmemory-policy", "noeviction")
    with redis.Redis(port=port) as broker:
        wait_until(lambda: answers(broker), seconds=30, process=full)
    assert client.get("/healthz").json()["broker"] == "failed"


def answers(broker: redis.Redis) -> bool:
    with suppress(redis.ConnectionError):
        return broker.ping()
    return False


@pytest.mark.django_db
def test_answers_under_any_host_name_for_the_container_asks_itself(client):
    assert client.get("/healthz", headers={"host": "10.0.0.7:8000"}).status_code == 200
