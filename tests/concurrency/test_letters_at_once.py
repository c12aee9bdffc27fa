"""A letter that two send at once, or that one sends while another takes it back, leaves once or not at all."""

import datetime as dt
from functools import partial

import pytest
from django.core import mail as sent
from django.test import Client

from followups import services as followups
from followups.models import Step
from reminders.models import Letter, Mail
from reminders.outbox import send_next
from tests import factories as f
from tests.concurrency.threads import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

NOW = dt.datetime(2030, 9, 10, 10, tzinfo=f.COPENHAGEN)
ROUNDS = 5


@pytest.fixture
def promise(settings):
    settings.SENDS_MAIL = True
    item = f.AgendaItemFactory(meeting__published=True)
    return f.OccurrenceFactory(follow_up=f.FollowUpFactory(item=item, responsible="Forvaltningen"))


@pytest.fixture
def office(promise):
    """Three browsers of one secretary, the form filled in with the same words."""
    user = f.SecretaryAssignmentFactory(body=promise.body).user
    clients = [Client() for _ in range(3)]
    for client in clients:
        client.force_login(user)
    return clients


def form(promise, **words) -> dict:
    promise.refresh_from_db()
    return {"way": "mail", "email": "kontoret@by.example", "subject": "Ryk", "text": "Send os den.", "version": promise.version} | words


def test_three_clicks_at_once_make_one_letter_and_one_mail(promise, office):
    sending = form(promise)
    answers = at_once(*[lambda client=client: client.post(f"{promise.get_absolute_url()}ryk/", sending) for client in office])
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Letter.objects.count() == Mail.objects.count() == Step.objects.count() == 1
    later = Mail.objects.get().try_at
    at_once(*[lambda: send_next(now=later)] * 3)
    assert len(sent.outbox) == 1


def test_two_letters_with_other_words_at_once_are_one_and_a_refusal(promise, office):
    sending = form(promise)
    posts = [
        lambda client=client, n=n: client.post(f"{promise.get_absolute_url()}ryk/", sending | {"text": f"Nr. {n}"})
        for n, client in enumerate(office)
    ]
    assert sorted(answer.status_code for answer in at_once(*posts)) == [302, 409, 409]
    assert Letter.objects.count() == 1


def withdraw(step: Step) -> bool:
    try:
        followups.undo(step=step, by=None, now=NOW)
    except followups.FollowUpRefused:
        return False
    return True


def test_a_mail_that_is_withdrawn_while_it_is_taken_out_leaves_or_stays(promise, office):
    for n in range(ROUNDS):
        sent.outbox.clear()
        office[0].post(f"{promise.get_absolute_url()}ryk/", form(promise, text=f"Nr. {n}"))
        mail = Mail.objects.latest("pk")

        step = Step.objects.latest("pk")
        is_withdrawn, _ = at_once(partial(withdraw, step), partial(send_next, now=mail.try_at))
        mail.refresh_from_db()
        assert (len(sent.outbox), mail.state) == ((0, "withdrawn") if is_withdrawn else (1, "sent"))
