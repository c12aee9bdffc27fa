"""Everybody changes the own password, and gets a new one by mail when it is forgotten."""

import re

import pytest
from django.core import mail
from django.test import Client, TestCase

from tests import factories as f

pytestmark = pytest.mark.django_db

CHANGE, FORGOTTEN = "/konto/adgangskode/", "/konto/glemt-adgangskode/"
NEW = "havnens-nye-lys-7"


@pytest.fixture
def gerda():
    return f.UserFactory(username="gerda", name="Gerda Havbro", email="Gerda@lindhoej.example", member=True)


def as_(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def change(client, old=f.PASSWORD, new=NEW, again=NEW):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": again}, follow=True)


def test_the_own_password_is_changed_and_told_of_by_mail(gerda):
    client = as_(gerda)
    assert "Din adgangskode er skiftet." in change(client).content.decode()
    gerda.refresh_from_db()
    assert gerda.check_password(NEW)
    [sent] = mail.outbox
    assert sent.to == ["Gerda@lindhoej.example"]
    assert sent.subject == "Din adgangskode til Sekretariatet er skiftet"
    assert "Hej Gerda Havbro" in sent.body
    assert NEW not in sent.body


def test_it_ends_the_other_sessions_and_not_this_one(gerda):
    here, elsewhere = as_(gerda), as_(gerda)
    change(here)
    assert here.get(CHANGE).status_code == 200
    assert elsewhere.get(CHANGE).status_code == 302


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"old": "forkert"}, "Det er ikke din nuværende adgangskode."),
        ({"new": "kort", "again": "kort"}, "mindst 12"),
        ({"new": "gerda.havbro", "again": "gerda.havbro"}, "minder for meget om"),
        ({"new": "gerda.havbro", "again": "gerda.havbro"}, "for meget om brugernavnet, navnet eller e-mailadressen."),
        ({"again": "noget-helt-andet"}, "samme"),
        ({"new": f.PASSWORD, "again": f.PASSWORD}, "Den nye adgangskode skal være en anden end den nuværende."),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_danish(gerda, sent, said):
    answer = change(as_(gerda), **sent)
    assert said in answer.content.decode()
    assert "er tabt" not in answer.content.decode()
    assert "Adgangskoderne skal skrives igen." in answer.content.decode()
    gerda.refresh_from_db()
    assert gerda.check_password(f.PASSWORD)
    assert not mail.outbox


def test_guessing_the_own_password_is_limited(gerda):
    client = as_(gerda)
    statuses = [change(client, old=f"gæt-{n}").status_code for n in range(7)]
    assert statuses[-1] == 429


def test_the_link_of_the_mail_gives_a_new_password_once(client, gerda):
    elsewhere = as_(gerda)
    answer = client.post(FORGOTTEN, {"email": "GERDA@lindhoej.example"}, follow=True)
    assert "Se i din mail" in answer.content.decode()
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["Gerda@lindhoej.example"], "Ny adgangskode til Sekretariatet")
    assert "gerda" in sent.body
    link = re.search(r"http://testserver(/konto/ny-adgangskode/\S+)", sent.body)[1]
    page = client.get(link, follow=True)
    assert "Vælg en ny adgangskode" in page.content.decode()
    done = client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Din adgangskode er skiftet." in done.content.decode()
    gerda.refresh_from_db()
    assert gerda.check_password(NEW)
    assert elsewhere.get(CHANGE).status_code == 302
    assert "Linket kan ikke bruges mere" in Client().get(link, follow=True).content.decode()


def test_who_was_kept_out_gets_in_with_the_new_password(client, gerda):
    for _ in range(6):
        client.post("/konto/log-ind/", {"login": "gerda", "password": "forkert"})
    client.post(FORGOTTEN, {"email": "gerda@lindhoej.example"})
    link = re.search(r"(/konto/ny-adgangskode/\S+)", mail.outbox[0].body)[1]
    client.post(client.get(link).url, {"password1": NEW, "password2": NEW})
    assert client.post("/konto/log-ind/", {"login": "gerda", "password": NEW}).status_code == 302


@pytest.mark.parametrize("email", ["ingen@lindhoej.example", "frode@lindhoej.example"])
def test_the_answer_tells_nobody_who_has_an_account(client, gerda, email):
    f.UserFactory(username="frode", email="frode@lindhoej.example", is_active=False)
    known, unknown = (Client().post(FORGOTTEN, {"email": one}, follow=True) for one in (gerda.email, email))
    assert (known.redirect_chain, known.status_code) == (unknown.redirect_chain, unknown.status_code)
    assert len(mail.outbox) == 1


def test_so_many_mails_and_no_more(client, gerda):
    statuses = [client.post(FORGOTTEN, {"email": gerda.email}).status_code for _ in range(7)]
    assert statuses[-1] == 429
    assert len(mail.outbox) == 5


def test_a_mail_server_that_fails_is_said_to_everybody_alike(client, gerda, monkeypatch):
    from accounts import mails

    def fail(*args, **kwargs):
        raise OSError("connection refused")

    monkeypatch.setattr(mails, "_send", fail)
    change(as_(gerda))
    gerda.refresh_from_db()
    assert gerda.check_password(NEW)


def test_where_no_mail_can_be_sent_the_page_says_whom_to_ask(client, monkeypatch):
    from accounts.views import ResetPasswordView

    monkeypatch.setitem(ResetPasswordView.extra_context, "sends_mail", False)
    page = client.get(FORGOTTEN).content.decode()
    assert "Bed administratoren om en ny adgangskode." in page
    assert 'name="email"' not in page


@pytest.mark.parametrize(
    "address", ["/konto/ny-adgangskode/1-abc/", "/konto/ny-adgangskode/zzzzzzzzzzzzzzzz-abc/", "/konto/ny-adgangskode/1-set-password/"]
)
def test_a_link_that_was_made_up_is_too_old(client, gerda, address):
    assert "Linket kan ikke bruges mere" in client.get(address).content.decode()


def test_without_a_log_in_there_is_no_password_to_change(client):
    assert client.get(CHANGE).url == f"/konto/log-ind/?next={CHANGE}"
