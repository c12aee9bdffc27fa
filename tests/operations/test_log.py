"""Log lines and cookies name no case, no file and no person, whatever goes wrong and wherever it is told."""

import io
import logging

import pytest
from django.core.files.base import ContentFile
from django.db import DataError, IntegrityError, transaction
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_safe

from accounts.mails import MailRefused
from meetings.models import Body
from minutes.models import Import
from minutes.tasks import sweep_imports
from secretariat.logs import PlainFormatter
from tests.factories import BodyFactory, UserFactory

pytestmark = pytest.mark.django_db

NUMBER, FILE, PERSON, READER = "27.15.00-A08-987654-18", "klage-over-naboen", "Agnete-Bregnholt", "198.51.100.77"
SECRETS = [NUMBER, "987654", FILE, PERSON, READER, "naboen"]


@require_safe
def fail(request, number: str):
    try:
        raise LookupError(f"no case {number}")
    except LookupError as error:
        raise DataError(f"{PERSON} in {FILE}") from error


class Addresses:
    def __init__(self) -> None:
        from secretariat import urls

        self.urlpatterns = [path("fail/<str:number>/", fail), *urls.urlpatterns]
        self.handler400, self.handler500 = urls.handler400, urls.handler500


@pytest.fixture
def log(monkeypatch) -> io.StringIO:
    """All that the service's own console would show."""
    (console,) = [handler for handler in logging.getLogger().handlers if isinstance(handler.formatter, PlainFormatter)]
    lines = io.StringIO()
    monkeypatch.setattr(console, "stream", lines)
    return lines


@pytest.fixture
def visitor(settings) -> Client:
    settings.ROOT_URLCONF = Addresses()
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def named(log: io.StringIO) -> list[str]:
    return [word for word in SECRETS if word in log.getvalue()]


ASKED = {
    "a case that is not there": ("get", f"/sager/{NUMBER}/?q={PERSON}", "Not Found: /sager/<"),
    "a page that is not there": ("get", f"/{FILE}/{NUMBER}", "Not Found: an address of no page"),
    "a question of control characters": ("get", f"/sager/{NUMBER}/?q=%00{PERSON}", "Bad Request"),
    "a form without its token": ("post", f"/sager/{NUMBER}/", "Forbidden"),
    "our own mistake": ("get", f"/fail/{NUMBER}/", "Internal Server Error: /fail/<str:number>/"),
    "the API": ("get", f"/api/cases/{NUMBER}/", "Not Found"),
    "administration": ("get", f"/admin/{NUMBER}/", ""),
}


@pytest.mark.parametrize(("method", "address", "line"), ASKED.values(), ids=ASKED)
def test_a_line_names_the_route_and_never_the_address(visitor, log, method, address, line):
    getattr(visitor, method)(address, REMOTE_ADDR=READER)
    assert line in log.getvalue()
    assert named(log) == []


def test_a_method_that_is_not_taken_and_a_host_that_is_not_ours(settings, log):
    settings.ROOT_URLCONF = Addresses()
    client = Client(raise_request_exception=False)
    client.put(f"/fail/{NUMBER}/")
    client.get(f"/sager/{NUMBER}/", HTTP_HOST="somebody.else")
    assert "Method Not Allowed (PUT): /fail/<str:number>/" in log.getvalue()
    assert "DisallowedHost" in log.getvalue()
    assert named(log) == []


def test_a_mistake_is_told_by_its_kind_and_place(visitor, log):
    visitor.get(f"/fail/{NUMBER}/")
    assert "django.db.utils.DataError\n" in log.getvalue()
    assert "builtins.LookupError\n" in log.getvalue()
    assert "test_log.py:" in log.getvalue()


def test_a_broken_constraint_does_not_repeat_the_row(log):
    BodyFactory(name=PERSON, slug=FILE)
    try:
        with transaction.atomic():
            Body.objects.create(name=PERSON, slug=FILE)
    except IntegrityError:
        logging.getLogger("anywhere").exception("Kept out")
    assert "IntegrityError" in log.getvalue()
    assert named(log) == []


def test_a_task_that_fails_is_told_without_its_error_and_arguments(log):
    context = {"id": "1", "name": "minutes.tasks.read_import", "hostname": "x", "args": f"('{NUMBER}',)", "kwargs": "{}", "internal": "",
               "description": "raised unexpected", "exc": f"DataError('{PERSON}')", "traceback": FILE}  # fmt: skip
    try:
        raise DataError(PERSON)
    except DataError as error:
        info = (DataError, error, error.__traceback__)
    logging.getLogger("celery.app.trace").error("Task %(name)s[%(id)s] %(description)s: %(exc)s %(args)s", context, exc_info=info)
    assert "Task minutes.tasks.read_import[1] raised unexpected: DataError" in log.getvalue()
    assert named(log) == []


def test_a_mail_that_is_refused_for_good_is_told_with_the_servers_code_and_without_the_address(log):
    try:
        raise MailRefused(550)
    except MailRefused:
        logging.getLogger("celery.app.trace").exception("Task failed")
    assert "accounts.mails.MailRefused (550)\n" in log.getvalue()


def test_the_web_server_tells_no_address_of_page_or_reader(log):
    server = logging.getLogger("gunicorn.error")
    server.error("Error handling request %s", f"/sager/{NUMBER}/?q={PERSON}")
    server.warning("Invalid request from ip=%s: Invalid HTTP request line: 'GET /sager/%s/'", READER, NUMBER)
    assert log.getvalue().count("(an address)") == 3
    assert named(log) == []


def test_an_upload_tells_nothing_in_log_or_cookie_and_its_answer_waits_in_the_session(log):
    client = Client()
    client.force_login(UserFactory(secretary=True))
    upload = ContentFile(b"%PDF-1.7 broken " + NUMBER.encode(), name=f"{FILE}.pdf")
    answer = client.post("/import/", {"files": [upload, ContentFile(b"", name=f"{FILE}-2.txt")]})
    assert FILE not in str(answer.cookies) + str(answer.headers)
    assert "messages" not in answer.cookies
    sweep_imports()
    assert Import.objects.get().state == Import.State.UNREADABLE
    assert f"{FILE}-2.txt" in client.get("/import/").content.decode()
    assert named(log) == []
