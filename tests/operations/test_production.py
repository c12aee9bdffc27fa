"""The processes of docker-compose.yml, started from the shell against real PostgreSQL and Redis."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.db import connection
from django.utils import timezone

from minutes import services
from minutes.models import Import
from secretariat.celery import app

from .processes import ROOT, Process, free_port, get, wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
DOCUMENT = sorted((ROOT / "tests" / "layouts").glob("*.txt"))[0]
OVER_HTTPS = {"Host": "sekretariat.example", "X_Forwarded_Proto": "https"}


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """Production's variables, as demanding as they come, on the test's own database."""
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
def start(environment, tmp_path):
    """Starts a service's command as the compose file has it and ends it with the test."""
    started = []

    def start(service: str, *changed: tuple[str, str]) -> Process:
        command = [dict(changed).get(word, word) for word in SERVICES[service]["command"]]
        started.append(Process(command, environment=environment, log=tmp_path / f"{service}.log"))
        return started[-1]

    yield start
    for process in started:
        process.kill()


@pytest.fixture
def collected(environment):
    """The static files, collected as the Dockerfile does it."""
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def test_the_site_answers_over_https_only_and_stops_when_asked(start, collected):
    assert start("migrate").popen.wait(60) == 0
    port = free_port()
    web = start("web", ("0.0.0.0:8000", f"127.0.0.1:{port}"))
    wait_until(lambda: get(port, "/healthz"), seconds=30, process=web)

    health = get(port, "/healthz")
    assert (health.status, health.text) == (200, '{"status": "ok", "database": "ok", "broker": "ok"}')

    plain = get(port, "/konto/log-ind/", Host="sekretariat.example")
    assert (plain.status, plain.headers["Location"]) == (301, "https://sekretariat.example/konto/log-ind/")

    page = get(port, "/konto/log-ind/", **OVER_HTTPS)
    assert page.status == 200, web.output()
    assert "max-age=31536000" in page.headers["Strict-Transport-Security"]
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "Secure" in page.headers["Set-Cookie"]

    long = get(port, "/sager/?q=" + "x" * 5000, **OVER_HTTPS)
    assert (long.status, "Ingen sager passer til" in long.text) == (200, True)

    style = re.search(r'href="(/static/dkfds/css/dkfds\.min\.[0-9a-f]+\.css)"', page.text)
    assert style, page.text
    served = get(port, style[1], **OVER_HTTPS)
    assert served.status == 200
    assert "immutable" in served.headers["Cache-Control"]

    assert get(port, "/konto/log-ind/", Host="somebody-else.example", X_Forwarded_Proto="https").status == 400
    assert web.end(signal.SIGTERM) == 0


def test_an_uploaded_document_goes_from_the_schedule_through_the_queue_to_a_worker(start, environment, settings):
    settings.MEDIA_ROOT = Path(environment["DATA_DIR"]) / "originals"
    worker, beat = start("worker"), start("beat")
    wait_until(lambda: pulse(environment) == 0, seconds=60, process=worker)

    waiting, _ = services.receive(data=DOCUMENT.read_bytes(), name=DOCUMENT.name, by=None, now=timezone.now())
    wait_until(lambda: Import.objects.get(pk=waiting.pk).state == Import.State.REVIEW, seconds=60, process=beat)

    assert beat.end() == 0
    assert worker.end() == 0
    assert "Traceback" not in worker.output() + beat.output()


def pulse(environment: dict[str, str]) -> int:
    """The exit code of the worker's own health check."""
    command = SERVICES["worker"]["healthcheck"]["test"][1].replace("$$", "$")
    path = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
    return subprocess.run(command, shell=True, cwd=ROOT, env=environment | path, capture_output=True, check=False).returncode
