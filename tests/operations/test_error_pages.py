"""Errors are told in Danish, and tell nothing of what is hidden."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path


def refuse(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation("the inner reason")


def fail(request):
    raise ValueError("the inner reason")


class Addresses:
    """The service's own addresses, and some that go wrong."""

    def __init__(self) -> None:
        from secretariat import urls

        wrong = [path("refuse", refuse), path("suspect", suspect), path("fail", fail)]
        self.urlpatterns = [*wrong, *urls.urlpatterns]


@pytest.fixture
def visitor(settings) -> Client:
    settings.ROOT_URLCONF = Addresses()
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), [("/refuse", 403), ("/suspect", 400), ("/fail", 500), ("/findes-ikke/", 404)])
def test_an_error_has_a_danish_page_of_our_own(visitor, address, status, caplog):
    response = visitor.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert '<html lang="da"' in page
    assert "dkfds" in page
    assert "the inner reason" not in page


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_danish(caplog):
    response = Client(enforce_csrf_checks=True).post("/konto/log-ind/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert '<html lang="da"' in response.content.decode()
    assert "dkfds" in response.content.decode()
