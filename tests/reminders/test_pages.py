"""The page of outgoing mail, and the one behind a mail's "turn off"."""

import pytest
from django.core import mail as sent
from django.urls import reverse

from reminders import services
from reminders.models import Mail
from reminders.outbox import send_next
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailed(made, monday):
    """A mail that the secretary of a body has been sent, with one reminder."""
    assignment = f.SecretaryAssignmentFactory()
    made.add(f.ContactFactory(user=assignment.user), body=assignment.body)
    services.update_plan(now=monday)
    assert send_next(now=monday)
    return Mail.objects.get()


def test_a_secretary_reads_what_was_sent_about_her_body(client, mailed, django_assert_num_queries):
    client.force_login(mailed.contact.user)
    session_user_and_actor = 4
    with django_assert_num_queries(session_user_and_actor + 1):
        page = client.get(reverse("outgoing-mails")).content.decode()
    assert mailed.address in page
    page = client.get(reverse("outgoing-mail", kwargs={"pk": mailed.pk})).content.decode()
    assert "Sagen made:1" in page
    assert "Du får påmindelsen, fordi du er sekretær for" in page


def test_what_has_been_closed_since_is_not_told(client, made, mailed):
    made.hidden.add("made:1")
    client.force_login(mailed.contact.user)
    page = client.get(reverse("outgoing-mail", kwargs={"pk": mailed.pk})).content.decode()
    assert "Sagen made:1" not in page
    assert "1 påmindelse handler om noget, du ikke må læse" in page


@pytest.mark.parametrize("role", ["", "member", "secretary"])
def test_to_others_there_is_no_such_mail(client, mailed, role):
    user = f.UserFactory(role=role)
    if role == "secretary":
        f.SecretaryAssignmentFactory(user=user)
    client.force_login(user)
    assert client.get(reverse("outgoing-mail", kwargs={"pk": mailed.pk})).status_code == 404


def test_one_click_turns_off_what_is_no_duty(client, mailed, settings):
    headers = sent.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    path = headers["List-Unsubscribe"].strip("<>").removeprefix(settings.SITE_URL)
    assert "Slå påmindelser fra" in client.get(path).content.decode()
    mailed.contact.refresh_from_db()
    assert not mailed.contact.duties_only
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    mailed.contact.refresh_from_db()
    assert mailed.contact.duties_only


def test_one_click_ends_mail_to_somebody_without_a_log_in(client):
    contact = f.ContactFactory(user=None, name="Jobcentret", email="job@lindhoej.example", consents=True)
    client.post(reverse("reminders-leave", kwargs={"token": contact.unsubscribe_token}))
    contact.refresh_from_db()
    assert contact.why_no_mail == "not_agreed"


def test_a_mail_leads_those_with_a_log_in_by_way_of_it_and_others_straight_there(client, made, mailed, monday, settings):
    other = f.ContactFactory(user=None, name="Jobcentret", email="job@lindhoej.example", consents=True)
    made.add(other, body=f.BodyFactory())
    services.update_plan(now=monday)
    send_next(now=monday)
    with_log_in, without = (message.body for message in sent.outbox)
    path = f"{reverse('account_login')}?next=/punkter/1/"
    assert f"{settings.SITE_URL}{path}\n" in with_log_in
    assert f"{settings.SITE_URL}{reverse('reminder-settings')}\n" in with_log_in
    assert f"{settings.SITE_URL}/punkter/2/\n" in without
    assert "konto" not in without
    client.force_login(mailed.contact.user)
    assert client.get(path).url == "/punkter/1/"


def test_a_wrong_token_is_nobodys(client):
    assert client.post(reverse("reminders-leave", kwargs={"token": "x" * 43})).status_code == 404
