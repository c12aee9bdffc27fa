"""The commands of docker-compose.yml, started from the shell on the test's own database."""

import socket
from collections.abc import Callable, Iterator

import pytest
import yaml
from django.db import connection

from secretariat.celery import app

from .processes import ROOT, Process

SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


@pytest.fixture
def environment(tmp_path, settings) -> dict[str, str]:
    """Production's variables, as demanding as they come. What a test receives itself lies where the processes look for it."""
    settings.MEDIA_ROOT = tmp_path / "data" / "originals"
    database = connection.settings_dict
    password = f":{database['PASSWORD']}" if database["PASSWORD"] else ""
    return {
        "DATABASE_URL": f"postgres://{database['USER']}{password}@{database['HOST']}:{database['PORT']}/{database['NAME']}",
        "REDIS_URL": app.conf.broker_url,
        "SECRET_KEY": "only-for-tests-" * 4,
        "ALLOWED_HOSTS": "sekretariat.example",
        "HTTPS": "on",
        "DATA_DIR": str(tmp_path / "data"),
        "STATIC_ROOT": str(tmp_path / "collected"),
        "HOSTNAME": socket.gethostname(),
    }


@pytest.fixture
def run(environment, tmp_path):
    """Starts a command under these variables and ends it with the test, and with it all that it has started."""
    started = []

    def run(*command: str, **changed: str) -> Process:
        started.append(Process([*command], environment=environment | changed, log=tmp_path / f"{len(started)}.log"))
        return started[-1]

    yield run
    for process in started:
        process.kill()


@pytest.fixture
def broker() -> Iterator[None]:
    """What this process sends goes to the real broker, which has nothing left of the tests before."""
    app.conf.task_always_eager = False
    app.control.purge()
    yield
    app.control.purge()
    app.conf.task_always_eager = True


@pytest.fixture
def start(run) -> Callable[..., Process]:
    """Starts a service's command as the compose file has it, with some words changed."""

    def start(service: str, *changed: tuple[str, str]) -> Process:
        return run(*[dict(changed).get(word, word) for word in SERVICES[service]["command"]])

    return start
