"""`/metrics` tells how the reminders are doing to whoever has the token, and to others nothing, not even that it is there."""

import datetime as dt

import pytest
from django.utils import timezone

from tests import factories as f

pytestmark = pytest.mark.django_db

TOKEN = "only-for-tests-" * 2


def test_with_the_token_it_tells_numbers(client, settings, django_assert_num_queries):
    settings.METRICS_TOKEN = TOKEN
    now = timezone.now()
    f.ReminderFactory(send_at=now - dt.timedelta(hours=2))
    f.ReminderFactory(send_at=now + dt.timedelta(hours=2))
    f.ReminderFactory(state="failed")
    f.ReminderFactory(state="missed")
    f.ReminderFactory(state="missed", seen_at=now)
    f.MailFactory()
    f.LetterFactory(way="mail", mail__state="failed")
    f.LetterFactory(way="mail", mail__state="failed", seen_at=now)
    with django_assert_num_queries(4):
        response = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    values = dict(line.split() for line in response.content.decode().splitlines() if not line.startswith("#"))
    oldest = int(values.pop("secretariat_reminders_oldest_due_seconds"))
    assert 7200 <= oldest < 7300
    assert values == {
        "secretariat_reminders_due": "1",
        "secretariat_mails_waiting": "1",
        "secretariat_reminders_failed": "1",
        "secretariat_letters_failed": "1",
        "secretariat_reminders_missed": "1",
    }


@pytest.mark.parametrize(
    ("token", "sent"), [("", ""), ("", "Bearer "), (TOKEN, ""), (TOKEN, f"Bearer {TOKEN}x"), (TOKEN, "Bearer æøå"), (TOKEN, TOKEN)]
)
def test_without_it_there_is_no_such_address(client, settings, token, sent):
    settings.METRICS_TOKEN = token
    assert client.get("/metrics", headers={"Authorization": sent}).status_code == 404
