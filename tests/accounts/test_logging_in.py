"""Logging in: by user name in any letters, with limits for each name and each address, and a line in the log that tells no secret."""

import logging

import pytest
from django.conf import settings
from django.test import Client

from tests import factories as f

pytestmark = pytest.mark.django_db

LOG_IN = "/konto/log-ind/"
WRONG = "forkert-adgangskode"


def log_in(client, name: str, password: str = f.PASSWORD, **told):
    return client.post(LOG_IN, {"login": name, "password": password} | told.pop("sent", {}), **told)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("typed", ["gerda", "Gerda", "GERDA", " gerda "])
def test_a_user_name_is_the_same_in_all_letters(client, typed):
    f.UserFactory(username="Gerda")
    assert log_in(client, typed).status_code == 302
    assert is_in(client)


@pytest.mark.parametrize("typed", ["ærø", "ÆRØ"])
def test_danish_letters_too(client, typed):
    f.UserFactory(username="Ærø")
    log_in(client, typed)
    assert is_in(client)


def test_two_names_that_differ_by_case_alone_are_one_that_is_taken():
    f.UserFactory(username="gerda")
    form = f.UserFactory.build(username="GERDA")
    with pytest.raises(Exception, match="username"):
        form.full_clean()


def test_a_wrong_password_and_a_user_that_is_not_there_are_answered_alike(client):
    f.UserFactory(username="gerda")
    f.UserFactory(username="frode", is_active=False)
    answers = [log_in(Client(), name, password) for name, password in [("gerda", WRONG), ("ingen", WRONG), ("frode", f.PASSWORD)]]
    for answer in answers:
        assert "Brugernavnet eller adgangskoden er forkert." in answer.content.decode()
    pages = {answer.content.decode().replace(name, "navn") for answer, name in zip(answers, ("gerda", "ingen", "frode"), strict=True)}
    assert len({page.partition("<main")[2].partition("csrfmiddlewaretoken")[0] for page in pages}) == 1


def test_after_five_failures_nobody_gets_in_by_that_name_for_a_while(client):
    f.UserFactory(username="gerda")
    for _ in range(5):
        assert "er forkert" in log_in(client, "gerda", WRONG).content.decode()
    answer = log_in(client, "Gerda")
    assert "For mange forsøg er slået fejl." in answer.content.decode()
    assert not is_in(client)


def test_others_still_get_in_meanwhile(client):
    f.UserFactory(username="gerda"), f.UserFactory(username="frode")
    for _ in range(6):
        log_in(client, "gerda", WRONG)
    log_in(client, "frode")
    assert is_in(client)


def test_a_hundred_and_twenty_one_passwords_in_a_row_are_not_tried(client, monkeypatch):
    from accounts.models import User

    f.UserFactory(username="gerda")
    tried = []
    monkeypatch.setattr(User, "check_password", lambda user, password: tried.append(password))
    for n in range(121):
        log_in(client, "gerda", f"gæt-{n}")
    assert len(tried) == 5


def test_one_address_that_tries_many_names_is_kept_out(client):
    f.UserFactory(username="gerda")
    for n in range(30):
        log_in(client, f"bruger-{n}", WRONG)
    assert "For mange forsøg" in log_in(client, "gerda").content.decode()
    assert log_in(Client(REMOTE_ADDR="192.0.2.7"), "gerda").status_code == 302


def test_a_visitors_own_word_for_the_address_is_not_taken(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    for n in range(31):
        last = log_in(client, f"bruger-{n}", WRONG, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}")
    assert "For mange forsøg" in last.content.decode()


def test_behind_one_proxy_the_address_is_the_one_it_adds(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(31):
        last = log_in(client, f"bruger-{n}", WRONG, HTTP_X_FORWARDED_FOR=f"203.0.113.{n}, 198.51.100.4")
    assert "For mange forsøg" in last.content.decode()
    other = log_in(client, "bruger-99", WRONG, HTTP_X_FORWARDED_FOR="198.51.100.4, 198.51.100.5")
    assert "er forkert" in other.content.decode()


def test_fewer_proxies_than_there_should_be_are_no_error(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 3
    f.UserFactory(username="gerda")
    assert log_in(client, "gerda", HTTP_X_FORWARDED_FOR="198.51.100.4").status_code == 302


def test_failures_and_refusals_leave_a_line_without_password_name_or_address(client, caplog):
    user = f.UserFactory(username="gerda")
    with caplog.at_level(logging.INFO, logger="accounts"):
        for _ in range(6):
            log_in(client, "gerda", WRONG, REMOTE_ADDR="192.0.2.7")
        log_in(client, "hemmelig-adgangskode", WRONG, REMOTE_ADDR="192.0.2.8")
    lines = caplog.messages
    assert [line.partition(", from ")[0] for line in lines] == [
        *[f"log-in failed: user {user.pk}"] * 5,
        f"log-in refused for a while, too many have failed: user {user.pk}",
        "log-in failed: no such user",
    ]
    assert len({line.partition(", from ")[2] for line in lines}) == 2
    assert not [line for line in lines for told in (WRONG, "gerda", "192.0.2", "hemmelig") if told in line]


@pytest.mark.parametrize("wanted", ["/punkter/7/?a=b", "/opfoelgning/bord/"])
def test_one_comes_back_to_where_one_was_going(client, wanted):
    f.UserFactory(username="gerda")
    assert f'name="next" value="{wanted}"' in client.get(LOG_IN, {"next": wanted}).content.decode()
    assert log_in(client, "gerda", sent={"next": wanted}).url == wanted


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_but_never_to_another_host(client, elsewhere):
    f.UserFactory(username="gerda")
    assert log_in(client, "gerda", sent={"next": elsewhere}).url == "/"


def test_nobody_signs_up_and_no_page_of_the_librarys_own_is_there(client):
    from django.urls import get_resolver

    names = {name for name in get_resolver().reverse_dict if isinstance(name, str) and name.startswith(("account_", "socialaccount"))}
    assert names == {
        *("account_login", "account_logout", "account_change_password", "account_reset_password"),
        *("account_reset_password_done", "account_reset_password_from_key"),
    }
    for address in ("/konto/signup/", "/konto/login/", "/accounts/login/", "/konto/email/"):
        assert client.get(address).status_code == 404


def test_what_counts_log_ins_is_the_same_for_every_process():
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_a_user_without_a_password_does_not_get_in(client):
    user = f.UserFactory(username="gerda")
    user.set_unusable_password()
    user.save()
    assert "er forkert" in log_in(client, "gerda", "!").content.decode()
