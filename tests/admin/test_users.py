"""The user's page in Django admin: the password can be set anew there, and never read or written by hand."""

import pytest
from django.urls import reverse

from tests import factories as f
from tests.admin.forms import errors_of, filled_in, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


@pytest.fixture
def member():
    return f.UserFactory(member=True)


@pytest.fixture
def page(member) -> str:
    return reverse("admin:accounts_user_change", args=[member.pk])


def test_saving_the_user_leaves_the_password_as_it_was(administrator, member, page):
    before = member.password
    assert errors_of(send(administrator, page, name="Gerda Havbro")) == ""
    member.refresh_from_db()
    assert (member.name, member.password) == ("Gerda Havbro", before)


def test_a_password_sent_along_is_not_taken(administrator, member, page):
    assert errors_of(send(administrator, page, password="kodeord-i-klartekst")) == ""
    member.refresh_from_db()
    assert member.check_password(f.PASSWORD)


def test_the_page_tells_nothing_of_the_hash_and_leads_to_setting_another(administrator, member, page):
    told = administrator.get(page).content.decode()
    assert member.password not in told
    assert "password" not in filled_in(told)
    link = reverse("admin:auth_user_password_change", args=[member.pk])
    assert 'href="../password/"' in told or link in told
    assert errors_of(send(administrator, link, password1="havnens-nye-lys-7", password2="havnens-nye-lys-7", usable_password="true")) == ""
    member.refresh_from_db()
    assert member.check_password("havnens-nye-lys-7")
