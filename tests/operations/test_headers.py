"""Every answer tells the browser what to refuse: pages, errors, files, redirects and the API alike."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path

from secretariat.headers import HEADERS

PROMISED = {
    **HEADERS,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
YEAR = 31_536_000


def refuse(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation


def fail(request):
    raise ValueError


class Addresses:
    """The service's own addresses, and some that go wrong."""

    def __init__(self) -> None:
        from secretariat import urls

        self.urlpatterns = [path("refuse", refuse), path("suspect", suspect), path("fail", fail), *urls.urlpatterns]
        self.handler400, self.handler500 = urls.handler400, urls.handler500


ANSWERS = {
    "the front page": ("/", 200),
    "a list": ("/sager/", 200),
    "health": ("/healthz", 200),
    "a page that is not there": ("/findes-ikke/", 404),
    "a page not to be seen": ("/refuse", 403),
    "a request that is no request": ("/suspect", 400),
    "an address of control characters": ("/sager/?q=%00", 400),
    "our own mistake": ("/fail", 500),
    "a redirect": ("/admin/", 302),
    "an address without its slash": ("/sager", 301),
    "a file of the site": ("/static/css/site.css", 200),
    "a file that is not there": ("/static/nothing.css", 404),
    "the API": ("/api/items/", 200),
    "nothing in the API": ("/api/items/0/", 404),
    "the API's schema": ("/api/schema/", 200),
    "the API's documentation": ("/api/docs/", 200),
    "robots": ("/robots.txt", 200),
    "log-in": ("/konto/log-ind/", 200),
}


@pytest.fixture
def visitor(settings) -> Client:
    settings.ROOT_URLCONF = Addresses()
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    settings.SECURE_HSTS_SECONDS = YEAR  # as in production; secretariat/settings.py sets it with HTTPS
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_has_every_header(visitor, address, status):
    response = visitor.get(address, secure=True)
    b"".join(response)  # to the end, which closes a file
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in PROMISED} == PROMISED
    assert response.headers["Strict-Transport-Security"] == f"max-age={YEAR}"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_a_host_that_is_not_ours_and_a_visit_in_the_clear_get_them_too(visitor, settings):
    foreign = visitor.get("/", HTTP_HOST="somebody.else", secure=True)
    settings.SECURE_SSL_REDIRECT = True
    clear = Client().get("/sager/")
    assert (foreign.status_code, clear.status_code) == (400, 301)
    for response in (foreign, clear):
        assert {name: response.headers.get(name) for name in PROMISED} == PROMISED
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_health_answers_in_the_clear_where_all_else_is_sent_on(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/healthz").status_code == 200
