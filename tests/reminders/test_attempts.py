"""Each attempt to send a mail stays, with its time and what came of it, and is shown to those who may see the mail or the reminder."""

import datetime as dt
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as sent
from django.urls import reverse

from reminders import by_hand, services
from reminders.models import Attempt, Contact, Mail, Reminder
from reminders.outbox import CLAIM_LASTS, send_next
from reminders.sending import PAUSES
from tests import factories as f
from tests.reminders.test_outbox import server  # noqa: F401

pytestmark = pytest.mark.django_db

ALLOWED = 4  # a session, its user, and what the actor may see


@pytest.fixture
def contact():
    return f.ContactFactory(user=f.SecretaryAssignmentFactory().user)


@pytest.fixture
def reminder(made, monday, contact):
    made.add(contact, body=contact.user.secretary_assignments.get().body)
    services.update_plan(now=monday)
    return Reminder.objects.due(monday).get()


def attempts() -> list[tuple[dt.datetime, str]]:
    return list(Attempt.objects.order_by("pk").values_list("at", "error"))


def test_each_attempt_keeps_its_time_and_its_error(server, monday, reminder):  # noqa: F811
    second, third = monday + PAUSES[0], monday + PAUSES[0] + PAUSES[1]
    for now, answer in ((monday, SMTPServerDisconnected()), (second, SMTPDataError(451, b"busy")), (third, None)):
        server["*"] = answer
        send_next(now=now)
    assert attempts() == [(monday, "connection"), (second, "451"), (third, "")]
    assert len(sent.outbox) == 1


def test_an_attempt_of_a_worker_that_died_is_told_as_interrupted(monday, reminder):
    dead = f.MailFactory(contact=reminder.contact, attempts=1, try_at=monday + CLAIM_LASTS)
    Reminder.objects.filter(pk=reminder.pk).update(state=Reminder.State.SENDING, mail=dead)
    assert send_next(now=monday + CLAIM_LASTS)
    assert attempts() == [(monday, "interrupted"), (monday + CLAIM_LASTS, "")]


def test_they_stand_on_the_pages_and_in_administration_without_the_servers_words(client, server, monday, reminder, contact):  # noqa: F811
    server["*"] = SMTPDataError(451, b"Subject: En status")
    send_next(now=monday)
    server.clear()
    send_next(now=monday + PAUSES[0])
    mail = Mail.objects.get()
    told = [
        ">3. september 2018 kl. 08.00</time>",
        "Mailserveren svarede 451.",
        ">3. september 2018 kl. 08.01</time>",
        "Mailserveren tog imod mailen.",
    ]
    client.force_login(contact.user)
    for address in (reverse("outgoing-mail", kwargs={"pk": mail.pk}), reverse("reminder", kwargs={"pk": reminder.pk})):
        page = client.get(address).content.decode()
        places = [page.index(words) for words in told]
        assert places == sorted(places)
        assert "Subject:" not in page
    client.force_login(f.UserFactory(administrator=True))
    assert "Mailserveren svarede 451." in client.get(reverse("admin:reminders_mail_change", args=[mail.pk])).content.decode()


@pytest.mark.parametrize("again", ["by hand", "another address"])
def test_those_of_an_earlier_mail_stay_with_the_reminder_and_the_mail_with_the_secretary(
    client,
    server,  # noqa: F811
    monday,
    reminder,
    contact,
    again,
):
    server["*"] = SMTPRecipientsRefused({contact.user.email: (550, b"no such user")})
    send_next(now=monday)
    refused = Mail.objects.get()
    server.clear()
    later = monday + dt.timedelta(hours=1)
    Contact.objects.filter(pk=contact.pk).update(refused_email="")
    if again == "by hand":
        by_hand.send_now(reminder=reminder, by=contact.user, now=later)
        by_hand.send_now(reminder=reminder, by=contact.user, now=later)
    else:
        services.update_plan(now=later)
    send_next(now=later)
    reminder.refresh_from_db()
    assert reminder.mail != refused
    client.force_login(contact.user)
    page = client.get(reverse("reminder", kwargs={"pk": reminder.pk})).content.decode()
    assert page.index("kender ikke adressen") < page.index("tog imod mailen")
    assert client.get(reverse("outgoing-mails")).content.decode().count("Mail til ") == 2
    assert "Sagen made:1" in client.get(reverse("outgoing-mail", kwargs={"pk": refused.pk})).content.decode()


def test_the_queries_of_the_mails_page_do_not_grow(client, django_assert_num_queries, monday, reminder, contact):
    send_next(now=monday)
    mail = Mail.objects.get()
    client.force_login(contact.user)
    for more in (0, 3):
        for n in range(more):
            mail.history.create(at=monday + dt.timedelta(minutes=n), error="451")
        with django_assert_num_queries(ALLOWED + 3):
            client.get(reverse("outgoing-mail", kwargs={"pk": mail.pk}))
