"""The processes of docker-compose.yml, started from the shell against real PostgreSQL and Redis."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SERVICES
from .processes import ROOT, free_port, get, wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

OVER_HTTPS = {"Host": "sekretariat.example", "X_Forwarded_Proto": "https"}


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


def test_a_worker_answers_its_health_check_and_stops_when_asked(start, environment):
    worker = start("worker")
    wait_until(lambda: pulse(environment) == 0, seconds=60, process=worker)
    assert worker.end() == 0
    assert "Traceback" not in worker.output()


def pulse(environment: dict[str, str]) -> int:
    """The exit code of the worker's own health check."""
    command = SERVICES["worker"]["healthcheck"]["test"][1].replace("$$", "$")
    path = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
    return subprocess.run(command, shell=True, cwd=ROOT, env=environment | path, capture_output=True, check=False).returncode
