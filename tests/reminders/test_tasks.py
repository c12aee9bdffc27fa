"""The rounds of the schedule: when they send, and how their times fit into each other."""

import pytest
import time_machine
from django.core import mail as sent

from reminders import services, tasks
from reminders.models import Reminder
from reminders.outbox import CLAIM_LASTS
from tests import factories as f


def test_a_worker_is_not_taken_for_dead_while_its_task_may_last(settings):
    assert tasks.SENDING_LASTS < settings.CELERY_TASK_SOFT_TIME_LIMIT
    assert settings.CELERY_TASK_TIME_LIMIT < CLAIM_LASTS.total_seconds()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("now", "by_hand", "mails"),
    [
        ("2018-09-03 08:00+02:00", False, 1),
        ("2018-09-03 15:59+02:00", False, 1),
        ("2018-09-03 16:00+02:00", False, 0),
        ("2018-09-08 10:00+02:00", False, 0),  # a Saturday
        ("2018-09-08 10:00+02:00", True, 1),
    ],
)
def test_a_round_sends_within_hours_and_what_was_asked_for_by_hand_at_any(made, monday, now, by_hand, mails):
    made.add(f.ContactFactory())
    services.update_plan(now=monday)
    Reminder.objects.due(monday).update(by_hand=by_hand)
    with time_machine.travel(now, tick=False):
        tasks.send_reminders()
    assert len(sent.outbox) == mails
