"""No mail tells of a closed item, not even to those who may read it: a mail lies in boxes that no log-in guards."""

import datetime as dt

import pytest
import time_machine
from django.core import mail as sent
from django.core.mail import EmailMultiAlternatives

from meetings.models import SecretaryAssignment
from reminders import services
from reminders.models import Mail
from tests.canary.world import NOW, NUMBER, OUTSIDERS, World

pytestmark = pytest.mark.django_db

DAYS = 120


def told(message: EmailMultiAlternatives) -> str:
    return "\n".join(
        [message.subject, message.body, *(text for text, _kind in message.alternatives), *message.extra_headers.values()]
    ).casefold()


def test_no_mail_of_four_months_tells_what_is_closed(settings):
    settings.SENDS_MAIL = True
    with time_machine.travel(NOW, tick=False):
        world = World()
        Mail.objects.exclude(letter=None).update(state=Mail.State.SENDING)  # written before the items were hidden
        for logged_in in (World.secretary, World.member, World.member_shut_out, *OUTSIDERS):
            logged_in(world)
    for day in range(0, DAYS, 5):
        now = NOW - dt.timedelta(days=DAYS // 2 - day)
        services.update_plan(now=now)
        services.send_due(clock=lambda: now)  # noqa: B023
    insiders = set(SecretaryAssignment.objects.filter(body=world.body).values_list("user__email", flat=True))
    assert {message.to[0] for message in sent.outbox} & insiders
    assert not Mail.objects.filter(letter__isnull=False, state=Mail.State.SENDING).exists()
    assert any("lukket" in told(message) for message in sent.outbox)
    for message in sent.outbox:
        assert world.closed.word not in told(message)
        assert not [number for number in world.closed.keys if NUMBER.format(number) in told(message)]
        if message.to[0] not in insiders:
            assert not [secret.word for secret in world.secrets if secret.word in told(message)]
